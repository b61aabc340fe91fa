package dev.reflux.cli;

import dev.reflux.cli.Confirmation.Answer;
import dev.reflux.cli.ScriptOptions.Presence;
import dev.reflux.revision.Target;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Runs the downgrades that lead to a target. */
@Command(
        name = "downgrade",
        description = "Run the downgrades of all that builds on TARGET; TARGET itself stays.",
        footer = {
            "",
            "Examples:",
            "  reflux downgrade -1               undoes the last revision",
            "  reflux downgrade 3f2a             undoes what came after that revision",
            "  reflux downgrade base             undoes everything; asks first",
            "  reflux downgrade billing@base     undoes what belongs to the branch \"billing\"; asks first",
            "  reflux downgrade --sql head:3f2a  a script for a database that is at the head"
        })
final class DowngradeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "TARGET", arity = "1", description = "Where to go: a revision that is applied, -1, base.")
    private Optional<String> target = Optional.empty();

    @Mixin
    private RunOptions runOptions = new RunOptions();

    @Mixin
    private ScriptOptions script = new ScriptOptions();

    @Mixin
    private Confirmation confirmation = new Confirmation();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Invocation invocation;

    DowngradeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        List<String> texts = List.of(target.orElseThrow());
        script.refuseWith("--json", Presence.of(json.isSet()), spec);
        if (script.sql()) {
            return print(Journey.parse(texts, spec.commandLine()));
        }
        String text = Journey.targetsOnly(texts, spec.commandLine())[0];
        if (asks(Target.parse(text)) == Answer.STOP) {
            return ExitCode.FAILED;
        }
        return MigrationRun.of(
                invocation,
                json,
                builder -> runOptions.apply(builder).arguments(script.arguments(invocation)),
                migrator -> migrator.downgrade(text));
    }

    private int print(Journey journey) {
        Target from = journey.from()
                .orElseThrow(() -> new ParameterException(
                        spec.commandLine(),
                        "A script for a downgrade has to be told where the database is: reflux downgrade --sql FROM:TO,"
                                + " for instance head:"
                                + journey.targets().get(0)));
        return new Offline(invocation, script)
                .print(offline -> offline.downgrade(from, journey.targets().get(0)));
    }

    private Answer asks(Target parsed) {
        if (parsed.symbol().filter("base"::equals).isEmpty() || parsed.offset().isPresent()) {
            return Answer.GO_ON;
        }
        String what = parsed.branch()
                .map(branch -> "everything that belongs to the branch \"" + branch + "\"")
                .orElse("every revision");
        return confirmation.ask("This undoes " + what + ", and the data in it is lost.", invocation, spec);
    }
}
