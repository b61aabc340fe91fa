package dev.reflux.cli;

import dev.reflux.diff.Stages.IndexBuild;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What a revision is generated from. */
final class GenerateOptions extends ComparisonOptions {

    static final String AUTOGENERATE = "--autogenerate";
    static final String FROM_DATABASE = "--from-database";
    private static final Set<String> WITHOUT_MODELS = Set.of("--dev-url", "--include", "--exclude", "--no-proof");

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
            names = "--concurrent-indexes",
            description = "Build indexes on existing tables with CONCURRENTLY, in a revision of their own.")
    private boolean concurrentIndexes;

    @Option(
            names = "--no-proof",
            description = "Do not try the revision on an empty copy of the structure before it is written.")
    private boolean noProof;

    /**
     * Refuses options that mean nothing in this mode.
     *
     * @throws ParameterException for the first one
     */
    static void check(Mode mode, CommandSpec spec) {
        spec.commandLine().getParseResult().matchedOptionsSet().stream()
                .filter(option -> option.group() != null)
                .map(OptionSpec::longestName)
                .filter(name -> !mode.takes(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new ParameterException(
                            spec.commandLine(), name + " goes with " + AUTOGENERATE + ", and that is not there.");
                });
    }

    IndexBuild indexBuild() {
        return concurrentIndexes ? IndexBuild.CONCURRENT : IndexBuild.IN_TRANSACTION;
    }

    boolean proves() {
        return !noProof;
    }
}
