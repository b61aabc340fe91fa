package dev.reflux.cli;

import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.source.LoadedMigrations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows where the database is. */
@Command(
        name = "current",
        description = "Show where the database is: the revisions that no other applied one builds on.",
        footer = {
            "",
            "Examples:",
            "  reflux current                a line for each revision",
            "  reflux current --verbose      all that is known of them, and which database it is",
            "  reflux current --check-heads  exit code 3 if something is not applied"
        })
final class CurrentCommand implements Callable<Integer> {

    @Option(
            names = {"-c", "--check-heads"},
            description = "End with exit code 3 unless everything is applied.")
    private boolean checkHeads;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Invocation invocation;

    CurrentCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        try (Database database = Database.of(invocation)) {
            MigrationStatus status = database.status(migrations);
            print(status, database);
            boolean atHeads = status.isUpToDate() && status.unknown().isEmpty();
            return checkHeads && !atHeads ? ExitCode.DIFFERENT : ExitCode.DONE;
        }
    }

    private void print(MigrationStatus status, Database database) {
        if (json.isSet()) {
            invocation.printJson(StatusJson.of(status, database.url()));
            return;
        }
        StatusLines lines = new StatusLines(status);
        invocation.terminal().print(invocation.options().verbose() ? lines.blocks(database.url()) : lines.lines());
        invocation.terminal().print(lines.remarks());
    }
}
