package dev.reflux.picture;

/**
 * A piece of a drawing in characters that has one colour.
 *
 * @param text lines, spaces, or the sign of a revision
 * @param lane whose colour it has
 * @param ink what it is
 */
public record Stroke(String text, int lane, Ink ink) {

    /** What a stroke is. */
    public enum Ink {
        /** A line between revisions, or space. */
        LINE,
        /** The sign of a revision. */
        DOT
    }
}
