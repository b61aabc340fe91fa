package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.plan.Direction;
import dev.reflux.r2dbc.AppliedRevision.Progress;
import dev.reflux.revision.RevisionId;
import dev.reflux.source.Checksum;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Row;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.Objects;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Reads the state table: one query, one round trip, no lock. */
final class StateReader {

    private static final String UNDEFINED_TABLE = "42P01";
    private static final String UNDEFINED_COLUMN = "42703";

    private final StateTable table;

    StateReader(StateTable table) {
        this.table = table;
    }

    Mono<State> read(Connection connection) {
        String query =
                "SELECT revision, message, checksum, applied_at, duration_ms, applied_by, state, step_position FROM "
                        + table.sql();
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> revision(row)))
                .collectSortedList(Comparator.comparing(AppliedRevision::id))
                .map(rows -> new State(rows, State.Table.PRESENT))
                .onErrorResume(R2dbcException.class, this::explain);
    }

    private Mono<State> explain(R2dbcException exception) {
        String sqlState = Objects.requireNonNullElse(exception.getSqlState(), "");
        return switch (sqlState) {
            case UNDEFINED_TABLE -> Mono.just(State.MISSING);
            case StateRights.INSUFFICIENT_PRIVILEGE ->
                Mono.error(new MigrationException(
                        new StateRights(table).toRead() + "\nThe server says: " + exception.getMessage() + ".",
                        exception));
            case UNDEFINED_COLUMN ->
                Mono.error(new MigrationException(
                        "The table " + table + " is not a state table of this version (" + exception.getMessage()
                                + ").\nChoose another name for the state table.",
                        exception));
            default -> Mono.error(exception);
        };
    }

    private static AppliedRevision revision(Row row) {
        return new AppliedRevision(
                RevisionId.of(text(row, "revision")),
                text(row, "message"),
                Optional.ofNullable(row.get("checksum", String.class)).map(Checksum::new),
                Objects.requireNonNull(row.get("applied_at", OffsetDateTime.class))
                        .toInstant(),
                Optional.ofNullable(row.get("duration_ms", Long.class)).map(Duration::ofMillis),
                text(row, "applied_by"),
                progress(text(row, "state"), Objects.requireNonNull(row.get("step_position", Integer.class))));
    }

    private static Progress progress(String state, int position) {
        return switch (state) {
            case "applied" -> new Progress.Applied();
            case "running" -> new Progress.Unfinished(Direction.UPGRADE, false, position);
            case "failed" -> new Progress.Unfinished(Direction.UPGRADE, true, position);
            case "undoing" -> new Progress.Unfinished(Direction.DOWNGRADE, false, position);
            case "undo_failed" -> new Progress.Unfinished(Direction.DOWNGRADE, true, position);
            default ->
                throw new MigrationException("The state table has a row in the state \"" + state
                        + "\", which this version does not know.\nUse the version that wrote it, or a newer one.");
        };
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
