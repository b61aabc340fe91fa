package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.plan.Direction;
import dev.reflux.r2dbc.AppliedRevision.Progress.Unfinished;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import dev.reflux.sql.Statement;
import java.io.Serial;
import java.time.Duration;
import java.util.List;

/**
 * A revision that runs outside a transaction began and did not finish, and the run cannot go on by itself: only a person can
 * say what became of it, or it is not what the run was asked for.
 */
public final class UnfinishedException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private UnfinishedException(String message) {
        super(message);
    }

    /** It stands in the way of a run that does not go through it. */
    static UnfinishedException inTheWay(List<AppliedRevision> rows) {
        AppliedRevision first = rows.get(0);
        boolean up = first.progress() instanceof Unfinished unfinished && unfinished.direction() == Direction.UPGRADE;
        return new UnfinishedException("The database has "
                + Sentences.count(rows.size(), "revision") + " that began outside a transaction and did not finish: "
                + Sentences.and(rows.stream().map(UnfinishedException::describe).toList())
                + ".\nFinish it first: reflux " + (up ? "upgrade " + first.id() : "downgrade to below " + first.id())
                + ". Or look at what is there, and say so:" + answers(first.id()));
    }

    /** What it was when it began is not what it is now, so the statements that are done may be others. */
    static UnfinishedException changed(AppliedRevision row) {
        return new UnfinishedException("The source of " + describe(row)
                + " has changed since it began, so it cannot simply go on.\nIf only what was still to come has changed:"
                + " reflux resolve " + row.id() + " --continue. Otherwise look at what is there, and say so:"
                + answers(row.id()));
    }

    /** The outcome of a statement is not known. */
    static UnfinishedException unknown(StagedStep step, Statement statement, Entry entry) {
        int number = entry.statement().map(Entry.Source::number).orElse(1);
        return new UnfinishedException(
                "An earlier run of the " + step.direction().word() + " of "
                        + step.step().revision().title() + " was interrupted at statement " + number
                        + ", and the database does not tell whether it took effect:\n\n    "
                        + statement.text().strip().replace("\n", "\n    ")
                        + "\n\nLook at what is there, and say so:"
                        + answer(step.id(), "--continue", "it did not, or you have undone it: run it, and go on")
                        + answer(step.id(), "--continue-after", "it did: go on after it")
                        + answers(step.id()));
    }

    /** A migration in Java reads what its first run has changed, so nobody knows whether it emits the same again. */
    static UnfinishedException readsBefore(StagedStep step) {
        return new UnfinishedException(
                "An earlier run of the " + step.direction().word() + " of "
                        + step.step().revision().title()
                        + " was interrupted, and it reads the database before the place where it"
                        + " stopped. What it would do now may differ.\nLook at what is there, and say so:"
                        + answers(step.id()));
    }

    /** The statement of a client that is gone does not come to its end. */
    static UnfinishedException stillRunning(StagedStep step, Blockers workers, Duration waited) {
        return new UnfinishedException("Gave up after waiting " + waited.toSeconds()
                + " s for a statement of an interrupted run of " + step.id() + " that still goes on at the server: "
                + workers + ".\nWait for it, or end it with SELECT pg_terminate_backend(process), and run again.");
    }

    private static String answers(RevisionId id) {
        return answer(id, "--applied", "all of it is there, or you have completed it")
                + answer(id, "--not-applied", "nothing of it is there, or you have undone it");
    }

    private static String answer(RevisionId id, String flag, String meaning) {
        return "\n  reflux resolve " + id + " " + String.format("%-16s", flag) + "  " + meaning;
    }

    private static String describe(AppliedRevision row) {
        return row.id() + (row.progress() instanceof Unfinished unfinished ? described(unfinished) : "");
    }

    private static String described(Unfinished unfinished) {
        return " (" + unfinished.direction().word() + ", " + Sentences.count(unfinished.statementsDone(), "statement")
                + " done"
                + (unfinished.failed() ? ", the next one failed)" : ", the outcome of the next one is not known)");
    }
}
