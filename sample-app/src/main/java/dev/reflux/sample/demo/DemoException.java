package dev.reflux.sample.demo;

import java.io.Serial;

/** Why the demo cannot go on; the message is written for the person who started it, and says what to do. */
final class DemoException extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    DemoException(String message) {
        super(message);
    }

    DemoException(String message, Throwable cause) {
        super(message, cause);
    }
}
