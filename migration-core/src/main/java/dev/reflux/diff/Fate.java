package dev.reflux.diff;

/** What happens to an object. */
enum Fate {
    ADD,
    REMOVE,
    ALTER,
    /** Removed, and made again: because it cannot change in place, or because something that it uses is made again. */
    REPLACE,
    /** A type that is renamed away and made again, while the columns that use it are converted and keep their rows. */
    EXCHANGE;

    boolean removes() {
        return this == REMOVE || this == REPLACE;
    }

    boolean makes() {
        return this == ADD || this == REPLACE || this == EXCHANGE;
    }
}
