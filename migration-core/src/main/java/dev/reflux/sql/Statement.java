package dev.reflux.sql;

import java.util.Optional;

/**
 * One statement of a script.
 *
 * @param text what is sent: the characters of the file from the first token to the last, comments in between included,
 *     without the semicolon
 * @param start where the first token stands in the file
 * @param classification what a runner has to know of it
 */
public record Statement(String text, SourcePosition start, Classification classification) {

    /** The offset of the first token in the file, in UTF-16 units. */
    public int offset() {
        return start.offset();
    }

    /** The line of the first token, from 1. */
    public int line() {
        return start.line();
    }

    /** The column of the first token, from 1, in code points. */
    public int column() {
        return start.column();
    }

    /** What kind of statement it is to a runner. */
    public StatementKind kind() {
        return classification.kind();
    }

    /**
     * What to send instead so that it ends with the transaction; empty where it ends so anyway, or where no form does. A
     * position in it is not one in {@link #text()}.
     */
    public Optional<String> localForm() {
        return classification.localForm();
    }

    /**
     * Translates an error position of the server.
     *
     * @param position in code points from 1, counted from the beginning of {@link #text()}, as the server counts in what
     *     was sent; a position beyond the end, as in "syntax error at end of input", is taken as the end
     * @return the place in the file
     */
    public SourcePosition position(int position) {
        return PositionCursor.within(text, start).advanceBy(position - 1);
    }
}
