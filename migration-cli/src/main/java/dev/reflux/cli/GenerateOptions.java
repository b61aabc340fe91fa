package dev.reflux.cli;

import dev.reflux.diff.Stages.IndexBuild;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a revision is generated from. */
final class GenerateOptions extends ComparisonOptions {

    private static final String AUTOGENERATE = "--autogenerate";
    private static final String FROM_DATABASE = "--from-database";
    private static final Set<String> WITHOUT_MODELS =
            Set.of(FROM_DATABASE, "--dev-url", "--include", "--exclude", "--no-proof");

    /** From what the statements are generated. */
    enum Mode {
        /** From nothing: a person writes them. */
        NOTHING,
        /** From the difference of the database and the models. */
        DIFFERENCE,
        /** From what the database has. */
        DATABASE;

        private boolean takes(String option) {
            return this == DIFFERENCE || (this == DATABASE && WITHOUT_MODELS.contains(option));
        }
    }

    @Option(
            names = AUTOGENERATE,
            description = "Write the statements that lead from the database to the models, and back.")
    private boolean autogenerate;

    @Option(
            names = FROM_DATABASE,
            description = "Write the first revision of a database that exists: all that it has, from nothing.")
    private boolean fromDatabase;

    @Option(
            names = "--concurrent-indexes",
            description = "Build indexes on existing tables with CONCURRENTLY, in a revision of their own.")
    private boolean concurrentIndexes;

    @Option(
            names = "--no-proof",
            description = "Do not try the revision on an empty copy of the structure before it is written.")
    private boolean noProof;

    /**
     * What was asked for.
     *
     * @throws ParameterException if the options do not go together
     */
    Mode mode(CommandSpec spec) {
        if (autogenerate && fromDatabase) {
            throw new ParameterException(
                    spec.commandLine(), AUTOGENERATE + " and " + FROM_DATABASE + " do not go together: say one.");
        }
        Mode mode = autogenerate ? Mode.DIFFERENCE : fromDatabase ? Mode.DATABASE : Mode.NOTHING;
        spec.commandLine().getParseResult().matchedOptionsSet().stream()
                .filter(option -> option.group() != null)
                .map(OptionSpec::longestName)
                .filter(name -> !mode.takes(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ParameterException(
                            spec.commandLine(), name + " goes with " + AUTOGENERATE + ", and that is not there.");
                });
        return mode;
    }

    IndexBuild indexBuild() {
        return concurrentIndexes ? IndexBuild.CONCURRENT : IndexBuild.IN_TRANSACTION;
    }

    boolean proves() {
        return !noProof;
    }
}
