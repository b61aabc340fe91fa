package dev.reflux.sql;

import java.util.Map;
import java.util.Set;

/**
 * Functions that leave something behind in the session when a query calls them: {@code set_config} and the advisory locks
 * of session level; see the manual, "System Administration Functions".
 */
final class SessionCalls {

    private static final Map<String, String> LOCKS = Map.of(
            "pg_advisory_lock", "pg_advisory_xact_lock",
            "pg_advisory_lock_shared", "pg_advisory_xact_lock_shared",
            "pg_try_advisory_lock", "pg_try_advisory_xact_lock",
            "pg_try_advisory_lock_shared", "pg_try_advisory_xact_lock_shared");

    private static final Set<String> UNLOCKS =
            Set.of("pg_advisory_unlock", "pg_advisory_unlock_shared", "pg_advisory_unlock_all");

    private static final Set<String> TRUE = Set.of("true", "t", "on", "yes", "y", "1");

    private final Tokens tokens;
    private final TextEdits edits;
    private String command = "";
    private boolean unlocks;

    private SessionCalls(Tokens tokens) {
        this.tokens = tokens;
        this.edits = new TextEdits(tokens.text());
    }

    static Classification classify(Tokens tokens) {
        return mentionsAny(tokens.text()) ? new SessionCalls(tokens).classify() : Classification.ORDINARY;
    }

    /** Streams over the tokens without keeping them, for a query may be megabytes of literals. */
    private static boolean mentionsAny(String text) {
        Lexer lexer = new Lexer(text);
        while (lexer.advance() != TokenKind.END && lexer.kind() != TokenKind.UNTERMINATED) {
            if (isFunction(text, lexer)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isFunction(String text, Lexer lexer) {
        int length = lexer.end() - lexer.start();
        boolean named = lexer.kind() == TokenKind.WORD || lexer.kind() == TokenKind.QUOTED_NAME;
        if (!named || length < "set_config".length() || length > "pg_try_advisory_lock_shared".length() + 2) {
            return false;
        }
        String name =
                Ascii.toLowerCase(text.substring(lexer.start(), lexer.end())).replace("\"", "");
        return name.equals("set_config") || LOCKS.containsKey(name) || UNLOCKS.contains(name);
    }

    private Classification classify() {
        for (int i = 1; !tokens.isEnd(i); i++) {
            if (tokens.isSymbol(i + 1, '(')) {
                call(i);
            }
        }
        if (unlocks) {
            return Classification.sessionState(
                    command, "Delete it: a lock of pg_advisory_xact_lock ends with the transaction.");
        }
        if (edits.isEmpty()) {
            return Classification.ORDINARY;
        }
        return DumpPreamble.isSearchPath(tokens)
                ? Classification.dumpSetting(command, edits.apply())
                : Classification.sessionStateWithLocalForm(command, edits.apply());
    }

    private void call(int index) {
        String name = tokens.name(index);
        if (name.equals("set_config")) {
            setConfig(index);
        } else if (LOCKS.containsKey(name)) {
            command = name;
            edits.replace(tokens.at(index), LOCKS.getOrDefault(name, name));
        } else if (UNLOCKS.contains(name)) {
            command = name;
            unlocks = true;
        }
    }

    /** The third argument says whether the setting ends with the transaction. */
    private void setConfig(int index) {
        int close = tokens.afterParentheses(index + 1) - 1;
        int second = argumentEnd(index + 2, close) + 1;
        int third = argumentEnd(second, close) + 1;
        int end = argumentEnd(third, close);
        boolean local = end == third + 1 && TRUE.contains(tokens.content(third));
        if (third < end && !local) {
            command = "set_config";
            edits.replace(tokens.at(third).start(), tokens.at(end - 1).end(), "true");
        }
    }

    private int argumentEnd(int first, int close) {
        int index = first;
        while (index < close && !tokens.isSymbol(index, ',')) {
            index = tokens.isSymbol(index, '(') ? tokens.afterParentheses(index) : index + 1;
        }
        return index;
    }
}
