package dev.reflux.r2dbc;

import java.io.Serial;
import java.util.function.Supplier;

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

    /**
     * Runs code of a migration. Reactor takes a missing class or an endless recursion for the end of the virtual machine
     * and lets the error through past every subscriber, so that the run would never end; here it is an ordinary error.
     */
    static <T> T guard(Supplier<T> code) {
        try {
            return code.get();
        } catch (LinkageError | StackOverflowError error) {
            throw new Fatal(error);
        }
    }

    /** An error that Reactor would let through. */
    static final class Fatal extends RuntimeException {

        @Serial
        private static final long serialVersionUID = 1L;

        Fatal(Error error) {
            super(error);
        }
    }
}
