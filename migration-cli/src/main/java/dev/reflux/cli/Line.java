package dev.reflux.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * A line of output, before anybody decided where it goes and whether it has colours. Immutable.
 *
 * @param kind what it is for
 * @param spans its text in pieces; a piece may have line ends in it
 */
record Line(Kind kind, List<Span> spans) {

    Line {
        spans = List.copyOf(spans);
    }

    /** What a line is for; this decides where it goes and when it is left out. */
    enum Kind {
        /** What the command was asked for. */
        RESULT,
        /** What became of a command that was asked to do something. */
        SUMMARY,
        /** What happens meanwhile, and hints. */
        PROGRESS,
        /** What happens meanwhile, for those who want to know everything. */
        DETAIL,
        /** What runs at this moment; overwritten by whatever comes next, and only for people who watch. */
        STATUS,
        /** What somebody should look at. */
        WARNING,
        /** What went wrong. */
        ERROR
    }

    /** A piece of text with its style. */
    record Span(Style style, String text) {}

    static Line of(Kind kind) {
        return new Line(kind, List.of());
    }

    static Line of(Kind kind, String text) {
        return of(kind).add(text);
    }

    /** A line that says that somebody should look at something. */
    static Line warning(String message) {
        return of(Kind.WARNING).add(Style.CAUTION, "warning:").add(" " + message);
    }

    /** The same with plain text after it. */
    Line add(String text) {
        return add(Style.PLAIN, text);
    }

    /** The same with this text after it. */
    Line add(Style style, String text) {
        return add(List.of(new Span(style, text)));
    }

    /** The same with these pieces after it. */
    Line add(List<Span> more) {
        List<Span> all = new ArrayList<>(spans);
        all.addAll(more);
        return new Line(kind, all);
    }

    /** The text alone, as it is. */
    String text() {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(span.text()));
        return text.toString();
    }

    /** The text as a stream shows it. */
    String painted(Palette palette) {
        StringBuilder text = new StringBuilder();
        spans.forEach(span -> text.append(palette.paint(span.style(), span.text())));
        return text.toString();
    }
}
