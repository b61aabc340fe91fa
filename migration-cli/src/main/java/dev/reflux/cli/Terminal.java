package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import java.io.PrintStream;
import java.util.List;
import java.util.Set;

/**
 * Where lines go: results to standard output, everything else to standard error. Safe for several threads, for an interrupt
 * speaks from another one.
 */
final class Terminal {

    private static final String CLEAR_LINE = "\r\033[K";
    private static final String WRAP_OFF = "\033[?7l";
    private static final String WRAP_ON = "\033[?7h";

    private final Channel out;
    private final Channel err;
    private final Set<Kind> shown;
    private String status = "";

    /** A stream and its colours. */
    record Channel(PrintStream stream, Palette palette) {}

    /**
     * @param shown the kinds that are not left out
     */
    Terminal(Channel out, Channel err, Set<Kind> shown) {
        this.out = out;
        this.err = err;
        this.shown = Set.copyOf(shown);
    }

    /** Whether lines of this kind are not left out. */
    boolean shows(Kind kind) {
        return shown.contains(kind);
    }

    void print(List<Line> lines) {
        lines.forEach(this::print);
    }

    synchronized void print(Line line) {
        if (!shown.contains(line.kind())) {
            return;
        }
        clearStatus();
        switch (line.kind()) {
            case RESULT, SUMMARY -> println(out, line);
            case STATUS -> showStatus(line);
            case PROGRESS, DETAIL, WARNING, ERROR -> {
                out.stream().flush();
                println(err, line);
                err.stream().flush();
            }
        }
    }

    /** Shows a question; the answer is typed behind it. */
    synchronized void ask(Line question) {
        clearStatus();
        out.stream().flush();
        err.stream().print(question.painted(err.palette()) + " ");
        err.stream().flush();
    }

    /** Takes the status line away and hands everything on. */
    synchronized void flush() {
        clearStatus();
        out.stream().flush();
        err.stream().flush();
    }

    private static void println(Channel channel, Line line) {
        channel.stream().print(line.painted(channel.palette()) + "\n");
    }

    private void showStatus(Line line) {
        status = line.painted(err.palette());
        err.stream().print(CLEAR_LINE + WRAP_OFF + status + WRAP_ON);
        err.stream().flush();
    }

    private void clearStatus() {
        if (!status.isEmpty()) {
            status = "";
            err.stream().print(CLEAR_LINE);
            err.stream().flush();
        }
    }
}
