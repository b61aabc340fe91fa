package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.catalog.Command.Effect;
import dev.reflux.sql.StatementTokens;

/**
 * Where unqualified names are looked for in an empty place.
 *
 * @param text when a script begins: the search path of the role in the live database
 * @param more what comes after every other search path that is not empty: schemas with a comma before each
 */
record SearchPath(String text, String more) {

    /** A statement that sets the path, so that extensions are found nevertheless, and the default is that of the role. */
    Command adapt(Command command) {
        StatementTokens tokens = StatementTokens.of(command.sql());
        if (command.effect() != Effect.SETTING || !tokens.isWords(0, "set", "local", "search_path")) {
            return command;
        }
        if (tokens.isWords(4, "default")) {
            String path = text.isBlank() ? "''" : text;
            return Command.rewritten(command.place(), "SET LOCAL search_path = " + path, Effect.SETTING);
        }
        boolean empty = tokens.text(4).equals("''");
        return empty || more.isEmpty()
                ? command
                : Command.rewritten(command.place(), command.sql() + more, Effect.SETTING);
    }
}
