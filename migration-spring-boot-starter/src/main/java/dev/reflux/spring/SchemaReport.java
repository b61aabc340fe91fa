package dev.reflux.spring;

import dev.reflux.r2dbc.AppliedRevision;
import dev.reflux.r2dbc.AppliedRevision.Progress.Unfinished;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * How a database stands to the revisions of an application, as {@code /actuator/reflux} shows it.
 *
 * @param upToDate whether every revision of the application is applied
 * @param current the heads of the database, sorted
 * @param heads the heads of the application's revisions, sorted
 * @param pending how many revisions are not applied
 * @param unknown applied revisions that the application does not know, sorted
 * @param revisions the application's revisions, in the order in which an upgrade runs them
 */
public record SchemaReport(
        boolean upToDate,
        List<String> current,
        List<String> heads,
        int pending,
        List<String> unknown,
        List<Entry> revisions) {

    /** Copies the lists. */
    public SchemaReport {
        current = List.copyOf(current);
        heads = List.copyOf(heads);
        unknown = List.copyOf(unknown);
        revisions = List.copyOf(revisions);
    }

    /** What a database has of a revision. */
    public enum State {
        /** Nothing. */
        PENDING,
        /** All of it. */
        APPLIED,
        /** It has begun outside a transaction, and runs or was given up. */
        RUNNING,
        /** It has begun outside a transaction, and a statement failed. */
        FAILED
    }

    /**
     * A revision.
     *
     * @param id of the revision
     * @param message what it does
     * @param revises its parents
     * @param dependsOn what else it needs
     * @param labels names of its branch
     * @param state what the database has of it
     * @param changed whether its source has changed since it was applied
     * @param appliedAt when it was applied, by the server's clock
     * @param durationMillis how long that took
     * @param appliedBy the database user
     */
    public record Entry(
            String id,
            String message,
            List<String> revises,
            List<String> dependsOn,
            List<String> labels,
            State state,
            boolean changed,
            Optional<Instant> appliedAt,
            Optional<Long> durationMillis,
            Optional<String> appliedBy) {

        /** Copies the lists. */
        public Entry {
            revises = List.copyOf(revises);
            dependsOn = List.copyOf(dependsOn);
            labels = List.copyOf(labels);
        }
    }

    static SchemaReport of(MigrationStatus status) {
        Map<RevisionId, AppliedRevision> rows =
                status.rows().stream().collect(Collectors.toMap(AppliedRevision::id, Function.identity()));
        TreeSet<RevisionId> changed = new TreeSet<>();
        status.changed().forEach(row -> changed.add(row.id()));
        List<Entry> entries = status
                .migrations()
                .graph()
                .ordered(status.migrations().graph().ids())
                .stream()
                .map(node -> entry(node, Optional.ofNullable(rows.get(node.id())), changed.contains(node.id())))
                .toList();
        return new SchemaReport(
                status.isUpToDate(),
                names(status.current()),
                names(status.migrations().graph().heads()),
                status.pending().size(),
                names(status.unknown()),
                entries);
    }

    private static Entry entry(RevisionNode node, Optional<AppliedRevision> row, boolean changed) {
        return new Entry(
                node.id().value(),
                node.message(),
                names(node.revises()),
                node.dependsOn(),
                node.labels(),
                row.map(SchemaReport::state).orElse(State.PENDING),
                changed,
                row.map(AppliedRevision::appliedAt),
                row.flatMap(AppliedRevision::duration).map(Duration::toMillis),
                row.map(AppliedRevision::appliedBy));
    }

    private static State state(AppliedRevision row) {
        if (row.progress() instanceof Unfinished unfinished) {
            return unfinished.failed() ? State.FAILED : State.RUNNING;
        }
        return State.APPLIED;
    }

    private static List<String> names(Collection<RevisionId> ids) {
        return ids.stream().map(RevisionId::value).toList();
    }
}
