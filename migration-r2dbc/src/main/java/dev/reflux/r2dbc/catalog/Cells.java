package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one row of a query says about an object. */
interface Cells {

    /** A cell as text; null if it is. */
    @Nullable
    String text(int column);

    /** A cell as the values of an attribute: none if it is null, false or an empty array. */
    List<String> values(int column, Sharing sharing);

    /** A row as the driver gives it. */
    static Cells of(Row row) {
        return new Cells() {
            @Override
            public @Nullable String text(int column) {
                return row.get(column, String.class);
            }

            @Override
            public List<String> values(int column, Sharing sharing) {
                Object value = row.get(column);
                if (value == null) {
                    return List.of();
                }
                if (value instanceof Boolean flag) {
                    return flag ? sharing.flag() : List.of();
                }
                return value instanceof String[] texts ? List.of(texts) : sharing.list(value.toString());
            }
        };
    }

    /**
     * A row that was printed as a record.
     *
     * @param fields its cells
     * @param types what they are
     */
    static Cells of(@Nullable String[] fields, List<Type> types) {
        return new Cells() {
            @Override
            public @Nullable String text(int column) {
                return fields[column];
            }

            @Override
            public List<String> values(int column, Sharing sharing) {
                String printed = fields[column];
                if (printed == null) {
                    return List.of();
                }
                return switch (types.get(column)) {
                    case FLAG -> printed.equals("t") ? sharing.flag() : List.of();
                    case TEXTS -> RecordText.array(printed);
                    case TEXT -> sharing.list(printed);
                };
            }
        };
    }

    /** What a column holds. */
    enum Type {
        FLAG,
        TEXTS,
        TEXT;

        static Type of(ColumnMetadata column) {
            return switch (column.getType().getName()) {
                case "BOOL" -> FLAG;
                case "TEXT_ARRAY" -> TEXTS;
                default -> TEXT;
            };
        }
    }
}
