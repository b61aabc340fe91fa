package dev.reflux.cli;

import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** What is said before a command is named. */
@Command(
        name = "reflux",
        versionProvider = RefluxCommand.Version.class,
        synopsisSubcommandLabel = "COMMAND",
        description = "Versioned schema migrations for PostgreSQL, over R2DBC.",
        commandListHeading = "%nCommands:%n",
        optionListHeading = "%nOptions, before the command or after it:%n",
        footer = {
            "",
            "First steps:",
            "  reflux init                            makes migrations/ and reflux.properties",
            "  reflux revision -m \"create customers\"  writes a revision in Java; --format sql, in SQL",
            "  reflux upgrade                         runs all that is not applied",
            "  reflux downgrade -1                    undoes the last revision",
            "",
            "A target is an id, the beginning of one, a label, head, heads, base, or relative: +1, -2,",
            "ae10+2, billing@head. More about a command: reflux COMMAND --help"
        })
final class RefluxCommand implements Callable<Integer> {

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public Integer call() {
        throw new ParameterException(
                spec.commandLine(), "Say which command: " + String.join(", ", Commands.names()) + ".");
    }

    /** The version that the jar carries. */
    static final class Version implements IVersionProvider {
        @Override
        public String[] getVersion() {
            String version = RefluxCommand.class.getPackage().getImplementationVersion();
            return new String[] {"reflux " + Objects.requireNonNullElse(version, "dev")};
        }
    }
}
