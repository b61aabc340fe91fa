package dev.reflux.cli;

import dev.reflux.cli.ScriptOptions.Presence;
import dev.reflux.plan.Planner.Gaps;
import dev.reflux.r2dbc.StartPolicy;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the upgrades that lead to a target. */
@Command(
        name = "upgrade",
        description = "Run the upgrades that lead to TARGET, and to all that it depends on.",
        footer = {
            "",
            "Examples:",
            "  reflux upgrade                   to all heads",
            "  reflux upgrade +1                one revision further",
            "  reflux upgrade 3f2a              to the revision whose id begins like that",
            "  reflux upgrade billing@head      to the head of the branch \"billing\"",
            "  reflux upgrade --sql > all.sql   a script from nothing to all heads",
            "  reflux upgrade --sql 3f2a:heads  a script for a database that is at 3f2a",
            "  reflux upgrade --wait            only wait until others have upgraded, and go on",
            "  reflux upgrade --check           only say whether everything is applied"
        })
final class UpgradeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", arity = "0..*", description = "Where to go. Otherwise heads: everything.")
    private List<String> targets = List.of();

    @Option(names = "--allow-gaps", description = "Also run revisions that were inserted below applied ones.")
    private boolean allowGaps;

    @ArgGroup(heading = "%nFor who must not migrate:%n")
    private Readiness readiness = new Readiness();

    @Mixin
    private RunOptions runOptions = new RunOptions();

    @Mixin
    private ScriptOptions script = new ScriptOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Invocation invocation;

    UpgradeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<String> texts = targets.isEmpty() ? List.of("heads") : targets;
        script.refuseWith("--json", Presence.of(json.isSet()), spec);
        if (script.sql()) {
            Journey journey = Journey.parse(texts, spec.commandLine());
            return new Offline(invocation, script).print(offline -> offline.upgrade(journey.from(), journey.targets()));
        }
        String[] checked = Journey.targetsOnly(texts, spec.commandLine());
        Gaps gaps = allowGaps ? Gaps.RUN : Gaps.REFUSE;
        return MigrationRun.of(
                invocation,
                json,
                builder -> runOptions
                        .apply(builder)
                        .arguments(script.arguments(invocation))
                        .gaps(gaps),
                migrator -> migrator.start(readiness.policy(), checked));
    }

    /** What is asked of a database that others migrate. */
    static final class Readiness {

        @Option(
                names = "--wait",
                description =
                        "Run nothing: wait until others have applied it, at most for --wait-limit, and then exit with"
                                + " 3. A database that is ahead of the files will do.")
        private boolean wait;

        @Option(
                names = "--check",
                description =
                        "Run nothing: exit with 3 at once if something is not applied. A database that is ahead of"
                                + " the files will do.")
        private boolean check;

        StartPolicy policy() {
            return wait ? StartPolicy.WAIT : check ? StartPolicy.CHECK : StartPolicy.MIGRATE;
        }
    }
}
