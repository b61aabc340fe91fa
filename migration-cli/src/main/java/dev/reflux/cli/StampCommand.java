package dev.reflux.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes the state table alone. */
@Command(
        name = "stamp",
        description = "Record the database as being at TARGET, without running anything.",
        footer = {
            "",
            "Examples:",
            "  reflux stamp heads         the database has everything already",
            "  reflux stamp 3f2a          it is at that revision",
            "  reflux stamp --purge 3f2a  the same, whatever the state table says now"
        })
final class StampCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", arity = "1..*", description = "What the database has: revisions, heads, base.")
    private List<String> targets = List.of();

    @Option(names = "--purge", description = "Empty the state table first.")
    private boolean purge;

    private final Invocation invocation;

    StampCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        String[] texts = Targets.checked(targets);
        return MigrationRun.of(
                invocation,
                builder -> builder,
                migrator -> purge ? migrator.purgeAndStamp(texts) : migrator.stamp(texts));
    }
}
