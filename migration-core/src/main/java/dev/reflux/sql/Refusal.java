package dev.reflux.sql;

import java.util.Optional;

/**
 * Why a piece of a script is refused.
 *
 * @param fact what is wrong, one sentence
 * @param remedy what to do about it, one sentence
 */
record Refusal(String fact, String remedy) {

    static final Refusal PARENTHESIS =
            new Refusal("The parenthesis that opens here is never closed.", "Close it with ).");
    static final Refusal ROUTINE_BODY = new Refusal(
            "The BEGIN ATOMIC that opens here is never closed.",
            "End each statement of the body with a semicolon, and the body with END.");
    static final Refusal NUL = new Refusal(
            "There is a NUL character (U+0000), which PostgreSQL cannot take.",
            "Delete it; a file in UTF-16 has to be saved as UTF-8.");
    static final Refusal SURROGATE = new Refusal(
            "There is one half of a surrogate pair, which is no character and cannot be sent.",
            "Delete it, or write the character in full.");

    static final Refusal COPY_FROM = new Refusal(
            "COPY … FROM STDIN takes its rows from the client, and a script has none to give.",
            "Write INSERT statements; pg_dump --inserts does.");
    static final Refusal COPY_TO = new Refusal(
            "COPY … TO STDOUT sends rows to the client, which has no use for them.",
            "Delete it, or copy to a file of the server.");
    static final Refusal QUOTE_RULES = new Refusal(
            "With standard_conforming_strings off, quotes follow other rules than those by which the script was split.",
            "Delete it, and write strings with backslashes as E'…'.");

    /** Something at that index is opened and never closed. */
    static Refusal unterminated(String text, int start) {
        char first = text.charAt(start);
        char last = text.charAt(openingEnd(text, start));
        if (first == '/') {
            return new Refusal("The comment that opens here is never closed.", "Close it with */, once for each /*.");
        }
        if (first == '$') {
            String tag = text.substring(start, text.indexOf('$', start + 1) + 1);
            return new Refusal(
                    "The string that opens here with " + tag + " is never closed.", "Close it with " + tag + ".");
        }
        return last == '"'
                ? new Refusal("The quoted identifier that opens here is never closed.", "Close it with \".")
                : new Refusal(
                        "The string that opens here is never closed.",
                        "Close it with ', and double the quotes inside ('it''s').");
    }

    /** The index of the quote after the letters in {@code E'} or {@code U&"}. */
    private static int openingEnd(String text, int start) {
        int index = start;
        while (Ascii.startsWord(text.charAt(index)) || text.charAt(index) == '&') {
            index++;
        }
        return index;
    }

    /** What no runner can execute, whatever its settings. */
    static Optional<Refusal> of(Tokens tokens) {
        return switch (tokens.word(0)) {
            case "copy" -> copy(tokens);
            case "set" -> quoteRules(tokens);
            default -> Optional.empty();
        };
    }

    /** {@code COPY [BINARY] name [(columns)] FROM STDIN} or {@code COPY (query) TO STDOUT}; the grammar mixes them freely. */
    private static Optional<Refusal> copy(Tokens tokens) {
        int direction = tokens.isSymbol(1, '(')
                ? tokens.afterParentheses(1)
                : tokens.afterParentheses(tokens.afterName(copiedTable(tokens)));
        String end = tokens.word(direction + 1);
        if (!isDirection(tokens, direction) || !(end.equals("stdin") || end.equals("stdout"))) {
            return Optional.empty();
        }
        return Optional.of(tokens.isWords(direction, "from") ? COPY_FROM : COPY_TO);
    }

    private static int copiedTable(Tokens tokens) {
        boolean keyword = tokens.isWords(1, "binary") && !tokens.name(2).isEmpty() && !isDirection(tokens, 2);
        return keyword ? 2 : 1;
    }

    private static boolean isDirection(Tokens tokens, int index) {
        return tokens.isWords(index, "from") || tokens.isWords(index, "to");
    }

    private static Optional<Refusal> quoteRules(Tokens tokens) {
        int name = tokens.isWords(1, "local") || tokens.isWords(1, "session") ? 2 : 1;
        boolean off = tokens.name(name).equals("standard_conforming_strings")
                && !tokens.content(name + 2).matches("on|true|yes|1|default");
        return off ? Optional.of(QUOTE_RULES) : Optional.empty();
    }
}
