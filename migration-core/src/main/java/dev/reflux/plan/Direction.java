package dev.reflux.plan;

/** Which way a step goes. */
public enum Direction {
    /** Applies a revision. */
    UPGRADE,
    /** Undoes a revision. */
    DOWNGRADE;

    /** The word for messages and for the log table: {@code upgrade} or {@code downgrade}. */
    public String word() {
        return this == UPGRADE ? "upgrade" : "downgrade";
    }
}
