package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * The table that records what is applied; its log is the table of the same name with {@code _log} added. Names are taken as
 * they are, upper case and quotes included.
 *
 * @param schema the schema; created with the table if it is missing
 * @param name the table
 */
public record StateTable(String schema, String name) {

    /** PostgreSQL cuts names at 63 bytes, and the longest that is derived from the table's is its log's key. */
    private static final int LONGEST_NAME_BYTES = 63 - "_log_pkey".length();

    /** {@code public.schema_revision}. */
    public static final StateTable DEFAULT = new StateTable("public", "schema_revision");

    /** What became of making sure that the table is there. */
    public enum Creation {
        /** It was missing, and is there now. */
        CREATED,
        /** It was there. */
        PRESENT
    }

    public StateTable {
        check("schema", schema);
        check("name", name);
    }

    private static void check(String what, String text) {
        int bytes = text.getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > LONGEST_NAME_BYTES || text.indexOf('\0') >= 0) {
            throw new MigrationException("The " + what + " of the state table, \"" + text + "\", has " + bytes
                    + " bytes; it needs 1 to " + LONGEST_NAME_BYTES + ", for PostgreSQL cuts longer names.");
        }
    }

    /** The table as SQL, quoted and with its schema: a migration may move the {@code search_path}. */
    String sql() {
        return quoted(schema) + "." + quoted(name);
    }

    /** The log table as SQL. */
    String logSql() {
        return quoted(schema) + "." + quoted(name + "_log");
    }

    String schemaSql() {
        return quoted(schema);
    }

    private static String quoted(String identifier) {
        return '"' + identifier.replace("\"", "\"\"") + '"';
    }

    /**
     * The key of the advisory lock that runs on this table take; advisory locks are per database already. The first eight
     * bytes of a SHA-256.
     */
    long lockKey() {
        try {
            byte[] digest =
                    MessageDigest.getInstance("SHA-256").digest(("reflux " + sql()).getBytes(StandardCharsets.UTF_8));
            return ByteBuffer.wrap(digest).getLong();
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return schema + "." + name;
    }
}
