package dev.reflux.cli;

import dev.reflux.r2dbc.SchemaNotReadyException;
import dev.reflux.revision.TargetException;

/** How the process tells its caller what became of it. */
final class ExitCode {

    static final int DONE = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;

    /** What was compared is not the same, or the database is not where it should be. */
    static final int DIFFERENT = 3;

    /** 128 and the number of SIGINT, as shells have it. */
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    /** For a command that ended with this error. */
    static int of(Throwable error) {
        if (error instanceof SchemaNotReadyException) {
            return DIFFERENT;
        }
        return error instanceof TargetException.Malformed ? USAGE : FAILED;
    }
}
