package dev.reflux.cli;

import java.io.Serial;

/** Somebody interrupted the command. The person has been told; nothing more is to be said. */
final class InterruptedWorkException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InterruptedWorkException() {
        super("interrupted");
    }
}
