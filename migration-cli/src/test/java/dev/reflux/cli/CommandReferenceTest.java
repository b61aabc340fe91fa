package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Holds {@code docs/command-reference.md} to what the commands take. To write it anew: {@code -Dreflux.test.record=true}. */
class CommandReferenceTest {

    private static final Path PAGE = Path.of("..", "docs", "command-reference.md");

    private static final String HEAD = """
            # All commands and options

            Generated from the command itself. What the commands are for is in [The command line](command-line.md).
            """;

    @TempDir
    private Path directory = Path.of("");

    @Test
    void page_hasAllOptions() throws IOException {
        String page = page();

        if (Boolean.getBoolean("reflux.test.record")) {
            Files.writeString(PAGE, page);
        }
        assertThat(Files.readString(PAGE)).isEqualTo(page);
    }

    private String page() {
        CommandLine line = Commands.of(Workplace.in(directory).invocation(), List.of());
        StringBuilder page = new StringBuilder(HEAD);
        page.append("\n## Every command\n\n").append(options(line, Scope.SHARED));
        for (String name : Commands.names()) {
            CommandLine command = Objects.requireNonNull(line.getSubcommands().get(name));
            page.append("\n## ").append(name).append("\n\n");
            page.append(plain(String.join(
                            " ", command.getCommandSpec().usageMessage().description())))
                    .append("\n\n");
            String rows = command.getCommandSpec().positionalParameters().stream()
                            .map(CommandReferenceTest::row)
                            .collect(Collectors.joining())
                    + rows(command, Scope.OWN);
            page.append(rows.isEmpty() ? "No options of its own.\n" : table(rows));
        }
        return page.toString();
    }

    private enum Scope {
        SHARED,
        OWN
    }

    private static String options(CommandLine command, Scope scope) {
        return table(rows(command, scope));
    }

    private static String rows(CommandLine command, Scope scope) {
        return command.getCommandSpec().options().stream()
                .filter(option -> scope == Scope.SHARED || !option.inherited())
                .map(CommandReferenceTest::row)
                .collect(Collectors.joining());
    }

    private static String table(String rows) {
        return "| option | meaning |\n|---|---|\n" + rows;
    }

    private static String row(OptionSpec option) {
        String value = option.arity().max() == 0 ? "" : " " + option.paramLabel();
        return "| `" + String.join("`, `", option.names()) + value + "` | "
                + plain(String.join(" ", option.description())) + " |\n";
    }

    private static String row(PositionalParamSpec parameter) {
        return "| `" + parameter.paramLabel() + "` | " + plain(String.join(" ", parameter.description())) + " |\n";
    }

    private static String plain(String text) {
        return text.replace("%n", "").replace("|", "\\|").strip();
    }
}
