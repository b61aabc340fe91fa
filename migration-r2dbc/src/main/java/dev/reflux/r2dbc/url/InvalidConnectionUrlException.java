package dev.reflux.r2dbc.url;

import dev.reflux.MigrationException;
import java.io.Serial;
import java.util.List;

/**
 * A connection URL cannot be used. The message names every problem that was found, each with its remedy, and contains no
 * part of the URL that may be a password; for the same reason there is no cause that quotes the URL.
 */
public final class InvalidConnectionUrlException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    private InvalidConnectionUrlException(String message, List<String> problems) {
        super(message);
        this.problems = List.copyOf(problems);
    }

    private InvalidConnectionUrlException(String problem, Throwable cause) {
        super(problem, cause);
        this.problems = List.of(problem);
    }

    static InvalidConnectionUrlException of(String problem) {
        return of(List.of(problem));
    }

    static InvalidConnectionUrlException of(List<String> problems) {
        return new InvalidConnectionUrlException(message("The connection URL", problems), problems);
    }

    /** The driver refuses the settings; {@code cause} must not carry the URL. */
    static InvalidConnectionUrlException of(String problem, Throwable cause) {
        return new InvalidConnectionUrlException(problem, cause);
    }

    /** The same problems, of the URL that was found in {@code origin}. */
    InvalidConnectionUrlException foundIn(String origin) {
        String message = message("The connection URL in " + origin, problems);
        return new InvalidConnectionUrlException(
                problems.size() == 1 ? "Cannot use " + origin + ": " + message : message, problems);
    }

    /** What is wrong, a sentence or two for each problem; never empty. */
    public List<String> problems() {
        return problems;
    }

    private static String message(String subject, List<String> problems) {
        if (problems.size() == 1) {
            return problems.get(0);
        }
        return subject + " has " + problems.size() + " problems:\n  " + String.join("\n  ", problems);
    }
}
