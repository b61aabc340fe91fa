package dev.reflux.cli;

import dev.reflux.plan.Direction;
import dev.reflux.plan.Plan;
import dev.reflux.plan.Planner.Gaps;
import dev.reflux.plan.Step;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.r2dbc.StepSql;
import dev.reflux.source.LoadedMigrations;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what a run would do. */
@Command(
        name = "plan",
        description = "Show what an upgrade or a downgrade would run, in order, and run nothing.",
        footer = {
            "",
            "Examples:",
            "  reflux plan                    what reflux upgrade would do",
            "  reflux plan +1 --sql           the next revision, with its SQL",
            "  reflux plan --down base        what reflux downgrade base would do",
            "  reflux plan downgrade -1       the same words as for the run work too"
        })
final class PlanCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            paramLabel = "TARGET",
            arity = "0..*",
            description = "Where to go, with the word upgrade or downgrade before it if you like. Otherwise heads.")
    private List<String> words = List.of();

    @Option(names = "--down", description = "Downgrade to TARGET.")
    private boolean down;

    @Option(names = "--allow-gaps", description = "Also run revisions that were inserted below applied ones.")
    private boolean allowGaps;

    @Option(names = "--sql", description = "Show the SQL, as far as it is known before it runs.")
    private boolean sql;

    @Option(names = "--json", description = "Print JSON: the steps, with their statements.")
    private boolean json;

    private final Invocation invocation;

    PlanCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Optional<Direction> word = words.stream().findFirst().flatMap(PlanCommand::direction);
        List<String> targets = word.isPresent() ? words.subList(1, words.size()) : words;
        boolean downwards = down || word.equals(Optional.of(Direction.DOWNGRADE));
        if (down && word.equals(Optional.of(Direction.UPGRADE))) {
            throw new ParameterException(spec.commandLine(), "\"upgrade\" and \"--down\" contradict each other.");
        }
        if (downwards && targets.size() != 1) {
            throw new ParameterException(
                    spec.commandLine(),
                    "A downgrade needs one TARGET: a revision that is applied, \"-1\" or \"base\".");
        }
        String[] texts = Targets.checked(targets.isEmpty() ? List.of("heads") : targets);
        LoadedMigrations migrations = invocation.project().load();
        print(downwards ? Direction.DOWNGRADE : Direction.UPGRADE, texts, migrations);
        return ExitCode.DONE;
    }

    private static Optional<Direction> direction(String word) {
        return switch (word) {
            case "upgrade" -> Optional.of(Direction.UPGRADE);
            case "downgrade" -> Optional.of(Direction.DOWNGRADE);
            default -> Optional.empty();
        };
    }

    private void print(Direction direction, String[] targets, LoadedMigrations migrations) {
        try (Database database = Database.of(invocation)) {
            Migrator migrator = database.migrator(migrations)
                    .gaps(allowGaps ? Gaps.RUN : Gaps.REFUSE)
                    .build();
            Plan plan = database.explained(() -> Objects.requireNonNull((direction == Direction.UPGRADE
                            ? migrator.planUpgrade(targets)
                            : migrator.planDowngrade(targets[0]))
                    .block()));
            PlanLines lines = new PlanLines(plan, migrations);
            if (json) {
                invocation.printDocument(Json.of(lines.json(step -> statements(step, migrations))) + "\n");
            } else if (sql) {
                invocation.printDocument(lines.script(step -> statements(step, migrations)));
            } else {
                invocation.terminal().print(lines.lines());
            }
            invocation.terminal().print(lines.remarks(String.join(" ", targets)));
        }
    }

    private Optional<List<String>> statements(Step step, LoadedMigrations migrations) {
        return Objects.requireNonNull(
                StepSql.of(migrations.revision(step.id()), step.direction(), invocation.arguments())
                        .block());
    }
}
