package dev.reflux.cli;

import dev.reflux.cli.RevisionPrinter.Form;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.revision.History;
import dev.reflux.revision.Range;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.source.LoadedMigrations;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the revisions. */
@Command(
        name = "history",
        description = "Show the revisions, newest first. Needs no database, unless it has to know where that is.",
        footer = {
            "",
            "Examples:",
            "  reflux history -r 3f2a:        from that revision on",
            "  reflux history -r -3:current   what was applied last (needs the database)",
            "  reflux history -i              with a mark where the database is"
        })
final class HistoryCommand implements Callable<Integer> {

    @Option(
            names = {"-r", "--rev-range"},
            paramLabel = "START:END",
            converter = RangeText.class,
            description = "Only these. One of the two may be missing; -3 counts down from END, +3 up from START.")
    private Optional<Range> range = Optional.empty();

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark where the database is.")
    private boolean indicateCurrent;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Invocation invocation;

    HistoryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** Reads a range. */
    static final class RangeText implements ITypeConverter<Range> {
        @Override
        public Range convert(String text) {
            return Range.parse(text);
        }
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        Optional<MigrationStatus> status = needsDatabase() ? Optional.of(status(migrations)) : Optional.empty();
        Optional<Set<RevisionId>> marked =
                status.filter(known -> indicateCurrent).map(MigrationStatus::current);
        new RevisionPrinter(invocation, migrations.graph(), marked, json)
                .print(revisions(migrations, status), Form.HISTORY);
        return ExitCode.DONE;
    }

    private boolean needsDatabase() {
        return indicateCurrent
                || range.stream()
                        .flatMap(ends -> Stream.concat(ends.start().stream(), ends.end().stream()))
                        .anyMatch(NamedRevisions::mentionsCurrent);
    }

    private List<RevisionNode> revisions(LoadedMigrations migrations, Optional<MigrationStatus> status) {
        History history = new History(
                migrations.graph(),
                status.<Set<RevisionId>>map(MigrationStatus::applied).orElse(Set.of()));
        return range.map(history::newestFirst).orElseGet(history::newestFirst);
    }

    private MigrationStatus status(LoadedMigrations migrations) {
        try (Database database = Database.of(invocation)) {
            return database.status(migrations);
        }
    }
}
