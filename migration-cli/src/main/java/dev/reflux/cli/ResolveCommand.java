package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.Resolution;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Records what a person knows about a revision and the state table does not. */
@Command(
        name = "resolve",
        description = {
            "Say what became of a revision that began outside a transaction and did not finish,",
            "or take a changed source as it is. Nothing is run."
        },
        footer = {
            "",
            "Examples:",
            "  reflux resolve 3f2a --continue  the next upgrade goes on with the statement where it stopped",
            "  reflux resolve 3f2a --applied   all of it is there",
            "  reflux resolve 3f2a --accept    its file has changed since it was applied, and that is right"
        })
final class ResolveCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REVISION", description = "Its id in the state table, or the beginning of it.")
    private String revision = "";

    @ArgGroup(multiplicity = "1", heading = "One of:%n")
    private Said said = new Said();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Invocation invocation;

    ResolveCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Resolution resolution = said.resolution();
        int code = MigrationRun.of(
                invocation, json, builder -> builder, migrator -> migrator.resolve(revision, resolution));
        if (resolution == Resolution.CONTINUE || resolution == Resolution.CONTINUE_AFTER) {
            invocation
                    .terminal()
                    .print(Line.of(Kind.PROGRESS, "To go on with it: run the upgrade or downgrade again."));
        }
        return code;
    }

    /** What is said about the revision. */
    static final class Said {

        @Option(names = "--applied", description = "All of it is there, or you have completed it.")
        private boolean applied;

        @Option(names = "--not-applied", description = "Nothing of it is there, or you have undone it.")
        private boolean notApplied;

        @Option(
                names = "--continue",
                description = "The statement where it stopped has no effect, or you have undone it: run it, and go on.")
        private boolean goOn;

        @Option(
                names = "--continue-after",
                description = "The statement where it stopped has taken effect: go on after it.")
        private boolean goOnAfter;

        @Option(names = "--accept", description = "Its source has changed since it was applied, and that is right.")
        private boolean accept;

        Resolution resolution() {
            if (applied) {
                return Resolution.APPLIED;
            }
            if (notApplied) {
                return Resolution.NOT_APPLIED;
            }
            if (goOn) {
                return Resolution.CONTINUE;
            }
            if (goOnAfter) {
                return Resolution.CONTINUE_AFTER;
            }
            if (accept) {
                return Resolution.ACCEPT;
            }
            throw new IllegalStateException("one of them is required");
        }
    }
}
