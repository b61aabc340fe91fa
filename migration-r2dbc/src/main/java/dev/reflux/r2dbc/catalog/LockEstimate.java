package dev.reflux.r2dbc.catalog;

import dev.reflux.sql.StatementTokens;
import java.util.Set;

/**
 * How many locks a statement takes that others feel: each new relation has one until the transaction ends, out of a table that
 * all sessions of the server share. A table brings the two relations of its TOAST storage and its type, a key brings an index
 * and a constraint. What a {@code DO} block makes is not known.
 */
final class LockEstimate {

    private static final int TABLE = 5;
    private static final int KEY = 2;

    /** The rows are put together in another table, which then takes the place of the view's own. */
    private static final int MATERIALIZED_VIEW = 12;

    private static final Set<String> WITH_RELATION =
            Set.of("primary", "unique", "exclude", "identity", "serial", "bigserial", "smallserial");

    private LockEstimate() {}

    static long of(Command command) {
        StatementTokens tokens = command.tokens();
        return switch (tokens.word(0)) {
            case "create" -> created(tokens);
            case "alter" -> relations(tokens);
            case "comment" -> tokens.isWords(2, "table") || tokens.isWords(2, "column") ? 0 : 1;
            case "drop", "grant", "revoke" -> 1;
            default -> 0;
        };
    }

    private static long created(StatementTokens tokens) {
        int what = 1;
        while (isModifier(tokens.word(what))) {
            what++;
        }
        return switch (tokens.word(what)) {
            case "table" -> TABLE + relations(tokens);
            case "materialized" -> MATERIALIZED_VIEW;
            case "function", "procedure", "aggregate" -> 0;
            default -> 1;
        };
    }

    private static boolean isModifier(String word) {
        return Set.of("or", "replace", "unlogged", "temporary", "temp", "global", "local", "unique")
                .contains(word);
    }

    private static long relations(StatementTokens tokens) {
        long relations = 0;
        for (int i = 1; !tokens.isEnd(i); i++) {
            if (WITH_RELATION.contains(tokens.word(i))) {
                relations += KEY;
            }
        }
        return relations;
    }
}
