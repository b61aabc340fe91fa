package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import java.io.Serial;
import java.time.Duration;

/** Another run held the lock of the state table for longer than this one was willing to wait. Nothing was done. */
public final class LockTimeoutException extends MigrationException {

    @Serial
    private static final long serialVersionUID = 1L;

    LockTimeoutException(String holder, Duration waited) {
        super("Gave up after waiting " + waited.toSeconds() + " s for another run on this database: " + holder
                + ".\nIf it still works, wait for it; if it hangs, end it with SELECT pg_terminate_backend(process).");
    }
}
