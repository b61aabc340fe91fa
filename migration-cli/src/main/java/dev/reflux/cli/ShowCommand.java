package dev.reflux.cli;

import dev.reflux.cli.RevisionPrinter.Form;
import dev.reflux.source.LoadedMigrations;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Shows all that is known of a revision. */
@Command(
        name = "show",
        description = "Show all that is known of revisions. Needs a database only for current.",
        footer = {
            "",
            "Examples:",
            "  reflux show 3f2a     the revision whose id begins like that",
            "  reflux show heads    the newest ones",
            "  reflux show current  where the database is"
        })
final class ShowCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REVISION", arity = "1..*", description = "An id, a label, head, heads, current, head-1.")
    private List<String> revisions = List.of();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Invocation invocation;

    ShowCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        new RevisionPrinter(invocation, migrations.graph(), Optional.empty(), json)
                .print(new NamedRevisions(invocation, migrations).of(revisions), Form.BLOCK);
        return ExitCode.DONE;
    }
}
