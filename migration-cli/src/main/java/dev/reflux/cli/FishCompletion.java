package dev.reflux.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** Completions for fish (https://fishshell.com/docs/current/cmds/complete.html), from the model of the commands. */
final class FishCompletion {

    private final StringBuilder script = new StringBuilder();
    private final CommandLine program;

    private FishCompletion(CommandLine program) {
        this.program = program;
    }

    static String of(CommandLine program) {
        return new FishCompletion(program).text();
    }

    private String text() {
        String names = String.join(" ", program.getSubcommands().keySet());
        script.append("# Completions of reflux for fish. To renew them: reflux completion fish\n")
                .append("complete -c reflux -f\n")
                .append("set -l commands " + names + "\n");
        program.getSubcommands()
                .forEach((name, command) -> add(
                        "not __fish_seen_subcommand_from $commands",
                        "-a " + name
                                + described(
                                        command.getCommandSpec().usageMessage().description())));
        options(program.getCommandSpec(), "");
        program.getSubcommands().forEach(this::command);
        return script.toString();
    }

    private void command(String name, CommandLine command) {
        String seen = "__fish_seen_subcommand_from " + name;
        options(command.getCommandSpec(), seen);
        for (PositionalParamSpec parameter : command.getCommandSpec().positionalParameters()) {
            List<String> words = words(parameter);
            if (!words.isEmpty()) {
                add(seen, "-a " + quoted(String.join(" ", words)));
            }
        }
    }

    private void options(CommandSpec spec, String condition) {
        for (OptionSpec option : spec.options()) {
            if (!option.inherited() && !option.hidden()) {
                add(condition, names(option) + value(option) + described(option.description()));
            }
        }
    }

    private void add(String condition, String what) {
        script.append("complete -c reflux ")
                .append(condition.isEmpty() ? "" : "-n " + doubleQuoted(condition) + " ")
                .append(what)
                .append('\n');
    }

    private static String names(OptionSpec option) {
        List<String> names = new ArrayList<>();
        Arrays.stream(option.names())
                .forEach(name ->
                        names.add(name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1)));
        return String.join(" ", names);
    }

    /** What an option takes: one of some words, a file, or anything. */
    private static String value(OptionSpec option) {
        if (option.arity().max() == 0) {
            return "";
        }
        List<String> words = words(option);
        if (!words.isEmpty()) {
            return " -x -a " + quoted(String.join(" ", words));
        }
        return List.of("FILE", "DIRECTORY", "PATH").contains(option.paramLabel()) ? " -r -F" : " -x";
    }

    /** What picocli knows of the values: the words of an enum, or what the command says itself. */
    private static List<String> words(ArgSpec argument) {
        List<String> words = new ArrayList<>();
        if (argument.completionCandidates() != null) {
            argument.completionCandidates().forEach(words::add);
        }
        return words;
    }

    private static String described(String... description) {
        String text = description.length == 0 ? "" : description[0];
        int end = text.indexOf(". ");
        String sentence = (end < 0 ? text : text.substring(0, end)).replaceFirst("\\.$", "");
        return sentence.isEmpty()
                ? ""
                : " -d " + quoted(sentence.replace("%n", "").replace("%%", "%"));
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }

    /** The shell looks up variables in it. */
    private static String doubleQuoted(String text) {
        return '"' + text + '"';
    }
}
