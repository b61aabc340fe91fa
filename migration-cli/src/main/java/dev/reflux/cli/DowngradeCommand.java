package dev.reflux.cli;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Runs the downgrades that lead to a target. */
@Command(
        name = "downgrade",
        description = "Run the downgrades of all that builds on TARGET; TARGET itself stays.",
        footer = {
            "",
            "Examples:",
            "  reflux downgrade -1            undoes the last revision",
            "  reflux downgrade 3f2a          undoes what came after that revision",
            "  reflux downgrade base          undoes everything",
            "  reflux downgrade billing@base  undoes what belongs to the branch \"billing\""
        })
final class DowngradeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", arity = "1", description = "Where to go: a revision that is applied, -1, base.")
    private Optional<String> target = Optional.empty();

    @Mixin
    private RunOptions runOptions = new RunOptions();

    private final Invocation invocation;

    DowngradeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        String text = Targets.checked(List.of(target.orElseThrow()))[0];
        return MigrationRun.of(invocation, runOptions::apply, migrator -> migrator.downgrade(text));
    }
}
