package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import dev.reflux.revision.Sentences;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/**
 * The lines for a command line that cannot be understood: what was meant, probably, and where help is.
 *
 * @param errors shows them
 * @param origin where the value of an argument comes from that was not typed
 */
record UsageErrors(ErrorLines errors, Function<ArgSpec, Optional<String>> origin) {

    private static final Pattern RELATIVE_TARGET = Pattern.compile("-\\d+");

    List<Line> explain(ParameterException error) {
        CommandLine line = error.getCommandLine();
        return List.of(
                errors.of(sentence(error, line)),
                Line.of(Kind.ERROR).add("Help: " + line.getCommandSpec().qualifiedName() + " --help"));
    }

    private String sentence(ParameterException error, CommandLine line) {
        if (!line.getUnmatchedArguments().isEmpty()) {
            return unmatched(line.getUnmatchedArguments().get(0), line);
        }
        ArgSpec argument = error.getArgSpec();
        return argument == null
                ? of(error)
                : origin.apply(argument)
                        .map(place -> "Cannot use " + place + ": " + of(error))
                        .orElseGet(() -> of(error));
    }

    private static String of(ParameterException error) {
        ArgSpec argument = error.getArgSpec();
        if (argument != null && argument.type().isEnum() && error.getValue() != null) {
            return notAWord(error.getValue(), argument);
        }
        Throwable cause = error.getCause();
        if (cause instanceof TypeConversionException || cause instanceof MigrationException) {
            return String.valueOf(cause.getMessage());
        }
        return picocliSentence(String.valueOf(error.getMessage()));
    }

    private static String unmatched(String argument, CommandLine line) {
        if (argument.startsWith("-") && !RELATIVE_TARGET.matcher(argument).matches()) {
            return option(argument, line);
        }
        if (line.getParent() == null) {
            return "There is no command " + quoted(argument) + "."
                    + near(argument, Commands.names())
                            .orElse(" The commands are " + String.join(", ", Commands.names()) + ".");
        }
        return "The command " + quoted(line.getCommandName()) + " takes no " + quoted(argument)
                + ". A text with spaces needs quotes around it.";
    }

    private static String notAWord(String value, ArgSpec argument) {
        List<String> words = Arrays.stream(argument.type().getEnumConstants())
                .map(Object::toString)
                .toList();
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return quoted(value) + " is no value of " + name + "."
                + near(value, words).orElse("") + " Use " + String.join(", ", words.subList(0, words.size() - 1))
                + " or " + words.get(words.size() - 1) + ".";
    }

    private static String option(String argument, CommandLine line) {
        String name = argument.contains("=") ? argument.substring(0, argument.indexOf('=')) : argument;
        return "There is no option " + quoted(name) + "."
                + near(name, options(line.getCommandSpec())).orElse("");
    }

    private static List<String> options(CommandSpec spec) {
        return spec.options().stream()
                .map(OptionSpec::names)
                .flatMap(Arrays::stream)
                .toList();
    }

    private static Optional<String> near(String typed, List<String> candidates) {
        return candidates.stream()
                .filter(name -> name.startsWith(typed))
                .findFirst()
                .or(() -> Sentences.nearest(typed, candidates))
                .map(name -> " Did you mean " + quoted(name) + "?");
    }

    /** What picocli says of the rest, in our quotes. */
    private static String picocliSentence(String message) {
        String text = message.replace('\'', '"').strip();
        return text.endsWith(".") ? text : text + ".";
    }
}
