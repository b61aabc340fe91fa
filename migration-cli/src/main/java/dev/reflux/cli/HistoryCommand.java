package dev.reflux.cli;

import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.source.LoadedMigrations;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
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
            converter = HistoryRange.Converter.class,
            description = "Only these. One of the two may be missing; -3 counts down from END, +3 up from START.")
    private HistoryRange range = HistoryRange.ALL;

    @Option(
            names = {"-i", "--indicate-current"},
            description = "Mark where the database is.")
    private boolean indicateCurrent;

    private final Invocation invocation;

    HistoryCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        Optional<MigrationStatus> status =
                indicateCurrent || range.mentionsCurrent() ? Optional.of(status(migrations)) : Optional.empty();
        RevisionGraph graph = migrations.graph();
        Set<RevisionId> marked = status.filter(known -> indicateCurrent)
                .<Set<RevisionId>>map(MigrationStatus::current)
                .orElse(Set.of());
        Set<RevisionId> applied =
                status.<Set<RevisionId>>map(MigrationStatus::applied).orElse(Set.of());
        RevisionLines lines = new RevisionLines(graph, marked);
        range.of(graph, applied).forEach(node -> print(lines, node));
        invocation.terminal().print(lines.remarks());
        return ExitCode.DONE;
    }

    private void print(RevisionLines lines, RevisionNode node) {
        if (invocation.options().verbose()) {
            invocation.terminal().print(lines.block(node));
        } else {
            invocation.terminal().print(lines.history(node));
        }
    }

    private MigrationStatus status(LoadedMigrations migrations) {
        try (Database database = Database.of(invocation)) {
            return database.status(migrations);
        }
    }
}
