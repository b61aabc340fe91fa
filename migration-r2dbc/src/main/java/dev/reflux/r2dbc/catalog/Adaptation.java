package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.catalog.Surroundings.Extension;
import dev.reflux.sql.Identifier;
import dev.reflux.sql.Statement;
import dev.reflux.sql.StatementTokens;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Fits the statements to a place that is not quite empty: it has extensions already, and schemas. A script that makes them is
 * as good as one that does not.
 */
final class Adaptation {

    private static final Set<String> SELF = Set.of("current_user", "current_role", "session_user");

    private final Set<String> made;
    private final Set<String> kept;
    private final String role;
    private final Set<String> extensions = new HashSet<>();
    private final Set<String> foreignExtensions = new HashSet<>();
    private final List<String> replaced = new ArrayList<>();

    /**
     * @param made the empty schemas, of which a script may make those again that hold no extension; they are taken out
     * @param kept the schemas that stay whatever a script says
     */
    Adaptation(Set<String> made, Set<String> kept, Surroundings live) {
        this.made = made;
        this.kept = kept;
        this.role = live.server().role();
        for (Extension extension : live.extensions()) {
            this.extensions.add(extension.name());
            if (!extension.owned()) {
                foreignExtensions.add(extension.name());
            }
        }
    }

    /** The statements that fit, in order. */
    List<Command> adapt(List<Command> commands) {
        return commands.stream().map(this::adapt).flatMap(Optional::stream).toList();
    }

    /**
     * The form of a statement that runs alone, and may run more than once: what is there is not made again, and the extensions
     * of the live database stay.
     */
    Optional<Statement> adapt(Statement statement) {
        StatementTokens tokens = StatementTokens.of(statement.text());
        int name = tokens.isWords(2, "if", "exists") ? 4 : 2;
        boolean ofExtension = (tokens.isWords(0, "drop", "extension") && extensions.contains(tokens.name(name)))
                || (tokens.isWords(0, "comment", "on", "extension") && extensions.contains(tokens.name(3)));
        boolean stays = ofExtension || (tokens.isWords(0, "drop", "schema") && kept.contains(tokens.name(name)));
        if (stays) {
            return Optional.empty();
        }
        if (tokens.isWords(2, "if")) {
            return Optional.of(statement);
        }
        boolean isThere = tokens.isWords(0, "create", "schema")
                ? isMade(tokens)
                : tokens.isWords(0, "create", "extension") && extensions.contains(tokens.name(2));
        return Optional.of(isThere ? ifNotExists(statement, tokens.start(2)) : statement);
    }

    private boolean isMade(StatementTokens tokens) {
        int name = tokens.isWords(2, "authorization") ? 3 : 2;
        int after = tokens.isWords(name + 1, "authorization") ? name + 3 : name + 1;
        return tokens.isEnd(after) && (made.remove(tokens.name(name)) || kept.contains(tokens.name(name)));
    }

    private static Statement ifNotExists(Statement statement, int offset) {
        String text = statement.text();
        String adapted = text.substring(0, offset) + "IF NOT EXISTS " + text.substring(offset);
        return new Statement(adapted, statement.start(), statement.classification());
    }

    /** The empty schemas that the statements make themselves, to be dropped before; one that is not empty stays. */
    List<Line> drops() {
        return replaced.stream()
                .map(name -> Line.of("DO $reflux$ BEGIN DROP SCHEMA " + Identifier.quote(name)
                        + "; EXCEPTION WHEN dependent_objects_still_exist THEN NULL; END $reflux$"))
                .toList();
    }

    private Optional<Command> adapt(Command command) {
        StatementTokens tokens = command.tokens();
        if (tokens.isWords(0, "create", "schema")) {
            return schema(command, tokens);
        }
        if (tokens.isWords(0, "create", "extension")) {
            return Optional.of(extension(command, tokens));
        }
        boolean foreignComment =
                tokens.isWords(0, "comment", "on", "extension") && foreignExtensions.contains(tokens.name(3));
        return foreignComment ? Optional.empty() : Optional.of(command);
    }

    /** {@code CREATE SCHEMA [IF NOT EXISTS] name [AUTHORIZATION role]}, or without a name: then it is that of the role. */
    private Optional<Command> schema(Command command, StatementTokens tokens) {
        int at = tokens.isWords(2, "if", "not", "exists") ? 5 : 2;
        int name = tokens.isWords(at, "authorization") ? at + 1 : at;
        int after = tokens.isWords(name + 1, "authorization") ? name + 3 : name + 1;
        String schema = SELF.contains(tokens.word(name)) ? role : tokens.name(name);
        if (kept.contains(schema) && tokens.isEnd(after)) {
            return Optional.empty();
        }
        if (made.remove(schema)) {
            replaced.add(schema);
        }
        return Optional.of(command);
    }

    private Command extension(Command command, StatementTokens tokens) {
        if (tokens.isWords(2, "if") || !extensions.contains(tokens.name(2))) {
            return command;
        }
        String text = command.place().statement().text();
        int name = tokens.start(2);
        return Command.rewritten(
                command.place(), text.substring(0, name) + "IF NOT EXISTS " + text.substring(name), command.effect());
    }
}
