package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.catalog.Surroundings.Extension;
import dev.reflux.sql.Identifier;
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
