package dev.reflux.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What commands that change a database share: whether they only write down what they would do, and what they hand on. */
final class ScriptOptions {

    @Option(
            names = "--sql",
            description =
                    "Do not connect: print the SQL, for psql. FROM:TO says where the database is and where it goes.")
    private boolean sql;

    @Option(
            names = "--tag",
            paramLabel = "TEXT",
            description = "A word for migrations to read, the same as -x tag=TEXT.")
    private Optional<String> tag = Optional.empty();

    boolean sql() {
        return sql;
    }

    /** What migrations are handed. */
    Map<String, String> arguments(Invocation invocation) {
        Map<String, String> arguments = new LinkedHashMap<>(invocation.arguments());
        tag.ifPresent(text -> arguments.put("tag", text));
        return arguments;
    }

    /**
     * Refuses another option beside this one.
     *
     * @throws ParameterException if both are there
     */
    void refuseWith(String name, Presence presence, CommandSpec spec) {
        if (sql && presence == Presence.GIVEN) {
            throw new ParameterException(spec.commandLine(), "--sql and " + name + " do not go together: say one.");
        }
    }

    /** Whether an option was typed. */
    enum Presence {
        GIVEN,
        ABSENT;

        static Presence of(boolean given) {
            return given ? GIVEN : ABSENT;
        }
    }
}
