package dev.reflux.r2dbc.catalog;

import java.util.List;

/** The lock of a development database. It belongs to a transaction, so that a killed process lets go of it. */
final class DevLock {

    /** Waits for others; the transaction then stays open, idle and without a snapshot, until the work is done. */
    static final String TAKE = """
            DO $reflux$ BEGIN
              PERFORM pg_catalog.set_config('idle_in_transaction_session_timeout', '0', true),
                pg_catalog.set_config('lock_timeout', '60s', true);
              PERFORM pg_catalog.pg_advisory_xact_lock(%d);
            END $reflux$""".formatted(0x7265_666C_7578_0002L);

    private DevLock() {}

    static Throwable explain(RefusedLine refused) {
        String reason = refused.error().has("55P03")
                ? "Another run has been using the development database for a minute."
                : "The development database cannot be used. " + refused.said();
        return new ScratchRefusedException(List.of(reason), "Wait for it, or give another one.");
    }
}
