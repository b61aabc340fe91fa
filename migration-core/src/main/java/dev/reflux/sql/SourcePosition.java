package dev.reflux.sql;

/**
 * A place in a source text.
 *
 * @param offset in UTF-16 units from 0, as {@link String#charAt} counts
 * @param line from 1; a line ends at LF, CR or CRLF
 * @param column from 1, in code points, the unit in which PostgreSQL counts; a byte order mark has no column
 */
public record SourcePosition(int offset, int line, int column) {

    /** The place of an offset in a text. Reads the text from its beginning. */
    static SourcePosition of(String text, int offset) {
        return PositionCursor.atStartOf(text).advanceTo(offset);
    }

    /** For messages: "line 3, column 7". */
    @Override
    public String toString() {
        return "line " + line + ", column " + column;
    }
}
