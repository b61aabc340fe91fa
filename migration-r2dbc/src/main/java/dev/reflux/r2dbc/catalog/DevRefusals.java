package dev.reflux.r2dbc.catalog;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.catalog.Surroundings.Extension;
import dev.reflux.r2dbc.catalog.Surroundings.Server;
import java.util.ArrayList;
import java.util.List;

/** Why a development database cannot be used, in sentences. */
final class DevRefusals {

    private static final String REMEDY = "Give a database that is empty but for extensions, and of the live one's major"
            + " version: --dev-url postgresql://…";
    private static final int SHOWN = 5;

    private DevRefusals() {}

    /** Fails unless a database can stand in for the live one. */
    static void check(Surroundings dev, Surroundings live) {
        List<String> reasons = new ArrayList<>();
        Server server = dev.server();
        if (server.majorVersion() != live.server().majorVersion()) {
            reasons.add("The development database is PostgreSQL " + server.majorVersion() + ", the live one "
                    + live.server().majorVersion() + ": they do not print all definitions alike.");
        }
        if (server.state() != Server.State.OPEN) {
            reasons.add("Role \"" + server.role() + "\" may not make schemas in the development database.");
        }
        for (Extension extension : live.extensions()) {
            dev.extensions().stream()
                    .filter(other -> other.name().equals(extension.name()))
                    .filter(other -> !other.schema().equals(extension.schema()))
                    .map(other -> "Extension \"" + other.name() + "\" is in schema \"" + other.schema()
                            + "\" of the development database, and in \"" + extension.schema() + "\" of the live one.")
                    .forEach(reasons::add);
        }
        fail(reasons);
    }

    /**
     * Fails if something was found in a database that has to be empty.
     *
     * @param schemaPublic what is known of schema public; it has to be there
     */
    static void checkEmpty(List<String> found, List<String> schemaPublic) {
        if (schemaPublic.isEmpty()) {
            fail(List.of("The development database has no schema public, as a new one has."));
        }
        if (!found.isEmpty()) {
            String more = found.size() > SHOWN ? ", …" : "";
            fail(List.of("The development database is not empty: it has "
                    + String.join(", ", found.subList(0, Math.min(SHOWN, found.size()))) + more
                    + ". Everything in it would be dropped."));
        }
    }

    /** What is wrong when the extensions and schemas of the live database cannot be made. */
    static Throwable explain(RefusedLine refused) {
        return new ScratchRefusedException(
                List.of("The development database cannot be made like the live one. " + refused.said()), REMEDY);
    }

    /** What is wrong when not everything could be dropped. */
    static Throwable notCleared(RefusedLine refused) {
        return new MigrationException("The development database could not be emptied again. " + refused.said()
                + "\nDrop it and make it anew.");
    }

    private static void fail(List<String> reasons) {
        if (!reasons.isEmpty()) {
            throw new ScratchRefusedException(reasons, REMEDY);
        }
    }
}
