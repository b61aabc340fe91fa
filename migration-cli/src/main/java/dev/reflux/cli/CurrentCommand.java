package dev.reflux.cli;

import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.source.LoadedMigrations;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows where the database is. */
@Command(
        name = "current",
        description = "Show where the database is: the revisions that no other applied one builds on.")
final class CurrentCommand implements Callable<Integer> {

    private final Invocation invocation;

    CurrentCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        try (Database database = Database.of(invocation)) {
            MigrationStatus status = database.status(migrations);
            StatusLines lines = new StatusLines(status);
            invocation.terminal().print(invocation.options().verbose() ? lines.blocks(database.url()) : lines.lines());
            invocation.terminal().print(lines.remarks());
        }
        return ExitCode.DONE;
    }
}
