package dev.reflux.r2dbc;

import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import java.util.List;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeSet;

/**
 * A database compared with the revisions that the code knows, at one moment.
 *
 * @param migrations all revisions that the code knows
 * @param rows the rows of the state table, sorted by id
 */
public record MigrationStatus(LoadedMigrations migrations, List<AppliedRevision> rows) {

    public MigrationStatus {
        rows = List.copyOf(rows);
    }

    /** The revisions that are applied, wholly; also those that the code does not know. */
    public NavigableSet<RevisionId> applied() {
        NavigableSet<RevisionId> applied = new TreeSet<>();
        rows.stream()
                .filter(AppliedRevision::isApplied)
                .map(AppliedRevision::id)
                .forEach(applied::add);
        return applied;
    }

    /** The heads of the database: applied revisions that no other applied one requires, and those that are unknown. */
    public NavigableSet<RevisionId> current() {
        return migrations.graph().maximal(applied());
    }

    /** The revisions that are not applied, in the order in which an upgrade to all heads would run them. */
    public List<RevisionNode> pending() {
        NavigableSet<RevisionId> pending = new TreeSet<>(migrations.graph().ids());
        pending.removeAll(applied());
        return migrations.graph().ordered(pending);
    }

    /** Applied revisions that the code does not know: the database is ahead, or files are missing. */
    public NavigableSet<RevisionId> unknown() {
        NavigableSet<RevisionId> unknown = applied();
        unknown.removeAll(migrations.graph().ids());
        return unknown;
    }

    /** Revisions outside a transaction that began and did not finish. */
    public List<AppliedRevision> unfinished() {
        return rows.stream().filter(row -> !row.isApplied()).toList();
    }

    /** Applied revisions whose source has changed since. */
    public List<AppliedRevision> changed() {
        return rows.stream().filter(this::isChanged).toList();
    }

    private boolean isChanged(AppliedRevision row) {
        Optional<LoadedRevision> revision =
                Optional.ofNullable(migrations.revisions().get(row.id()));
        return revision.isPresent()
                && row.checksum().isPresent()
                && revision.get().checksum().isPresent()
                && !revision.get().checksum().equals(row.checksum());
    }

    /** Whether everything that the code knows is applied. */
    public boolean isUpToDate() {
        return pending().isEmpty();
    }
}
