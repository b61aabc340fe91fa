package dev.reflux.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * A comment from {@code --} to the end of the line. Revision files keep their headers and the marks of their sections in
 * such comments; a line that looks like one inside a string, a dollar quote or a block comment is none.
 *
 * @param offset where the dashes stand, in UTF-16 units from the beginning of the text
 * @param text what follows the dashes, without white space around it
 */
public record LineComment(int offset, String text) {

    /** All line comments of a text, in its order; those before it, if the text has a quote that is never closed. */
    public static List<LineComment> in(String file) {
        List<LineComment> comments = new ArrayList<>();
        Lexer lexer = new Lexer(file, PositionCursor.startsWithByteOrderMark(file) ? 1 : 0, file.length());
        lexer.onLineComment(offset -> comments.add(new LineComment(
                offset, file.substring(offset + 2, lexer.endOfLine()).strip())));
        while (lexer.advance() != TokenKind.END && lexer.kind() != TokenKind.UNTERMINATED) {
            // The lexer reports comments on its way to the next token.
        }
        return List.copyOf(comments);
    }
}
