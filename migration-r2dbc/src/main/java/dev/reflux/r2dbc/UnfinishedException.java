package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.AppliedRevision.Progress;
import dev.reflux.revision.Sentences;
import java.io.Serial;
import java.util.List;

/** A revision that runs outside a transaction began and did not finish; what it has done has to be looked at first. */
public final class UnfinishedException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    UnfinishedException(List<AppliedRevision> rows) {
        super("The database has "
                + Sentences.count(rows.size(), "revision") + " that began outside a transaction and did not finish: "
                + Sentences.and(rows.stream().map(UnfinishedException::describe).toList())
                + ".\nLook at what is there. If all of it is, or you have completed it: reflux stamp "
                + rows.get(0).id()
                + ". If nothing of it is, or you have undone it, stamp the revision below it, and upgrade again."
                + " An index that CREATE INDEX CONCURRENTLY left invalid has to be dropped.");
    }

    private static String describe(AppliedRevision row) {
        return row.id()
                + (row.progress() instanceof Progress.Unfinished unfinished
                        ? " (" + Sentences.count(unfinished.statementsDone(), "statement") + " done"
                                + (unfinished.failed()
                                        ? ", the next one failed)"
                                        : ", the outcome of the next one is not known)")
                        : "");
    }
}
