package dev.reflux.diff;

import java.util.List;

/** How lists stand in a statement: on one line if they fit, else one entry a line. */
final class Layout {

    private static final String LINE = "\n    ";
    private static final int WIDTH = 100;

    private Layout() {}

    /** A beginning, and a list in parentheses after it. */
    static String parenthesized(String beginning, List<String> entries) {
        String line = beginning + " (" + String.join(", ", entries) + ")";
        return fits(line) ? line : beginning + " (" + LINE + String.join("," + LINE, entries) + "\n)";
    }

    /** A beginning, and clauses after it. */
    static String clauses(String beginning, List<String> clauses) {
        String line = clauses.isEmpty() ? beginning : beginning + " " + String.join(" ", clauses);
        return fits(line) ? line : beginning + LINE + String.join(LINE, clauses);
    }

    /** A beginning, and a list after it. */
    static String list(String beginning, List<String> entries) {
        String line = beginning + " " + String.join(", ", entries);
        return fits(line) ? line : beginning + LINE + String.join("," + LINE, entries);
    }

    private static boolean fits(String line) {
        return line.length() <= WIDTH && line.indexOf('\n') < 0;
    }
}
