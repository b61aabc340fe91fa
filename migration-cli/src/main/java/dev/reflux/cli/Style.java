package dev.reflux.cli;

/** What a piece of text is, and how a terminal shows it. */
enum Style {
    /** Nothing special. */
    PLAIN(""),
    /** A heading, or what matters most in a line. */
    STRONG("1"),
    /** The id of a revision. */
    REVISION("33"),
    /** Where something is: a head, what is applied. */
    MARK("36"),
    /** A step that is done. */
    DONE("32"),
    /** What somebody should look at. */
    CAUTION("33;1"),
    /** What went wrong. */
    BAD("31;1"),
    /** Beside the point. */
    FAINT("2"),
    /** One of the lines in a picture. */
    LANE_BLUE("34"),
    LANE_MAGENTA("35"),
    LANE_GREEN("32"),
    LANE_CYAN("36"),
    LANE_RED("31");

    private final String code;

    Style(String code) {
        this.code = code;
    }

    /** The parameters of the terminal's SGR sequence (ECMA-48, 8.3.117); empty for none. */
    String code() {
        return code;
    }
}
