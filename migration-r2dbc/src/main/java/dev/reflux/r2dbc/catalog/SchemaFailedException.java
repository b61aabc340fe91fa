package dev.reflux.r2dbc.catalog;

import dev.reflux.MigrationException;
import java.io.Serial;

/**
 * PostgreSQL refused a statement of a schema script. The message says which, in which source, at which line, with a caret, and
 * what the server said. Nothing of it is left in the database.
 */
public final class SchemaFailedException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final String source;
    private final int line;
    private final String sqlState;

    SchemaFailedException(String message, String source, int line, String sqlState) {
        super(message);
        this.source = source;
        this.line = line;
        this.sqlState = sqlState;
    }

    /** The source of the script, as it names itself. */
    public String source() {
        return source;
    }

    /** The line in it, from 1. */
    public int line() {
        return line;
    }

    /** The server's SQLSTATE. */
    public String sqlState() {
        return sqlState;
    }
}
