package dev.reflux.sql;

import java.util.List;

/**
 * SQL text, split into statements.
 *
 * @param text the whole text, usually a file; positions count from its beginning
 * @param statements in the order of the text; empty statements and those of comments alone are left out
 */
public record Script(String text, List<Statement> statements) {

    /** A script without statements. */
    public static final Script EMPTY = new Script("", List.of());

    public Script {
        statements = List.copyOf(statements);
    }

    /**
     * Splits a text.
     *
     * @throws SqlSyntaxException with everything in it that cannot be split or that a runner cannot execute
     */
    public static Script parse(String text) {
        return parse(text, 0, text.length());
    }

    /**
     * Splits a part of a file, such as the upgrade section of a revision file. Positions count from the beginning of the
     * file.
     *
     * @param file the whole file
     * @param from where the part begins, an offset in UTF-16 units
     * @param to the offset after its last character
     * @throws SqlSyntaxException with everything in that part that cannot be split or that a runner cannot execute
     */
    public static Script parse(String file, int from, int to) {
        return new Splitter(file, from, to).split();
    }

    /** The line and column of an offset in the text. Reads the text up to there. */
    public SourcePosition position(int offset) {
        return SourcePosition.of(text, offset);
    }

    /**
     * The source line at a position and, below it, a {@code ^} under the column; two lines, without a line break at the
     * end. Tabs are kept in both, so that they align; of a long line only the surroundings are shown, between {@code …}.
     */
    public String caret(SourcePosition position) {
        return Caret.under(text, position.offset());
    }
}
