package dev.reflux.r2dbc.wire;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Flux;

/**
 * A row of an answer, every value as text. Queries have no parameters, so that nothing is prepared at a server that may stand
 * behind a pooler.
 *
 * @param values by the name of the column; SQL nulls are left out
 */
public record TextRow(Map<String, String> values) {

    public TextRow {
        values = Map.copyOf(values);
    }

    /** Asks; all columns have to be of type text. */
    public static Flux<TextRow> to(Connection connection, String query) {
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map(TextRow::from));
    }

    private static TextRow from(Row row, RowMetadata metadata) {
        Map<String, String> values = new HashMap<>();
        for (ColumnMetadata column : metadata.getColumnMetadatas()) {
            String value = row.get(column.getName(), String.class);
            if (value != null) {
                values.put(column.getName(), value);
            }
        }
        return new TextRow(values);
    }

    /** A value that may be null. */
    public Optional<String> find(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** A value that is there. */
    public String text(String column) {
        return find(column).orElseThrow(() -> new IllegalStateException("the answer has no " + column));
    }

    public long number(String column) {
        return Long.parseLong(text(column));
    }

    /** A value, or the empty text where it is null. */
    public String textOrEmpty(String column) {
        return find(column).orElse("");
    }

    /** Whether a value is true; null is not. */
    public boolean is(String column) {
        return find(column).filter("true"::equals).isPresent();
    }

    /** A text as a literal of SQL. */
    public static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
