package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;

/**
 * The lines for what went wrong.
 *
 * @param secrets what must not be repeated
 */
record ErrorLines(Secrets secrets) {

    /** How much an error says. */
    enum Detail {
        SENTENCE,
        STACK_TRACE
    }

    /** A sentence after the word {@code error}. */
    Line of(String message) {
        return Line.of(Kind.ERROR).add(Style.BAD, "error:").add(" " + secrets.hidden(message));
    }

    /** What somebody who typed a command can do something with; the rest on request. */
    List<Line> of(Throwable error, Detail detail) {
        List<Line> lines = new ArrayList<>();
        lines.add(of(
                error instanceof MigrationException ? String.valueOf(error.getMessage()) : unexpected(error, detail)));
        if (detail == Detail.STACK_TRACE) {
            lines.add(Line.of(Kind.ERROR, secrets.hidden(stackTrace(error))));
        }
        return lines;
    }

    private static String unexpected(Throwable error, Detail detail) {
        String message = error.getMessage();
        String said = message == null || message.isBlank() ? "it gives no reason" : message.strip();
        String end = said.endsWith(".") ? "" : ".";
        return "Something unexpected happened: " + said + end + "\n"
                + (detail == Detail.SENTENCE
                        ? "To see where, run the same with --stacktrace; it belongs into a bug report."
                        : "What follows belongs into a bug report.");
    }

    private static String stackTrace(Throwable error) {
        StringWriter text = new StringWriter();
        error.printStackTrace(new PrintWriter(text));
        return text.toString().stripTrailing();
    }
}
