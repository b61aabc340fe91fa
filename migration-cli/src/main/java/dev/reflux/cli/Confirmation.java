package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** Asks before something is done that destroys. */
final class Confirmation {

    private static final Set<String> YES = Set.of("y", "yes");

    @Option(
            names = {"-y", "--yes"},
            description = "Do not ask.")
    private boolean yes;

    /** What a person has said. */
    enum Answer {
        GO_ON,
        STOP
    }

    /**
     * Asks at a terminal.
     *
     * @param deed what will happen, a sentence
     * @throws ParameterException if nobody can be asked, and {@code --yes} is not there
     */
    Answer ask(String deed, Invocation invocation, CommandSpec spec) {
        if (yes) {
            return Answer.GO_ON;
        }
        Optional<BufferedReader> keyboard = invocation.surroundings().keyboard();
        if (keyboard.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(), deed + " Nobody can be asked here: say that you mean it, with --yes");
        }
        invocation.terminal().ask(Line.of(Kind.WARNING).add(Style.CAUTION, deed).add(" Go on? [y/N]"));
        if (YES.contains(answer(keyboard.get()))) {
            return Answer.GO_ON;
        }
        invocation.terminal().print(Line.of(Kind.WARNING, "Nothing was done."));
        return Answer.STOP;
    }

    private static String answer(BufferedReader keyboard) {
        try {
            String line = keyboard.readLine();
            return line == null ? "" : line.strip().toLowerCase(Locale.ROOT);
        } catch (IOException e) {
            throw new UncheckedIOException("the keyboard cannot be read", e);
        }
    }
}
