package dev.reflux.r2dbc;

/**
 * What a process does about the schema when it starts. Whoever does not migrate reads the state table and nothing else: no
 * lock, no write.
 */
public enum StartPolicy {
    /** Runs what is not applied, as {@link Migrator#upgrade} does. A database that is ahead of the code is refused. */
    MIGRATE,
    /**
     * Waits until others have applied what the code needs, for as long as {@link Migrator.Builder#waitLimit} says. A database
     * that is ahead will do: an old replica goes on during a roll-out.
     */
    WAIT,
    /** Fails at once if something that the code needs is not applied. A database that is ahead will do. */
    CHECK,
    /** Does nothing, and does not connect. */
    NONE
}
