package dev.reflux.sql;

import dev.reflux.sql.Trace.IndexBuilt.Existing;
import dev.reflux.sql.Trace.Reindexed.Scope;
import java.util.Optional;

/** Reads from the tokens of a statement what it leaves behind. */
final class TraceRules {

    private TraceRules() {}

    static Trace trace(StatementTokens tokens) {
        return switch (tokens.word(0)) {
            case "create" -> created(tokens);
            case "drop" -> dropped(tokens);
            case "reindex" -> reindexed(tokens);
            case "alter" -> altered(tokens);
            case "vacuum", "analyze", "cluster", "checkpoint" -> new Trace.Repeatable();
            default -> new Trace.Unknown();
        };
    }

    /** {@code CREATE [UNIQUE] INDEX CONCURRENTLY [IF NOT EXISTS] name ON [ONLY] table}; without a name it is unknown. */
    private static Trace created(StatementTokens tokens) {
        int index = tokens.isWords(1, "unique") ? 2 : 1;
        if (!tokens.isWords(index, "index", "concurrently")) {
            return new Trace.Unknown();
        }
        boolean lenient = tokens.isWords(index + 2, "if", "not", "exists");
        int name = index + (lenient ? 5 : 2);
        if (!tokens.isWords(name + 1, "on")) {
            return new Trace.Unknown();
        }
        int table = tokens.isWords(name + 2, "only") ? name + 3 : name + 2;
        return new Trace.IndexBuilt(
                tokens.text(name), tokens.nameWithQualifiers(table), lenient ? Existing.TAKEN : Existing.REFUSED);
    }

    /** {@code DROP INDEX CONCURRENTLY [IF EXISTS] name}; several at a time the server refuses. */
    private static Trace dropped(StatementTokens tokens) {
        if (!tokens.isWords(1, "index", "concurrently")) {
            return new Trace.Unknown();
        }
        int name = tokens.isWords(3, "if", "exists") ? 5 : 3;
        return new Trace.IndexDropped(tokens.nameWithQualifiers(name));
    }

    /** {@code REINDEX [(…)] {INDEX | TABLE | SCHEMA | DATABASE | SYSTEM} [CONCURRENTLY] [name]}. */
    private static Trace reindexed(StatementTokens tokens) {
        int target = tokens.isSymbol(1, '(') ? tokens.afterParentheses(1) : 1;
        int name = tokens.isWords(target + 1, "concurrently") ? target + 2 : target + 1;
        Optional<String> named = tokens.isEnd(name) ? Optional.empty() : Optional.of(tokens.nameWithQualifiers(name));
        return switch (tokens.word(target)) {
            case "index" -> new Trace.Reindexed(Scope.INDEX, named);
            case "table" -> new Trace.Reindexed(Scope.TABLE, named);
            case "schema" -> new Trace.Reindexed(Scope.SCHEMA, named);
            default -> new Trace.Reindexed(Scope.DATABASE, Optional.empty());
        };
    }

    /** {@code ALTER TABLE [IF EXISTS] [ONLY] name [*] DETACH PARTITION partition CONCURRENTLY}; {@code ALTER SYSTEM}. */
    private static Trace altered(StatementTokens tokens) {
        if (tokens.isWords(1, "system")) {
            return new Trace.Repeatable();
        }
        int name = tokens.isWords(2, "if", "exists") ? 4 : 2;
        name = tokens.isWords(name, "only") ? name + 1 : name;
        int action = tokens.afterName(name);
        action = tokens.isSymbol(action, '*') ? action + 1 : action;
        return tokens.isWords(1, "table") && tokens.isWords(action, "detach", "partition")
                ? new Trace.PartitionDetached(tokens.nameWithQualifiers(name), tokens.nameWithQualifiers(action + 2))
                : new Trace.Unknown();
    }
}
