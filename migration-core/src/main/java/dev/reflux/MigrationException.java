package dev.reflux;

import java.io.Serial;
import java.util.Objects;

/**
 * The root of everything that Reflux throws. The message is written for the person who has to act on it: what was asked,
 * what there is, what to do next. It never contains a password.
 */
public class MigrationException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    /**
     * @param message a sentence with its remedy
     */
    public MigrationException(String message) {
        super(message);
    }

    /**
     * @param message a sentence with its remedy
     * @param cause what happened underneath
     */
    public MigrationException(String message, Throwable cause) {
        super(message, cause);
    }

    /** The sentence; never null. */
    @Override
    public String getMessage() {
        return Objects.requireNonNull(super.getMessage());
    }
}
