package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.AppliedRevision.Progress.Unfinished;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import java.util.List;
import java.util.Optional;

/**
 * A resolution of one row of the state table.
 *
 * @param revision an id, or the beginning of one
 * @param resolution what is said about it
 */
record Answer(String revision, Resolution resolution) {

    /**
     * The statement that writes it.
     *
     * @throws MigrationException if there is no such row, or the resolution does not fit it
     */
    String sql(BookkeepingSql sql, LoadedMigrations migrations, AppliedRevision row) {
        Optional<LoadedRevision> source =
                Optional.ofNullable(migrations.revisions().get(row.id()));
        if (resolution == Resolution.ACCEPT) {
            return sql.accept(accepted(row, source));
        }
        if (!(row.progress() instanceof Unfinished unfinished)) {
            throw new MigrationException("There is nothing to resolve about " + Sentences.quoted(row.id())
                    + ": it is applied, wholly.\nTo undo it: reflux downgrade. To take a changed source as it is:"
                    + " reflux resolve " + row.id() + " --accept");
        }
        return switch (resolution) {
            case APPLIED -> sql.resolveApplied(row.id(), source);
            case NOT_APPLIED -> sql.resolveNotApplied(row.id());
            case CONTINUE -> sql.resolveContinue(row.id(), unfinished, 0, source);
            case CONTINUE_AFTER -> sql.resolveContinue(row.id(), unfinished, 1, source);
            case ACCEPT -> throw new IllegalStateException("handled above");
        };
    }

    private LoadedRevision accepted(AppliedRevision row, Optional<LoadedRevision> source) {
        if (!row.isApplied()) {
            throw new MigrationException("The revision " + Sentences.quoted(row.id())
                    + " has not finished, so its source cannot be accepted.\nGo on with it: reflux resolve " + row.id()
                    + " --continue");
        }
        return source.filter(loaded -> loaded.checksum().isPresent())
                .orElseThrow(() -> new MigrationException("The revision " + Sentences.quoted(row.id())
                        + " has no source here whose content could be accepted."));
    }

    /** The row that is meant. */
    AppliedRevision row(State state) {
        List<AppliedRevision> found = state.rows().stream()
                .filter(row -> row.id().value().startsWith(revision))
                .toList();
        Optional<AppliedRevision> exact =
                found.stream().filter(row -> row.id().value().equals(revision)).findFirst();
        if (exact.isEmpty() && found.size() != 1) {
            List<RevisionId> ids = (found.isEmpty() ? state.rows() : found)
                    .stream().map(AppliedRevision::id).toList();
            throw new MigrationException("The state table has "
                    + (found.isEmpty() ? "no revision " : found.size() + " revisions that begin with ")
                    + Sentences.quoted(revision) + "; it has " + (ids.isEmpty() ? "none" : Sentences.quotedAll(ids))
                    + ".\nName one of them.");
        }
        return exact.orElseGet(() -> found.get(0));
    }
}
