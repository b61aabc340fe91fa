package dev.reflux.source;

import dev.reflux.MigrationException;
import java.io.Serial;
import java.util.List;

/** Statements cannot run as their revisions are declared; says all of it at once, before anything runs. */
public final class RefusedStatementException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * @param problems as {@link StatementRules} words them, not empty
     */
    public RefusedStatementException(List<String> problems) {
        super(
                problems.size() == 1
                        ? problems.get(0)
                        : "There are " + problems.size() + " statements that cannot run:\n  - "
                                + String.join("\n  - ", problems));
        this.problems = List.copyOf(problems);
    }

    /** The problems, each with its place and its remedy. */
    public List<String> problems() {
        return problems;
    }
}
