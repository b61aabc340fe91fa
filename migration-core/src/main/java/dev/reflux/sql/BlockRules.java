package dev.reflux.sql;

import java.util.Optional;

/**
 * The statements that the server refuses inside a transaction block: the callers of {@code PreventInTransactionBlock} in its
 * source, PostgreSQL 14 to 18. Only what the text shows is known here: {@code REINDEX TABLE} and {@code CLUSTER} of a
 * partitioned table and {@code DROP SUBSCRIPTION} with a slot are refused too, but that depends on the database.
 */
final class BlockRules {

    private BlockRules() {}

    static Classification classify(Tokens tokens) {
        return command(tokens).map(Classification::notInTransaction).orElse(Classification.ORDINARY);
    }

    private static Optional<String> command(Tokens tokens) {
        return switch (tokens.word(0)) {
            case "create" -> create(tokens);
            case "drop" -> drop(tokens);
            case "alter" -> alter(tokens);
            case "reindex" -> reindex(tokens);
            case "cluster", "repack" -> cluster(tokens);
            case "vacuum" -> Optional.of("VACUUM");
            default -> Optional.empty();
        };
    }

    private static Optional<String> create(Tokens tokens) {
        int index = tokens.isWords(1, "unique") ? 2 : 1;
        return switch (tokens.word(index)) {
            case "index" ->
                Optional.of("CREATE INDEX CONCURRENTLY").filter(command -> tokens.isWords(index + 1, "concurrently"));
            case "database" -> Optional.of("CREATE DATABASE");
            case "tablespace" -> Optional.of("CREATE TABLESPACE");
            case "subscription" -> SubscriptionRules.create(tokens);
            default -> Optional.empty();
        };
    }

    private static Optional<String> drop(Tokens tokens) {
        return switch (tokens.word(1)) {
            case "index" -> Optional.of("DROP INDEX CONCURRENTLY").filter(command -> tokens.isWords(2, "concurrently"));
            case "database" -> Optional.of("DROP DATABASE");
            case "tablespace" -> Optional.of("DROP TABLESPACE");
            default -> Optional.empty();
        };
    }

    private static Optional<String> alter(Tokens tokens) {
        return switch (tokens.word(1)) {
            case "system" -> Optional.of("ALTER SYSTEM");
            case "database" -> Optional.of("ALTER DATABASE … SET TABLESPACE").filter(command -> movesDatabase(tokens));
            case "table" ->
                Optional.of("ALTER TABLE … DETACH PARTITION … CONCURRENTLY")
                        .filter(command -> detachesConcurrently(tokens));
            case "subscription" -> SubscriptionRules.alter(tokens);
            default -> Optional.empty();
        };
    }

    /** {@code ALTER DATABASE name SET TABLESPACE}, or as an option, {@code ALTER DATABASE name WITH TABLESPACE}. */
    private static boolean movesDatabase(Tokens tokens) {
        int option = tokens.isWords(3, "set") || tokens.isWords(3, "with") ? 4 : 3;
        return tokens.isWords(option, "tablespace");
    }

    /** {@code ALTER TABLE [IF EXISTS] [ONLY] name [*] DETACH PARTITION name CONCURRENTLY}; {@code FINALIZE} is allowed. */
    private static boolean detachesConcurrently(Tokens tokens) {
        int name = tokens.isWords(2, "if", "exists") ? 4 : 2;
        name = tokens.isWords(name, "only") ? name + 1 : name;
        int action = tokens.afterName(name);
        action = tokens.isSymbol(action, '*') ? action + 1 : action;
        return tokens.isWords(action, "detach", "partition")
                && tokens.isWords(tokens.afterName(action + 2), "concurrently");
    }

    private static Optional<String> reindex(Tokens tokens) {
        int target = tokens.afterParentheses(1);
        if (tokens.isWords(target + 1, "concurrently") || Options.at(tokens, 1).isOn("concurrently")) {
            return Optional.of("REINDEX … CONCURRENTLY");
        }
        return switch (tokens.word(target)) {
            case "schema", "database", "system" -> Optional.of("REINDEX " + Ascii.toUpperCase(tokens.word(target)));
            default -> Optional.empty();
        };
    }

    /** Without a table they go through all tables, a transaction each. {@code REPACK} comes with PostgreSQL 19. */
    private static Optional<String> cluster(Tokens tokens) {
        String command = Ascii.toUpperCase(tokens.word(0));
        if (Options.at(tokens, 1).isOn("concurrently")) {
            return Optional.of(command + " (CONCURRENTLY)");
        }
        int table = tokens.isWords(1, "verbose") ? 2 : tokens.afterParentheses(1);
        return tokens.isEnd(table) ? Optional.of(command + " without a table") : Optional.empty();
    }
}
