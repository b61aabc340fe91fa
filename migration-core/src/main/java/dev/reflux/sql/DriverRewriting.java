package dev.reflux.sql;

/** Rewrites what the driver does not understand into text of the same length and meaning. */
final class DriverRewriting {

    private static final String TAG_LETTERS = "qabcdefghijklmnoprstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ_";

    private final String statement;
    private final StringBuilder rewritten;

    private DriverRewriting(String statement) {
        this.statement = statement;
        this.rewritten = new StringBuilder(statement);
    }

    /** The statement rewritten, without what follows its last token. */
    static String of(String statement) {
        return new DriverRewriting(statement).rewrite();
    }

    private String rewrite() {
        Lexer lexer = new Lexer(statement);
        int end = 0;
        while (lexer.advance() != TokenKind.END && lexer.kind() != TokenKind.UNTERMINATED) {
            endCommentsWithLineFeed(end, lexer.start());
            if (lexer.kind() == TokenKind.ESCAPE_STRING) {
                doubleQuotes(lexer.start(), lexer.end());
            } else if (lexer.kind() == TokenKind.DOLLAR_STRING) {
                useAsciiTag(lexer.start(), lexer.end());
            }
            end = lexer.end();
        }
        rewritten.setLength(lexer.kind() == TokenKind.END ? end : statement.length());
        return rewritten.toString();
    }

    /** Between two tokens there are only white space and comments, in which both kinds of line break are the same. */
    private void endCommentsWithLineFeed(int from, int to) {
        for (int i = from; i < to; i++) {
            if (statement.charAt(i) == '\r') {
                rewritten.setCharAt(i, '\n');
            }
        }
    }

    private void doubleQuotes(int start, int end) {
        for (int i = start; i < end; i++) {
            if (statement.charAt(i) == '\\') {
                if (statement.charAt(i + 1) == '\'') {
                    rewritten.setCharAt(i, '\'');
                }
                i++;
            }
        }
    }

    /** The server counts code points, and so a surrogate pair and two letters are not of the same length. */
    private void useAsciiTag(int start, int end) {
        int tagEnd = statement.indexOf('$', start + 1) + 1;
        String delimiter = statement.substring(start, tagEnd);
        if (isPlain(delimiter) || delimiter.chars().anyMatch(unit -> Character.isSurrogate((char) unit))) {
            return;
        }
        String body = statement.substring(tagEnd, end - delimiter.length());
        for (int i = 0; i < TAG_LETTERS.length(); i++) {
            String other = "$" + TAG_LETTERS.substring(i, i + 1).repeat(delimiter.length() - 2) + "$";
            if ((body + other).indexOf(other) == body.length()) {
                rewritten.replace(start, tagEnd, other);
                rewritten.replace(end - other.length(), end, other);
                return;
            }
        }
    }

    private static boolean isPlain(String delimiter) {
        return delimiter.chars().allMatch(unit -> unit == '$' || DriverParser.isTagCharacter((char) unit));
    }
}
