package dev.reflux.diff;

/** A piece of work on one object. */
enum Work {
    DROP,
    /** A type that is exchanged gives up its name. */
    RENAME_AWAY,
    CREATE,
    ALTER,
    /** A partition that is to have other rows leaves its parent for a while. */
    DETACH,
    /** What a type was before it was exchanged disappears. */
    DISCARD
}
