package dev.reflux.r2dbc.catalog;

import dev.reflux.sql.StatementTokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What a script has set: it holds to the end of the script, over any number of transactions. */
final class Settings {

    /** Settings of ours, and that of the driver. Scripts have them from pg_dump, and mean nothing by them. */
    private static final Set<String> OURS = Set.of(
            "lock_timeout",
            "statement_timeout",
            "idle_in_transaction_session_timeout",
            "transaction_timeout",
            "client_connection_check_interval",
            "client_min_messages",
            "client_encoding");

    private final List<Line> made = new ArrayList<>();
    private final List<Line> undoing = new ArrayList<>();

    /** Whether a script may set this; otherwise the statement is left out. */
    static boolean mayBeSet(StatementTokens tokens) {
        int name = tokens.isWords(1, "local") || tokens.isWords(1, "session") ? 2 : 1;
        return !OURS.contains(tokens.name(name)) && !tokens.isWords(name, "names");
    }

    /** Takes note of a statement that sets something. */
    void add(Command command) {
        made.add(Line.of(command));
        undo(StatementTokens.of(command.sql())).map(Line::of).ifPresent(undoing::add);
    }

    /** The statements that set everything again. */
    List<Line> made() {
        return List.copyOf(made);
    }

    /** The statements that bring the role's own settings back, but for the search path; then nothing is set. */
    List<Line> end() {
        List<Line> lines = List.copyOf(undoing);
        made.clear();
        undoing.clear();
        return lines;
    }

    /** {@code SET LOCAL name …}, with the names that are two words and the values that have no default. */
    private static Optional<String> undo(StatementTokens tokens) {
        if (!tokens.isWords(0, "set", "local")) {
            return Optional.empty();
        }
        return switch (tokens.name(2)) {
            case "time" -> Optional.of("SET LOCAL TIME ZONE DEFAULT");
            case "xml" -> Optional.of("SET LOCAL xmloption TO DEFAULT");
            case "role" -> Optional.of("SET LOCAL ROLE NONE");
            case "session" -> Optional.of("SET LOCAL SESSION AUTHORIZATION DEFAULT");
            case "schema", "search_path", "seed", "" -> Optional.empty();
            default -> Optional.of("SET LOCAL " + tokens.nameWithQualifiers(2) + " TO DEFAULT");
        };
    }
}
