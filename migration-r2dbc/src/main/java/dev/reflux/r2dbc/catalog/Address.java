package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.Row;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where PostgreSQL keeps an object, the key of {@code pg_depend} and {@code pg_description}.
 *
 * @param catalog the number of the system catalog, for instance of {@code pg_class}
 * @param oid the object's number there
 * @param sub the number of a column; 0 for the whole object
 */
record Address(int catalog, long oid, int sub) {

    /** The number of {@code pg_namespace}. */
    private static final int SCHEMAS = 2615;

    /**
     * The address in a column of a row, as {@code catalog oid sub}: there are hundreds of thousands, and for each column of a
     * row the driver finds a codec and decodes.
     */
    static Address from(Row row, int column) {
        return Objects.requireNonNull(find(row, column));
    }

    /** The address in a column of a row; null if the column is. */
    static @Nullable Address find(Row row, int column) {
        String text = row.get(column, String.class);
        if (text == null) {
            return null;
        }
        int oid = text.indexOf(' ') + 1;
        int sub = text.indexOf(' ', oid) + 1;
        return new Address(
                Integer.parseInt(text, 0, oid - 1, 10),
                Long.parseLong(text, oid, sub - 1, 10),
                Integer.parseInt(text, sub, text.length(), 10));
    }

    static Address ofSchema(long oid) {
        return new Address(SCHEMAS, oid, 0);
    }

    /** The object of which this is a column. */
    Address whole() {
        return new Address(catalog, oid, 0);
    }
}
