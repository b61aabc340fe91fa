package dev.reflux.r2dbc;

import dev.reflux.r2dbc.Entry.Role;
import dev.reflux.r2dbc.wire.ServerError;
import java.util.Optional;

/**
 * Which grant a role lacks for the state table, in the words that give it; {@code role} in them stands for the user of the
 * connection, whose name the server's error does not tell.
 *
 * @param table the state table, whose log goes with it
 */
record StateRights(StateTable table) {

    static final String INSUFFICIENT_PRIVILEGE = "42501";

    /** What the role lacks, if that is why a statement of ours failed. */
    Optional<String> missing(Role failed, ServerError error) {
        if (!error.has(INSUFFICIENT_PRIVILEGE)) {
            return Optional.empty();
        }
        return switch (failed) {
            case CREATE_TABLES -> Optional.of(toCreate(error));
            case CHECK, RECORD, JOURNAL -> Optional.of(toWrite());
            default -> Optional.empty();
        };
    }

    /** The statement that failed is known from where it stood: the message is in the server's language. */
    private String toCreate(ServerError error) {
        boolean schema =
                error.where().filter(where -> where.contains("CREATE SCHEMA")).isPresent();
        return schema
                ? "This role may not create the schema " + table.schemaSql()
                        + " for the state table.\nAs the owner of the" + " database: CREATE SCHEMA " + table.schemaSql()
                        + " AUTHORIZATION role;"
                : "This role may not create the state table " + table
                        + ".\nAs the owner of the schema: GRANT USAGE, CREATE" + " ON SCHEMA " + table.schemaSql()
                        + " TO role;";
    }

    private String toWrite() {
        return "This role may not write the state table " + table + ".\nAs its owner: " + grants()
                + "\nIf row security is on, the role also needs a policy that shows it every row, and lets it write them.";
    }

    /** What the role lacks when it cannot read. */
    String toRead() {
        return "This role may not read the state table " + table + ".\nAs its owner: GRANT USAGE ON SCHEMA "
                + table.schemaSql() + " TO role; " + grants();
    }

    private String grants() {
        return "GRANT SELECT, INSERT, UPDATE, DELETE ON " + table.sql() + ", " + table.logSql() + " TO role;";
    }
}
