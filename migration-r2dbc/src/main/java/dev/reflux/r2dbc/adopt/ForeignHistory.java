package dev.reflux.r2dbc.adopt;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.wire.OwnConnection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * What another tool has applied to a database, as its table says.
 *
 * @param tool which
 * @param table where it says so, with its schema
 * @param versions in the order in which they were applied; for Alembic its heads
 * @param ignored what has no version, or was skipped
 */
public record ForeignHistory(HistoryTool tool, String table, List<ForeignVersion> versions, List<String> ignored) {

    public ForeignHistory {
        versions = List.copyOf(versions);
        ignored = List.copyOf(ignored);
    }

    /**
     * Reads the history of a tool. Changes nothing.
     *
     * @param table its table, as {@code name} or {@code schema.name}; empty for the customary one
     */
    public static Mono<ForeignHistory> read(ConnectionFactory factory, HistoryTool tool, Optional<String> table) {
        HistoryReader reader = new HistoryReader(tool, table);
        return OwnConnection.use(factory, reader::read)
                .single()
                .onErrorMap(
                        R2dbcException.class,
                        error -> new MigrationException(
                                "The history of " + tool.word() + " cannot be read: " + error.getMessage()
                                        + ".\nCheck that the role may read its table, and the connection string.",
                                error));
    }
}
