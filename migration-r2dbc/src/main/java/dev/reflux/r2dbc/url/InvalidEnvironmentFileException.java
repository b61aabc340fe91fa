package dev.reflux.r2dbc.url;

import dev.reflux.MigrationException;
import java.io.Serial;

/** A {@code .env} file has a line that is no assignment. The message does not quote the line, which may hold a secret. */
public final class InvalidEnvironmentFileException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    private final int line;

    InvalidEnvironmentFileException(int line, String problem) {
        super("Cannot read \".env\", line " + line + ": " + problem);
        this.line = line;
    }

    /** The line, counted from 1. */
    public int line() {
        return line;
    }
}
