package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.Output.Reader;
import dev.reflux.cli.Terminal.Channel;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/** What the commands of one run share. Made before the options are known, so each answer is made when it is asked for. */
final class Invocation {

    private final Surroundings surroundings;
    private final GlobalOptions options = new GlobalOptions();
    private Optional<Terminal> terminal = Optional.empty();
    private Optional<Project> project = Optional.empty();

    Invocation(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** Filled in while the arguments are read. */
    GlobalOptions options() {
        return options;
    }

    /** Finds the project of the working directory, and says what is odd about its settings. */
    Project project() {
        if (project.isEmpty()) {
            Project found = Project.find(surroundings, options);
            found.file().problems().forEach(problem -> terminal().print(Line.warning(problem)));
            project = Optional.of(found);
        }
        return project.get();
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
