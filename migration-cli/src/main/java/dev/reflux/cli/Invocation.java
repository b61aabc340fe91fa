package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.Output.Reader;
import dev.reflux.cli.Terminal.Channel;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** What the commands of one run share. Made before the options are known, so each answer is made when it is asked for. */
final class Invocation {

    private final Surroundings surroundings;
    private final GlobalOptions options = new GlobalOptions();
    private final List<String> typed;
    private Optional<Terminal> terminal = Optional.empty();
    private Optional<Project> found = Optional.empty();
    private Optional<Project> project = Optional.empty();

    /**
     * @param typed the arguments, which are not read yet
     */
    Invocation(Surroundings surroundings, List<String> typed) {
        this.surroundings = surroundings;
        this.typed = List.copyOf(typed);
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Filled in while the arguments are read. */
    GlobalOptions options() {
        return options;
    }

    /** The project of the working directory; says what is odd about its settings. */
    Project project() {
        if (project.isEmpty()) {
            project = Optional.of(found());
            project.get().file().problems().forEach(problem -> terminal().print(Line.warning(problem)));
        }
        return project.get();
    }

    /** What was said besides what was typed. Needed while the arguments are read, so it prints nothing. */
    Settings settings() {
        return found().settings();
    }

    private Project found() {
        if (found.isEmpty()) {
            found = Optional.of(Project.find(surroundings, options, config()));
        }
        return found.get();
    }

    /** The file with the settings, which is needed before the arguments are read. */
    private Optional<String> config() {
        boolean beforeCommand = true;
        for (int i = 0; i < typed.size(); i++) {
            String argument = typed.get(i);
            beforeCommand &= !Commands.names().contains(argument);
            boolean named = argument.equals(Commands.CONFIG)
                    || (beforeCommand && argument.equals(Commands.CONFIG_BEFORE_COMMAND));
            if (named && i + 1 < typed.size()) {
                return Optional.of(typed.get(i + 1));
            }
            if (argument.startsWith(Commands.CONFIG + "=")) {
                return Optional.of(argument.substring(Commands.CONFIG.length() + 1));
            }
        }
        return Optional.ofNullable(surroundings.environment().get("REFLUX_CONFIG"))
                .filter(text -> !text.isBlank());
    }

    /** What migrations are handed: what the settings say, and what was typed. */
    Map<String, String> arguments() {
        Map<String, String> arguments = new LinkedHashMap<>();
        for (String item : settings().list(ProjectFile.ARGUMENTS)) {
            int equals = item.indexOf('=');
            arguments.put(
                    equals < 0 ? item : item.substring(0, equals).strip(),
                    equals < 0 ? "" : item.substring(equals + 1).strip());
        }
        arguments.putAll(options.arguments());
        return arguments;
    }

    Palette palette(Output output) {
        return options.color().palette(output.reader(), surroundings.environment());
    }

    /** Made when it is first asked for; from then on the options count as known. */
    Terminal terminal() {
        if (terminal.isEmpty()) {
            terminal = Optional.of(newTerminal());
        }
        return terminal.get();
    }

    /** Prints a text that programs read: to them exactly as it is, to a person without what could harm a terminal. */
    void printDocument(String text) {
        Output out = surroundings.out();
        terminal().flush();
        out.stream().print(out.reader() == Reader.PROGRAM ? text : VisibleText.of(text));
    }

    /** Prints a document of JSON. */
    void printJson(Object value) {
        printDocument(Json.of(value) + "\n");
    }

    private Terminal newTerminal() {
        Set<Kind> shown = EnumSet.copyOf(options.shown());
        if (surroundings.err().reader() == Reader.PROGRAM || ColorMode.isDumb(surroundings.environment())) {
            shown.remove(Kind.STATUS);
        }
        return new Terminal(channel(surroundings.out()), channel(surroundings.err()), shown);
    }

    private Channel channel(Output output) {
        return new Channel(output.stream(), palette(output));
    }
}
