package dev.reflux.sql;

/** How a statement stands to transactions and to the session, as far as its text tells. */
public enum StatementKind {
    /** Nothing to heed. */
    ORDINARY,
    /** Begins, ends or reconfigures a transaction: {@code COMMIT}, {@code SET TRANSACTION}. Savepoints are ordinary. */
    TRANSACTION_CONTROL,
    /** The server refuses it inside a transaction block, SQLSTATE 25001: {@code CREATE INDEX CONCURRENTLY}. */
    NOT_IN_TRANSACTION,
    /** Leaves something behind in the session: {@code SET} without {@code LOCAL}, a session-level advisory lock. */
    SESSION_STATE,
    /** A session setting that pg_dump writes at the head of each dump; always has a local form, which does as well. */
    DUMP_SETTING
}
