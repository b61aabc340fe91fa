package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.plan.Direction;
import dev.reflux.r2dbc.MigrationFailedException.Outcome;
import dev.reflux.r2dbc.wire.ServerError;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import dev.reflux.sql.SourcePosition;
import java.util.List;
import java.util.Optional;
import org.jooq.exception.DetachedException;

/** Writes the message of a failed run, for the person who has to mend the migration. */
final class FailureReport {

    private final StateRights rights;
    private final List<StagedStep> plan;
    private final List<StagedStep> done;

    /**
     * @param table where the state is kept
     * @param plan all steps of the attempt
     * @param done those that are committed
     */
    FailureReport(StateTable table, List<StagedStep> plan, List<StagedStep> done) {
        this.rights = new StateRights(table);
        this.plan = plan;
        this.done = done;
    }

    /** The report of a failed step; other errors stay as they are. */
    Throwable explain(Throwable error) {
        if (error instanceof ServerFailure failure && (failure.lockBusy() || failure.stateMoved())) {
            return error;
        }
        if (error instanceof ServerFailure.OfStatement failure) {
            return statement(failure);
        }
        if (error instanceof ServerFailure.OfRead failure) {
            return read(failure);
        }
        return error instanceof CodeFailure failure ? code(failure) : error;
    }

    private MigrationFailedException statement(ServerFailure.OfStatement failure) {
        Entry entry = failure.entry();
        StringBuilder text = new StringBuilder(headline(entry.step())).append(' ');
        entry.statement()
                .ifPresentOrElse(
                        source -> text.append(place(entry.step(), source, failure)), () -> text.append(place(entry)));
        text.append('\n').append(server(failure.error()));
        rights.missing(entry.role(), failure.error())
                .ifPresent(right -> text.append('\n').append(right));
        return exception(text, entry.step(), failure.error().sqlState(), failure);
    }

    private static String place(StagedStep step, Entry.Source source, ServerFailure.OfStatement failure) {
        SourcePosition position = source.position(failure.error(), failure.position());
        boolean isFile = step.revision().code().match(sql -> true, java -> false);
        return "at statement " + source.number() + " in "
                + step.step().revision().origin()
                + (isFile ? ", line " + position.line() : "") + ":\n\n"
                + indented(source.script().caret(position)) + "\n";
    }

    private static String indented(String lines) {
        return "    " + lines.replace("\n", "\n    ");
    }

    private MigrationFailedException read(ServerFailure.OfRead failure) {
        StringBuilder text = new StringBuilder(headline(failure.step()))
                .append(" at a read:\n  ")
                .append(failure.sql().strip().replace("\n", "\n  "))
                .append('\n')
                .append(server(failure.error()));
        return exception(text, failure.step(), failure.error().sqlState(), failure);
    }

    private MigrationFailedException code(CodeFailure failure) {
        Throwable thrown = Optional.ofNullable(failure.getCause()).orElse(failure);
        Throwable cause = thrown instanceof CodeFailure.Fatal
                ? Optional.ofNullable(thrown.getCause()).orElse(thrown)
                : thrown;
        StringBuilder text =
                new StringBuilder(headline(failure.step())).append(": ").append(said(cause));
        return exception(text, failure.step(), "", cause);
    }

    private static String said(Throwable cause) {
        if (cause instanceof MigrationException known) {
            return known.getMessage();
        }
        return cause instanceof DetachedException
                ? "it called a blocking method of jOOQ. Emit the query, or read with Flux.from(db.select(...))."
                : "its code threw " + cause;
    }

    private static String headline(StagedStep step) {
        return "The " + step.direction().word() + " of "
                + step.step().revision().title() + " failed";
    }

    private static String place(Entry entry) {
        return switch (entry.role()) {
            case COMMIT -> "when it was committed (a deferred constraint speaks only then):";
            case CREATE_TABLES -> "when the state table was created:";
            case REPAIR -> "when what an interrupted run has left was repaired, with " + entry.sql() + ":";
            case RECORD, JOURNAL -> "when it was recorded in the state table:";
            case BEGIN, SAVEPOINT, LOCK, CHECK, STATEMENT -> "before its first statement:";
        };
    }

    static String server(ServerError error) {
        StringBuilder text = new StringBuilder(error.severity() + " " + error.sqlState() + ": " + error.message());
        error.detail().ifPresent(detail -> text.append("\nDetail: ").append(detail));
        error.hint().ifPresent(hint -> text.append("\nHint: ").append(hint));
        error.where().ifPresent(where -> text.append("\nWhere: ").append(where.replace("\n", "\n       ")));
        return text.toString();
    }

    private MigrationFailedException exception(
            StringBuilder text, StagedStep failed, String sqlState, Throwable cause) {
        Outcome outcome = new Outcome(ids(done), ids(plan.subList(plan.indexOf(failed) + 1, plan.size())));
        text.append(
                failed.transactional()
                        ? "\nRolled back: " + failed.id() + "."
                        : "\nNot rolled back, for it runs outside a transaction: " + failed.id()
                                + ". What it has done is recorded, and the next run goes on from there.");
        String verb = failed.direction() == Direction.UPGRADE ? "Applied" : "Undone";
        text.append(' ')
                .append(verb)
                .append(" before it: ")
                .append(names(outcome.done()))
                .append('.');
        text.append(" Not started: ").append(names(outcome.notStarted())).append('.');
        return new MigrationFailedException(text.toString(), failed.step(), outcome, sqlState, cause);
    }

    private static List<RevisionId> ids(List<StagedStep> steps) {
        return steps.stream().map(StagedStep::id).toList();
    }

    private static String names(List<RevisionId> ids) {
        return ids.isEmpty()
                ? "none"
                : Sentences.and(ids.stream().map(RevisionId::value).toList());
    }
}
