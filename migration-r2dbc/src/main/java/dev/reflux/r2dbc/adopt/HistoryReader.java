package dev.reflux.r2dbc.adopt;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.adopt.HistoryTool.Reading;
import dev.reflux.r2dbc.wire.TextRow;
import dev.reflux.revision.Sentences;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * Finds the table of a tool and reads it.
 *
 * @param tool which
 * @param asked the table that a user named
 */
record HistoryReader(HistoryTool tool, Optional<String> asked) {

    private static final String UNDEFINED_COLUMN = "42703";

    /** A table, as people and as SQL write it. */
    private record Found(String name, String sql, boolean visible) {}

    Mono<ForeignHistory> read(Connection connection) {
        return TextRow.to(connection, search())
                .map(row -> new Found(row.text("schema") + "." + row.text("name"), row.text("sql"), row.is("visible")))
                .collectList()
                .map(this::chosen)
                .flatMap(found -> history(connection, found));
    }

    private Mono<ForeignHistory> history(Connection connection, Found found) {
        return TextRow.to(connection, tool.query(found.sql()))
                .collectList()
                .map(rows -> {
                    Reading reading = new Reading();
                    tool.read(rows, reading);
                    return new ForeignHistory(tool, found.name(), reading.applied(), reading.ignored());
                })
                .onErrorMap(R2dbcException.class, error -> explained(error, found));
    }

    private Throwable explained(R2dbcException error, Found found) {
        return UNDEFINED_COLUMN.equals(error.getSqlState())
                ? new MigrationException(
                        "The table " + quoted(found.name()) + " is not the history of " + tool.word() + ": "
                                + error.getMessage() + ".\nName the right one: --table SCHEMA.NAME",
                        error)
                : error;
    }

    private String search() {
        String[] parts = asked.orElse(tool.customaryTable()).split("\\.", 2);
        String name = parts[parts.length - 1];
        String condition = asked.isPresent()
                ? "c.relname = " + TextRow.literal(name)
                : "lower(c.relname) = " + TextRow.literal(tool.customaryTable());
        String schema = parts.length > 1 ? " AND n.nspname = " + TextRow.literal(parts[0]) : "";
        return "SELECT n.nspname::text AS schema, c.relname::text AS name, format('%I.%I', n.nspname, c.relname) AS sql,"
                + " pg_table_is_visible(c.oid)::text AS visible"
                + " FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace"
                + " WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND " + condition + schema + " ORDER BY 1, 2";
    }

    /** The one that there is; of several the one that the search path leads to. */
    private Found chosen(List<Found> found) {
        List<Found> visible = found.stream().filter(Found::visible).toList();
        List<Found> best = found.size() > 1 && !visible.isEmpty() ? visible : found;
        if (best.isEmpty()) {
            throw new MigrationException("There is no table " + quoted(asked.orElse(tool.customaryTable()))
                    + " in this database, so " + tool.word()
                    + " has kept no history there.\nCheck which database it is:"
                    + " reflux status. If the table has another name: --table SCHEMA.NAME");
        }
        if (best.size() > 1) {
            throw new MigrationException("There are " + best.size() + " tables of that name: "
                    + Sentences.quotedAll(best.stream().map(Found::name).toList())
                    + ".\nSay which one: --table SCHEMA.NAME");
        }
        return best.get(0);
    }
}
