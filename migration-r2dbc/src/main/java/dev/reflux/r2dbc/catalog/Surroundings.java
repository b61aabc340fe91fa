package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Kind;
import dev.reflux.sql.Identifier;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;

/**
 * What a database is like around its tables: everything that an empty place in it, or one like it elsewhere, depends on.
 *
 * @param server the server, and the role that is connected
 * @param path where unqualified names are looked for
 * @param schemas those that are neither the server's own nor of an extension, by name
 * @param extensions but plpgsql, by name
 * @param watchers event triggers that fire and are not of an extension, by name
 * @param immovable objects without a schema that the role can neither make nor take away
 */
record Surroundings(
        Server server,
        Path path,
        List<Schema> schemas,
        List<Extension> extensions,
        List<Watcher> watchers,
        Set<Immovable> immovable) {

    Surroundings {
        schemas = List.copyOf(schemas);
        extensions = List.copyOf(extensions);
        watchers = List.copyOf(watchers);
        immovable = Set.copyOf(immovable);
    }

    /**
     * The server, and the role that is connected.
     *
     * @param versionNumber as {@code server_version_num} has it, for instance 180006
     * @param version with all that the vendor adds
     * @param role the current role
     * @param state what may be done
     * @param locks how many locks fit into the table that all sessions share
     * @param settings those by which DDL is understood, as one text
     */
    record Server(int versionNumber, String version, String role, State state, long locks, String settings) {

        /** What may be done in the database. */
        enum State {
            /** Schemas may be made. */
            OPEN,
            /** The role has no right to make schemas. */
            CLOSED,
            /** Nothing can be written: a standby. */
            STANDBY
        }

        int majorVersion() {
            return versionNumber / 10_000;
        }
    }

    /**
     * Where unqualified names are looked for.
     *
     * @param setting the value of {@code search_path}
     * @param schemas those of it that exist and may be used, in order
     */
    record Path(String setting, List<String> schemas) {
        Path {
            schemas = List.copyOf(schemas);
        }
    }

    /**
     * A schema of the user's.
     *
     * @param name its name
     * @param owner the role that owns it
     * @param owned whether the current role has the rights of the owner
     * @param content what lives in it
     */
    record Schema(String name, String owner, boolean owned, Content content) {

        /** What lives in a schema. */
        enum Content {
            NOTHING,
            EXTENSIONS,
            USER,
            BOTH
        }

        boolean holdsExtensions() {
            return content == Content.EXTENSIONS || content == Content.BOTH;
        }

        boolean holdsUserObjects() {
            return content == Content.USER || content == Content.BOTH;
        }
    }

    /**
     * An extension.
     *
     * @param name its name
     * @param schema where its objects are
     * @param version the installed one
     * @param owned whether the current role has the rights of its owner
     */
    record Extension(String name, String schema, String version, boolean owned) {}

    /**
     * An event trigger that fires.
     *
     * @param name its name
     * @param event for instance {@code ddl_command_end}
     * @param owned whether the current role may disable it
     * @param tags the commands for which it fires; empty for all
     */
    record Watcher(String name, String event, boolean owned, List<String> tags) {}

    /**
     * An object without a schema that belongs to another role.
     *
     * @param kind publication, event trigger, or default privileges
     * @param name its name; for default privileges the role
     */
    record Immovable(Kind kind, String name) {}

    /** The value of {@code search_path}, with the name of the role in it where it stands for it. */
    String searchPath() {
        return path.setting()
                .replaceAll("\"\\$user\"|\\$user", Matcher.quoteReplacement(Identifier.quote(server.role())));
    }

    /** Whether there are extensions in this schema. */
    boolean holdsExtensions(String schema) {
        return extensions.stream().anyMatch(extension -> extension.schema().equals(schema));
    }
}
