package dev.reflux.cli;

import dev.reflux.cli.Confirmation.Answer;
import dev.reflux.cli.ScriptOptions.Presence;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes the state table alone. */
@Command(
        name = "stamp",
        description = "Record the database as being at TARGET, without running anything.",
        footer = {
            "",
            "Examples:",
            "  reflux stamp heads             the database has everything already",
            "  reflux stamp 3f2a              it is at that revision",
            "  reflux stamp --purge 3f2a      the same, whatever the state table says now; asks first",
            "  reflux stamp --sql base:heads  a script that records everything"
        })
final class StampCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", arity = "1..*", description = "What the database has: revisions, heads, base.")
    private List<String> targets = List.of();

    @Option(names = "--purge", description = "Empty the state table first.")
    private boolean purge;

    @Mixin
    private ScriptOptions script = new ScriptOptions();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Invocation invocation;

    StampCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        script.refuseWith("--json", Presence.of(json.isSet()), spec);
        script.refuseWith("--purge", Presence.of(purge), spec);
        if (script.sql()) {
            Journey journey = Journey.parse(targets, spec.commandLine());
            return new Offline(invocation, script).print(offline -> offline.stamp(journey.from(), journey.targets()));
        }
        String[] texts = Journey.targetsOnly(targets, spec.commandLine());
        if (purge
                && confirmation.ask("This forgets what the state table says is applied.", invocation, spec)
                        == Answer.STOP) {
            return ExitCode.FAILED;
        }
        return MigrationRun.of(
                invocation,
                json,
                builder -> builder,
                migrator -> purge ? migrator.purgeAndStamp(texts) : migrator.stamp(texts));
    }
}
