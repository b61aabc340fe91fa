package dev.reflux.picture;

import dev.reflux.picture.Edge.Kind;

/** The characters of a drawing. */
public enum Letters {
    /** Box drawing characters. */
    UNICODE(" │││─╯╮┤─╰╭├─┴┬┼", "●○◐◌", "┊┄"),
    /** What every terminal has. */
    ASCII(" |||-'.|-'.|-'.+", "*o!?", ":-");

    static final int UP = 1;
    static final int DOWN = 2;
    static final int LEFT = 4;
    static final int RIGHT = 8;

    private final String lines;
    private final String dots;
    private final String dashes;

    /**
     * @param lines by the sides at which the character is open, as bits
     * @param dots applied, pending, unfinished, unknown
     * @param dashes down and across
     */
    Letters(String lines, String dots, String dashes) {
        this.lines = lines;
        this.dots = dots;
        this.dashes = dashes;
    }

    /** The sign of a revision. */
    public String dot(Standing standing) {
        int index = switch (standing) {
            case APPLIED, UNASKED -> 0;
            case PENDING -> 1;
            case UNFINISHED -> 2;
            case UNKNOWN -> 3;
        };
        return String.valueOf(dots.charAt(index));
    }

    /** A line that is open at these sides; dependencies are dashed, where there is a character for that. */
    String line(int sides, Kind kind) {
        if (kind == Kind.DEPENDENCY && sides == (UP | DOWN)) {
            return dashes.substring(0, 1);
        }
        if (kind == Kind.DEPENDENCY && sides == (LEFT | RIGHT)) {
            return dashes.substring(1);
        }
        return String.valueOf(lines.charAt(sides));
    }
}
