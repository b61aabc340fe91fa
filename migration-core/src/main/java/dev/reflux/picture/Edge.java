package dev.reflux.picture;

/**
 * A line of the picture, from a revision down to one that must be applied before it.
 *
 * @param child where it begins
 * @param parent where it ends, some rows below
 * @param lane where it runs between the two; nothing else is there in these rows
 * @param kind what it means
 */
public record Edge(Place child, Place parent, int lane, Kind kind) {

    /** What a line means. */
    public enum Kind {
        /** The child revises the parent. */
        PARENT,
        /** The child depends on it. */
        DEPENDENCY
    }

    /** Whether it leaves the lane of its child at once. */
    boolean leaves() {
        return lane != child.lane();
    }

    /** Whether it comes into its parent from another lane. */
    boolean enters() {
        return lane != parent.lane();
    }
}
