package dev.reflux.r2dbc;

import dev.reflux.revision.RevisionId;
import dev.reflux.source.LoadedRevision;

/**
 * The bookkeeping of a script that nobody watches: it waits where a run would look again later, and tells nothing.
 *
 * @param sql the bookkeeping of a run
 * @param table where the state is
 * @param arguments what migrations are handed
 */
record OfflineSql(BookkeepingSql sql, StateTable table, Arguments arguments) {

    /** Waits for the lock of the state table, which holds until the transaction ends. */
    String lock() {
        return BookkeepingSql.block("  PERFORM pg_catalog.set_config('reflux.begun', " + BookkeepingSql.SECONDS_NOW
                + "::text, true);\n" + arguments.setLocally() + "  PERFORM pg_catalog.pg_advisory_xact_lock("
                + table.lockKey() + ");");
    }

    /** Stops the script if the step does not fit the state table. */
    String check(StagedStep step) {
        String message = "This script is for another state of the database: the "
                + step.direction().word() + " of " + step.id()
                + " does not fit. Write a new one, from where the database is.";
        return BookkeepingSql.block("  IF " + sql.moved(step) + " THEN\n    RAISE EXCEPTION USING ERRCODE = '"
                + BookkeepingSql.STATE_MOVED + "', MESSAGE = " + BookkeepingSql.literal(message) + ";\n  END IF;");
    }

    /** Records that the step is done. */
    String record(StagedStep step) {
        return one(sql.change(step));
    }

    /** Records a stamped revision. */
    String stamp(LoadedRevision revision) {
        return one(sql.add(revision, "stamp", "0"));
    }

    /** Forgets a revision that a stamp takes away. */
    String unstamp(RevisionId id) {
        return one(sql.remove(id, "unstamp", "0"));
    }

    /** The change of one row, or an error. */
    private static String one(String change) {
        return BookkeepingSql.block("DECLARE\n  millis bigint;\nBEGIN\n  " + change + " INTO STRICT millis;\nEND;");
    }
}
