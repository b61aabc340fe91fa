package dev.reflux.schema.jpa;

import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Keeps Hibernate from printing its greetings. Hibernate logs through the logging of the JDK where nobody configured anything else,
 * and that prints to the standard error. Other logging systems are set up by the application, and stay as they are.
 */
final class Silence {

    private static final Logger HIBERNATE = Logger.getLogger("org.hibernate");

    private Silence() {}

    /** What the work gives. One at a time, for the level is put back; the logger is the one object that all copies share. */
    static <T> T during(Supplier<T> work) {
        synchronized (HIBERNATE) {
            @Nullable Level before = HIBERNATE.getLevel();
            HIBERNATE.setLevel(Level.OFF);
            try {
                return work.get();
            } finally {
                HIBERNATE.setLevel(before);
            }
        }
    }
}
