package dev.reflux.r2dbc.doctor;

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
record Answer(Map<String, String> values) {

    Answer {
        values = Map.copyOf(values);
    }

    /** Asks; all columns have to be of type text. */
    static Flux<Answer> to(Connection connection, String query) {
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map(Answer::from));
    }

    private static Answer from(Row row, RowMetadata metadata) {
        Map<String, String> values = new HashMap<>();
        for (ColumnMetadata column : metadata.getColumnMetadatas()) {
            String value = row.get(column.getName(), String.class);
            if (value != null) {
                values.put(column.getName(), value);
            }
        }
        return new Answer(values);
    }

    /** A value that may be null. */
    Optional<String> find(String column) {
        return Optional.ofNullable(values.get(column));
    }

    /** A value that is there. */
    String text(String column) {
        return find(column).orElseThrow(() -> new IllegalStateException("the answer has no " + column));
    }

    long number(String column) {
        return Long.parseLong(text(column));
    }

    /** Whether a value is true; null is not. */
    boolean is(String column) {
        return find(column).filter("true"::equals).isPresent();
    }

    /** A text as a literal of SQL. */
    static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
