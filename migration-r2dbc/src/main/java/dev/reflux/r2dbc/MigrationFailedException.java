package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.plan.Step;
import dev.reflux.revision.RevisionId;
import java.io.Serial;
import java.util.List;
import java.util.Optional;

/**
 * A step failed and is rolled back. The message says which statement, in which file, at which line, what the server said,
 * what was applied before it and what was not started.
 */
public final class MigrationFailedException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient Step step;
    private final transient List<RevisionId> done;
    private final transient List<RevisionId> notStarted;
    private final String sqlState;

    MigrationFailedException(String message, Step step, Outcome outcome, String sqlState, Throwable cause) {
        super(message, cause);
        this.step = step;
        this.done = outcome.done();
        this.notStarted = outcome.notStarted();
        this.sqlState = sqlState;
    }

    /** What else became of the run. */
    record Outcome(List<RevisionId> done, List<RevisionId> notStarted) {}

    /** The same failure, of which more is known. */
    MigrationFailedException with(String more) {
        return new MigrationFailedException(
                getMessage() + "\n" + more,
                step,
                new Outcome(done, notStarted),
                sqlState,
                Optional.ofNullable(getCause()).orElse(this));
    }

    /** Whether others kept the step from its locks: a lock timeout, or a deadlock that this step lost. */
    boolean isBlocked() {
        return sqlState.equals("55P03") || sqlState.equals("40P01");
    }

    /** The step that failed. */
    public Step step() {
        return step;
    }

    /** The revisions whose steps were committed before it, in order. */
    public List<RevisionId> done() {
        return done;
    }

    /** The revisions of the plan that never began, in order. */
    public List<RevisionId> notStarted() {
        return notStarted;
    }

    /** The server's SQLSTATE; empty if the server did not refuse anything. */
    public Optional<String> sqlState() {
        return Optional.of(sqlState).filter(state -> !state.isEmpty());
    }
}
