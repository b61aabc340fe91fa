package dev.reflux.diff;

/** A piece of work on one object. */
enum Work {
    DROP,
    /** A type that is exchanged gives up its name. */
    RENAME_AWAY,
    CREATE,
    ALTER,
    /**
     * A table leaves a parent, or its type, before anything changes there. A partition that is to have other rows or another parent
     * is attached again; one that foreign keys hold goes afterwards.
     */
    DETACH,
    /** What a type was before it was exchanged disappears. */
    DISCARD
}
