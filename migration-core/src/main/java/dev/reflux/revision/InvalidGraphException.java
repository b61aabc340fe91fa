package dev.reflux.revision;

import dev.reflux.MigrationException;
import java.io.Serial;
import java.util.List;

/** The revisions do not form a graph; says everything that is wrong with them at once. */
public final class InvalidGraphException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<String> problems;

    /**
     * @param problems one sentence each, not empty
     */
    public InvalidGraphException(List<String> problems) {
        super(problems.size() == 1 ? problems.get(0) : listed(problems));
        this.problems = List.copyOf(problems);
    }

    private static String listed(List<String> problems) {
        return "There are " + problems.size() + " problems with the revisions:\n  - " + String.join("\n  - ", problems);
    }

    /** The problems, one sentence each, in a stable order. */
    public List<String> problems() {
        return problems;
    }
}
