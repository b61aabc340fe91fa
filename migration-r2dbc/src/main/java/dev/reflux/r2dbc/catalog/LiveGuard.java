package dev.reflux.r2dbc.catalog;

import dev.reflux.sql.StatementTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Finds the statements that would reach objects of the live database, before any of them runs: to be refused, for each would
 * lock a table that others use.
 *
 * <p>Normally no name leads there. There are three exceptions: a schema that the role does not own stays where it is; a schema
 * whose extensions could not be moved is last in the search path, and with the extensions the tables in it can be found; and
 * some statements go through everything there is, or take away an extension with the columns of its types. For the tables it
 * goes by the word before a name, so now and then a harmless statement is refused.
 */
final class LiveGuard {

    /** The name of a relation follows. */
    private static final Set<String> BEFORE_RELATION = Set.of(
            "table",
            "view",
            "index",
            "sequence",
            "exists",
            "only",
            "on",
            "references",
            "into",
            "update",
            "truncate",
            "lock",
            "like",
            "of",
            "column",
            "by");

    private static final Set<String> BEFORE_SOURCE = Set.of("from", "join");

    private static final Set<String> RELATIONS =
            Set.of("table", "view", "index", "sequence", "type", "domain", "materialized");

    /** {@code CREATE OR REPLACE TEMPORARY RECURSIVE VIEW}. */
    private static final int FURTHEST = 5;

    private final Set<String> reachable;
    private final Set<String> foreign;
    private final Set<String> withExtensions;
    private final Set<String> extensions;
    private final Set<String> defined = new HashSet<>();

    /**
     * @param reachable the names of live relations that are found without a schema
     * @param foreign the schemas that stay, with tables in them
     * @param withExtensions the schemas that hold extensions
     * @param extensions their names
     */
    LiveGuard(Set<String> reachable, Set<String> foreign, Set<String> withExtensions, Set<String> extensions) {
        this.reachable = Set.copyOf(reachable);
        this.foreign = Set.copyOf(foreign);
        this.withExtensions = Set.copyOf(withExtensions);
        this.extensions = Set.copyOf(extensions);
    }

    /** What is wrong with these statements, in order; what they define counts for those of a later call too. */
    List<String> problems(List<Command> commands) {
        List<String> problems = new ArrayList<>();
        for (Command command : commands) {
            StatementTokens tokens = command.tokens();
            define(tokens);
            reason(tokens)
                    .map(reason -> command.place().problem(tokens.start(reason.token()), reason.sentence()))
                    .ifPresent(problems::add);
        }
        return problems;
    }

    private record Reason(int token, String sentence) {}

    /** {@code CREATE … TABLE [IF NOT EXISTS] name}, and everything else that shares names with tables. */
    private void define(StatementTokens tokens) {
        if (!tokens.isWords(0, "create")) {
            return;
        }
        int what = 1;
        while (what < FURTHEST && !RELATIONS.contains(tokens.word(what))) {
            what++;
        }
        if (!RELATIONS.contains(tokens.word(what))) {
            return;
        }
        int name = tokens.isWords(what, "materialized") ? what + 2 : what + 1;
        name = tokens.isWords(name, "concurrently") ? name + 1 : name;
        name = tokens.isWords(name, "if", "not", "exists") ? name + 3 : name;
        defined.add(tokens.name(tokens.afterName(name) - 1));
    }

    private Optional<Reason> reason(StatementTokens tokens) {
        Optional<Reason> sweeping = sweeping(tokens);
        return sweeping.isPresent() || (reachable.isEmpty() && foreign.isEmpty()) ? sweeping : named(tokens);
    }

    private Optional<Reason> sweeping(StatementTokens tokens) {
        boolean owned = tokens.isWords(0, "drop", "owned") || tokens.isWords(0, "reassign", "owned");
        boolean analyze = tokens.isWords(0, "analyze") && tokens.isEnd(1);
        boolean move = tokens.isWords(0, "alter") && tokens.isWords(2, "all", "in", "tablespace");
        if (owned || analyze || move) {
            return Optional.of(new Reason(0, "This goes through all tables, those of the live database included."));
        }
        boolean drop = tokens.isWords(0, "drop", "extension") || tokens.isWords(0, "drop", "schema");
        int name = tokens.isWords(2, "if", "exists") ? 4 : 2;
        Set<String> precious = tokens.isWords(1, "schema") ? withExtensions : extensions;
        return drop && precious.contains(tokens.name(name))
                ? Optional.of(new Reason(name, "The live database uses this extension, or one in this schema."))
                : Optional.empty();
    }

    private Optional<Reason> named(StatementTokens tokens) {
        boolean view = tokens.isWords(0, "create") && (tokens.isWords(1, "view") || tokens.isWords(1, "or"));
        boolean list = tokens.isWords(0, "drop") || tokens.isWords(0, "truncate") || tokens.isWords(0, "lock");
        for (int i = 1; !tokens.isEnd(i); i++) {
            String before = list ? "table" : tokens.word(i - 1);
            String name = tokens.name(i);
            boolean relation = BEFORE_RELATION.contains(before);
            boolean source = BEFORE_SOURCE.contains(before);
            boolean qualified =
                    tokens.isSymbol(i + 1, '.') && !tokens.isWords(i - 1, "column") && !tokens.isWords(i - 1, "by");
            if ((relation || source) && !qualified && reachable.contains(name) && !defined.contains(name)) {
                return Optional.of(new Reason(
                        i, "\"" + name + "\" is in the live database, and these scripts use it without defining it."));
            }
            if (relation && !view && qualified && foreign.contains(name)) {
                return Optional.of(new Reason(
                        i, "Schema \"" + name + "\" does not belong to this role, so what is in it would be locked."));
            }
        }
        return Optional.empty();
    }
}
