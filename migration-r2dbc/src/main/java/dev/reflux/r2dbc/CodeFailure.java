package dev.reflux.r2dbc;

import java.io.Serial;

/** The Java code of a migration failed; the cause is what it threw. Stays inside this package. */
final class CodeFailure extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient StagedStep step;

    CodeFailure(StagedStep step, Throwable cause) {
        super(cause);
        this.step = step;
    }

    StagedStep step() {
        return step;
    }
}
