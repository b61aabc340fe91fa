package dev.reflux.sql;

import java.util.function.IntConsumer;

/**
 * Reads the tokens of a text one after the other, by the rules of PostgreSQL's scanner.
 *
 * <p>Some of those rules are easily missed, and each decides where a statement ends:
 *
 * <ul>
 *   <li>A line comment ends at LF <em>or</em> CR. Block comments nest.
 *   <li>{@code --} and {@code /*} start a comment even in the middle of a run of operator characters.
 *   <li>White space is ASCII; every character from U+0080 on, a no-break space too, belongs to an identifier.
 *   <li>An identifier may contain {@code $}, so {@code foo$bar$} opens no dollar quote.
 *   <li>A string goes on after a gap with a line break ({@code 'a'} LF {@code 'b'}), under the rules of its first segment;
 *       that matters for {@code E'…'}.
 *   <li>The letter of {@code E'…'} belongs to the string only if it is a word of its own.
 * </ul>
 *
 * <p>Numbers are read as before PostgreSQL 15, where {@code 1END} is two tokens. Later servers refuse that, and hexadecimal
 * or underscored numbers fall apart into a number and a word that no rule looks at.
 *
 * <p>After {@link #advance()} the token stands in {@link #kind()}, {@link #start()} and {@link #end()}; none is allocated.
 */
final class Lexer {

    private final String text;
    private final int limit;
    private int position;
    private TokenKind kind = TokenKind.SYMBOL;
    private int start;
    private boolean continuesString;
    private IntConsumer lineComments = offset -> {};

    Lexer(String text) {
        this(text, 0, text.length());
    }

    /** Reads {@code [from, to)} of a text. */
    Lexer(String text, int from, int to) {
        this.text = text;
        this.position = from;
        this.limit = to;
    }

    /** Tells that consumer where each line comment begins, when the lexer comes past it. */
    void onLineComment(IntConsumer consumer) {
        lineComments = consumer;
    }

    TokenKind kind() {
        return kind;
    }

    int start() {
        return start;
    }

    /** The index after the token. */
    int end() {
        return position;
    }

    boolean isSymbol(char symbol) {
        return kind == TokenKind.SYMBOL && text.charAt(start) == symbol;
    }

    boolean isWord(String lowerCase) {
        return kind == TokenKind.WORD && Ascii.equalsIgnoreCase(text, start, position, lowerCase);
    }

    /** Goes on reading at that index, as if a statement began there. */
    void moveTo(int index) {
        position = Math.min(index, limit);
        kind = TokenKind.SYMBOL;
    }

    /** Reads the next token. */
    TokenKind advance() {
        continuesString = false;
        kind = skipGap() ? read() : TokenKind.UNTERMINATED;
        return kind;
    }

    /** Skips white space and comments; false at a block comment without end. */
    private boolean skipGap() {
        boolean lineBreak = false;
        boolean onlyLineComments = true;
        while (position < limit) {
            char character = text.charAt(position);
            if (Ascii.isSpace(character)) {
                lineBreak |= Ascii.isLineBreak(character);
                position++;
            } else if (character == '-' && peek(1) == '-') {
                lineComments.accept(position);
                position = endOfLine();
            } else if (character == '/' && peek(1) == '*') {
                onlyLineComments = false;
                if (!skipBlockComment()) {
                    return false;
                }
            } else {
                break;
            }
        }
        continuesString = kind == TokenKind.ESCAPE_STRING && lineBreak && onlyLineComments;
        return true;
    }

    /** The index of the next line break, or the end of the text. */
    int endOfLine() {
        int end = position;
        while (end < limit && !Ascii.isLineBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private boolean skipBlockComment() {
        start = position;
        int depth = 0;
        while (position < limit) {
            char character = text.charAt(position);
            if (character == '/' && peek(1) == '*') {
                depth++;
                position += 2;
            } else if (character == '*' && peek(1) == '/') {
                position += 2;
                if (--depth == 0) {
                    return true;
                }
            } else {
                position++;
            }
        }
        return false;
    }

    private TokenKind read() {
        start = position;
        if (position == limit) {
            return TokenKind.END;
        }
        char first = text.charAt(position);
        if (Ascii.startsWord(first)) {
            return wordOrString(first);
        }
        if (Ascii.isDigit(first)) {
            return digits(TokenKind.NUMBER);
        }
        return switch (first) {
            case '\'' -> continuesString ? escapeString(0) : quoted(0, TokenKind.STRING);
            case '"' -> quoted(0, TokenKind.QUOTED_NAME);
            case '$' -> dollar();
            default -> symbol();
        };
    }

    private TokenKind symbol() {
        position++;
        return TokenKind.SYMBOL;
    }

    private TokenKind digits(TokenKind result) {
        do {
            position++;
        } while (position < limit && Ascii.isDigit(text.charAt(position)));
        return result;
    }

    private TokenKind wordOrString(char first) {
        char letter = Ascii.toLowerCase(first);
        if (peek(1) == '\'') {
            if (letter == 'e') {
                return escapeString(1);
            }
            if (letter == 'b' || letter == 'x' || letter == 'n') {
                return quoted(1, TokenKind.STRING);
            }
        }
        if (letter == 'u' && peek(1) == '&') {
            if (peek(2) == '\'') {
                return quoted(2, TokenKind.STRING);
            }
            if (peek(2) == '"') {
                return quoted(2, TokenKind.QUOTED_NAME);
            }
        }
        position = endOfWord(position);
        return TokenKind.WORD;
    }

    private int endOfWord(int from) {
        int end = from + 1;
        while (end < limit && Ascii.continuesWord(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** A quote opens after that many characters; it ends at the same quote, unless that is doubled. */
    private TokenKind quoted(int prefix, TokenKind result) {
        char quote = text.charAt(position + prefix);
        int close = indexOf(quote, position + prefix + 1);
        while (close >= 0 && close + 1 < limit && text.charAt(close + 1) == quote) {
            close = indexOf(quote, close + 2);
        }
        return closed(close < 0 ? -1 : close + 1, result);
    }

    private TokenKind escapeString(int prefix) {
        int at = position + prefix + 1;
        while (at < limit) {
            char character = text.charAt(at);
            if (character == '\\') {
                at += 2;
            } else if (character != '\'') {
                at++;
            } else if (at + 1 < limit && text.charAt(at + 1) == '\'') {
                at += 2;
            } else {
                return closed(at + 1, TokenKind.ESCAPE_STRING);
            }
        }
        return closed(-1, TokenKind.ESCAPE_STRING);
    }

    private TokenKind dollar() {
        if (Ascii.isDigit(peek(1))) {
            return digits(TokenKind.PARAMETER);
        }
        int tagEnd = position + 1;
        if (Ascii.startsWord(peek(1))) {
            do {
                tagEnd++;
            } while (tagEnd < limit && Ascii.continuesTag(text.charAt(tagEnd)));
        }
        if (tagEnd >= limit || text.charAt(tagEnd) != '$') {
            return symbol();
        }
        String delimiter = text.substring(position, tagEnd + 1);
        int close = text.indexOf(delimiter, tagEnd + 1);
        int end = close + delimiter.length();
        return closed(close < 0 || end > limit ? -1 : end, TokenKind.DOLLAR_STRING);
    }

    private TokenKind closed(int end, TokenKind result) {
        position = end < 0 ? limit : end;
        return end < 0 ? TokenKind.UNTERMINATED : result;
    }

    /** The character at that distance from the position; NUL, which no valid text contains, beyond the end. */
    private char peek(int distance) {
        return position + distance < limit ? text.charAt(position + distance) : '\0';
    }

    private int indexOf(char character, int from) {
        int index = text.indexOf(character, from);
        return index < limit ? index : -1;
    }
}
