package dev.reflux.sql;

/**
 * The tokens of one statement by number, for who has to know what a statement is about. Comments are no tokens. They are read
 * no further than someone looks; beyond the end there are only end tokens, so any index may be asked for. Not safe for several
 * threads.
 */
public final class StatementTokens {

    private final Tokens tokens;

    private StatementTokens(Tokens tokens) {
        this.tokens = tokens;
    }

    /**
     * The tokens of a statement.
     *
     * @param statement its text, without the semicolon
     */
    public static StatementTokens of(String statement) {
        return new StatementTokens(new Tokens(statement));
    }

    /** Whether these keywords, given in lower case, stand from that index on; not before the first token. */
    public boolean isWords(int index, String... words) {
        return index >= 0 && tokens.isWords(index, words);
    }

    /** The keyword or unquoted name in lower case; empty if there is something else. */
    public String word(int index) {
        return index < 0 ? "" : tokens.word(index);
    }

    /** The name as the server reads it: in lower case unless it is quoted. Empty if there is something else. */
    public String name(int index) {
        return tokens.name(index).replace("\"\"", "\"");
    }

    /** Whether there is this character, outside quotes; not before the first token. */
    public boolean isSymbol(int index, char symbol) {
        return index >= 0 && tokens.isSymbol(index, symbol);
    }

    /** The token as it is written. */
    public String text(int index) {
        return tokens.text(index);
    }

    /** Whether the statement ends before that index. */
    public boolean isEnd(int index) {
        return tokens.isEnd(index);
    }

    /** The index after a name with or without qualifiers, {@code a.b.c}. */
    public int afterName(int index) {
        return tokens.afterName(index);
    }

    /** The name at that index with its qualifiers, as it is written. */
    public String nameWithQualifiers(int index) {
        return tokens.text().substring(start(index), end(afterName(index) - 1));
    }

    /** The index after the group that opens at that index; the index itself if none does. */
    public int afterParentheses(int index) {
        return tokens.afterParentheses(index);
    }

    /** Where a token begins in the statement, in UTF-16 units. */
    public int start(int index) {
        return tokens.at(index).start();
    }

    /** The offset after a token. */
    public int end(int index) {
        return tokens.at(index).end();
    }
}
