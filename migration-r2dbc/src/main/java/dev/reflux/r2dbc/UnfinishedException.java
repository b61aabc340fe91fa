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
                + ".\nLook at what it has done. If all of it is there, record that with: reflux stamp REVISION."
                + " If nothing is, or you have undone it: reflux stamp PARENT, then upgrade again.");
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
