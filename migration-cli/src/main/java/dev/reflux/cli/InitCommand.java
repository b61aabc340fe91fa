package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Makes a project. */
@Command(
        name = "init",
        description = {
            "Make a project in the working directory.",
            "%nThat is a directory for revisions, the settings in reflux.properties, an example of the file .env,"
                    + " and a line in .gitignore that keeps .env out of the repository. What is there already stays"
                    + " as it is."
        })
final class InitCommand implements Callable<Integer> {

    @Parameters(paramLabel = "DIRECTORY", arity = "0..1", description = "For the revisions. Otherwise migrations.")
    private Optional<String> directory = Optional.empty();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Invocation invocation;

    InitCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Surroundings surroundings = invocation.surroundings();
        ProjectFile existing = ProjectFile.in(surroundings.resolve("").toAbsolutePath());
        String revisions = directory
                .or(() -> invocation.options().directories().stream().findFirst())
                .or(() -> existing.text(ProjectFile.DIRECTORY))
                .orElse(Project.CUSTOMARY_DIRECTORY);
        Scaffold scaffold = new Scaffold(surroundings.workingDirectory(), revisions);
        List<Scaffold.Made> made = scaffold.create();
        if (json.isSet()) {
            invocation.printJson(
                    Map.of("files", made.stream().map(Scaffold.Made::json).toList()));
            return ExitCode.DONE;
        }
        made.forEach(file -> invocation.terminal().print(file.line()));
        existing.text(ProjectFile.DIRECTORY)
                .filter(other -> !other.equals(revisions))
                .ifPresent(other -> invocation
                        .terminal()
                        .print(Line.warning("\"reflux.properties\" says dir = " + other
                                + ", and that counts. Change it there, or type --dir " + revisions + " each time.")));
        invocation.terminal().print(next());
        return ExitCode.DONE;
    }

    private static Line next() {
        return Line.of(Kind.PROGRESS, """

                Next:
                  1. Say which database: copy .env.example to .env and change the URL in it.
                  2. Write a revision:   reflux revision -m "create customers"
                  3. Run it:             reflux upgrade""");
    }
}
