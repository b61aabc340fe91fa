package dev.reflux.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * The tokens of one statement by number, read no further than someone looks. Beyond the end there are only end tokens, so a
 * rule may look at any index.
 */
final class Tokens {

    private final String text;
    private final Lexer lexer;
    private final List<Token> read = new ArrayList<>();

    Tokens(String statement) {
        this.text = statement;
        this.lexer = new Lexer(statement);
    }

    String text() {
        return text;
    }

    Token at(int index) {
        while (read.size() <= index) {
            TokenKind kind = lexer.advance();
            read.add(new Token(kind, lexer.start(), lexer.end()));
        }
        return read.get(index);
    }

    boolean isEnd(int index) {
        TokenKind kind = at(index).kind();
        return kind == TokenKind.END || kind == TokenKind.UNTERMINATED;
    }

    boolean isSymbol(int index, char symbol) {
        Token token = at(index);
        return token.kind() == TokenKind.SYMBOL && text.charAt(token.start()) == symbol;
    }

    /** Whether these keywords, given in lower case, stand from that index on. */
    boolean isWords(int index, String... words) {
        for (int i = 0; i < words.length; i++) {
            Token token = at(index + i);
            if (token.kind() != TokenKind.WORD || !Ascii.equalsIgnoreCase(text, token.start(), token.end(), words[i])) {
                return false;
            }
        }
        return true;
    }

    /** The word in lower case; empty if there is something else. */
    String word(int index) {
        return at(index).kind() == TokenKind.WORD ? Ascii.toLowerCase(text(index)) : "";
    }

    /** The name, folded as the server folds it; empty if there is something else. */
    String name(int index) {
        return at(index).kind() == TokenKind.QUOTED_NAME ? unquoted(index) : word(index);
    }

    /** The token without its quotes, in lower case. */
    String content(int index) {
        TokenKind kind = at(index).kind();
        return Ascii.toLowerCase(
                kind == TokenKind.STRING || kind == TokenKind.QUOTED_NAME ? unquoted(index) : text(index));
    }

    String text(int index) {
        Token token = at(index);
        return text.substring(token.start(), token.end());
    }

    private String unquoted(int index) {
        String quoted = text(index);
        return quoted.substring(1, quoted.length() - 1);
    }

    /** The index after a name with or without qualifiers, {@code a.b.c}. */
    int afterName(int index) {
        int next = index + 1;
        while (isSymbol(next, '.')) {
            next += 2;
        }
        return next;
    }

    /** The index after the group that opens at that index; the index itself if none does. */
    int afterParentheses(int index) {
        if (!isSymbol(index, '(')) {
            return index;
        }
        int next = index + 1;
        for (int depth = 1; depth > 0 && !isEnd(next); next++) {
            if (isSymbol(next, '(')) {
                depth++;
            } else if (isSymbol(next, ')')) {
                depth--;
            }
        }
        return next;
    }
}
