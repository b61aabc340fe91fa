package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.catalog.Surroundings.Schema;
import dev.reflux.r2dbc.catalog.Surroundings.Server;
import dev.reflux.r2dbc.catalog.Surroundings.Watcher;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Why no empty place can be made in a live database, in sentences, with the way out. */
final class Refusals {

    static final String REMEDY =
            "Give an empty database to work in, of the same major version: --dev-url postgresql://…";

    private static final String OUT_OF_LOCKS = "53200";
    private static final String NEW_ENUM_VALUE = "55P04";
    private static final String TOO_EARLY =
            "Everything here is one transaction, and before PostgreSQL 17 that is too early for a value that was added in it.";

    private Refusals() {}

    /** Fails with everything that stands in the way before anything is touched. */
    static void check(Surroundings surroundings, Stage stage) {
        List<String> reasons = new ArrayList<>();
        Server server = surroundings.server();
        if (server.state() == Server.State.STANDBY) {
            reasons.add("The server is a standby: nothing can be written there, not even what is rolled back.");
        }
        if (server.state() == Server.State.CLOSED) {
            reasons.add("Role " + quoted(server.role())
                    + " may not make schemas in this database. GRANT CREATE ON DATABASE" + " would let it.");
        }
        stage.kept().stream()
                .filter(schema -> schema.name().equals(Stage.PUBLIC) && schema.holdsUserObjects())
                .map(schema -> notOwned(server, schema))
                .forEach(reasons::add);
        surroundings.watchers().stream()
                .filter(watcher -> firesForSchemas(watcher) && !stage.made().isEmpty())
                .map(Refusals::fires)
                .forEach(reasons::add);
        fail(reasons);
    }

    /** Fails if these commands would make an event trigger fire that cannot be disabled. */
    static void check(Surroundings surroundings, List<Command> commands) {
        fail(surroundings.watchers().stream()
                .filter(watcher -> !watcher.owned())
                .filter(watcher -> commands.stream().anyMatch(command -> firesFor(watcher, command)))
                .map(Refusals::fires)
                .toList());
    }

    /** Fails if so many locks would leave too few for others. */
    static void checkLocks(Server server, long locks) {
        long most = mostLocks(server);
        if (locks > most) {
            fail(List.of("This takes about " + locks + " locks in one transaction, and the server has room for "
                    + server.locks() + ", for all its sessions together (max_locks_per_transaction, max_connections)."
                    + " More than a quarter of them, " + most + ", is not for one."));
        }
    }

    /** How many locks a transaction may take. */
    static long mostLocks(Server server) {
        return server.locks() / 4;
    }

    /** What is wrong when one of our own statements fails, or one of the user's. */
    static Throwable explain(RefusedLine refused, Server server) {
        if (refused.error().has(OUT_OF_LOCKS)) {
            return refusal("The server has no room for more locks: it has " + server.locks()
                    + ", for all its sessions together (max_locks_per_transaction).");
        }
        Optional<SchemaFailedException> report = refused.report();
        if (report.isEmpty()) {
            return opening(refused);
        }
        return refused.error().has(NEW_ENUM_VALUE)
                ? refusal(report.get().getMessage() + "\n" + TOO_EARLY)
                : report.get();
    }

    /** What else there is to know about an error of the server in a place that is one transaction. */
    static Optional<String> advice(String sqlState) {
        return sqlState.equals(NEW_ENUM_VALUE) ? Optional.of(TOO_EARLY + "\n" + REMEDY) : Optional.empty();
    }

    private static Throwable opening(RefusedLine refused) {
        return switch (refused.error().sqlState()) {
            case "25006", "0A000" -> refusal("The server takes no writing transaction. " + refused.said());
            case "55P03" ->
                refusal("Somebody else changes the same schemas, and has not committed. " + refused.said()
                        + "\nTry again in a moment.");
            default -> refusal("The schemas cannot be put aside for a moment. " + refused.said());
        };
    }

    private static ScratchRefusedException refusal(String reason) {
        return new ScratchRefusedException(List.of(reason), REMEDY);
    }

    /** Fails with these reasons, if there are any. */
    static void fail(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new ScratchRefusedException(reasons, REMEDY);
        }
    }

    private static String notOwned(Server server, Schema schema) {
        return "Schema " + quoted(schema.name()) + " belongs to " + quoted(schema.owner()) + ", and role "
                + quoted(server.role()) + " may not put it aside. As its owner: ALTER SCHEMA "
                + Identifier.quote(schema.name()) + " OWNER TO " + Identifier.quote(server.role()) + ";";
    }

    private static String fires(Watcher watcher) {
        return "Event trigger " + quoted(watcher.name()) + " would fire (" + watcher.event()
                + "), and this role may not disable it.";
    }

    private static boolean firesForSchemas(Watcher watcher) {
        return !watcher.owned()
                && watcher.event().startsWith("ddl_command")
                && (watcher.tags().isEmpty()
                        || watcher.tags().stream()
                                .anyMatch(
                                        List.of("ALTER SCHEMA", "CREATE SCHEMA", "GRANT", "ALTER EXTENSION")
                                                ::contains));
    }

    /** By the beginning of the command, without the words that tags leave out. */
    private static boolean firesFor(Watcher watcher, Command command) {
        String text = command.place().statement().text();
        String head = text.substring(0, Math.min(text.length(), 200))
                .toUpperCase(Locale.ROOT)
                .replaceAll("\\s+", " ")
                .replaceFirst("^CREATE OR REPLACE ", "CREATE ")
                .replaceFirst("^CREATE (UNIQUE|UNLOGGED|CONSTRAINT|TRUSTED|PROCEDURAL) ", "CREATE ");
        boolean event =
                watcher.event().startsWith("ddl_command") || head.startsWith("DROP") || head.startsWith("ALTER");
        return event && (watcher.tags().isEmpty() || watcher.tags().stream().anyMatch(tag -> head.startsWith(tag)));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
