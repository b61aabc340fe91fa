package dev.reflux.sql;

import dev.reflux.MigrationException;
import java.io.Serial;
import java.util.List;
import java.util.stream.Collectors;

/** A script cannot be split, or holds what a runner cannot execute; says everything that was found, with a caret each. */
public final class SqlSyntaxException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final transient List<SqlProblem> problems;

    /**
     * @param problems not empty, in the order of the text
     */
    SqlSyntaxException(List<SqlProblem> problems) {
        super(problems.stream()
                .map(problem ->
                        problem.sentence() + "\n" + problem.excerpt().indent(4).stripTrailing())
                .collect(Collectors.joining("\n")));
        this.problems = List.copyOf(problems);
    }

    /** What was found, in the order of the text. At a quote that is never closed the reading stops. */
    public List<SqlProblem> problems() {
        return problems;
    }
}
