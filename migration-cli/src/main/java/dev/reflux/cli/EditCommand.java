package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionNode;
import dev.reflux.source.LoadedMigrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** Opens revision files in an editor. */
@Command(
        name = "edit",
        description = "Open the files of revisions in your editor: VISUAL, EDITOR, or the first one that is installed.",
        footer = {
            "",
            "Examples:",
            "  reflux edit head     the newest revision",
            "  reflux edit 3f2a     the revision whose id begins like that",
            "  reflux edit current  where the database is"
        })
final class EditCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REVISION", arity = "1..*", description = "An id, a label, head, heads, current, head-1.")
    private List<String> revisions = List.of();

    private final Invocation invocation;

    EditCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        List<Path> files = new NamedRevisions(invocation, migrations)
                .of(revisions).stream().map(EditCommand::file).toList();
        new Editor(invocation.surroundings().environment()).open(files);
        return ExitCode.DONE;
    }

    private static Path file(RevisionNode node) {
        Path file = Path.of(node.origin());
        if (!Files.isRegularFile(file)) {
            throw new MigrationException("Revision " + node.title() + " comes from " + quoted(node.origin())
                    + ", which is no file. Edit its source in your project.");
        }
        return file;
    }
}
