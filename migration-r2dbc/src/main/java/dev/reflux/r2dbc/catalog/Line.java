package dev.reflux.r2dbc.catalog;

import java.util.List;
import java.util.Optional;

/**
 * One statement of a message.
 *
 * @param sql what is sent, without a final semicolon
 * @param command the statement of the user's that it is; empty for one of ours
 */
record Line(String sql, Optional<Command> command) {

    /** A statement of ours. */
    static Line of(String sql) {
        return new Line(sql, Optional.empty());
    }

    /** A statement of the user's. */
    static Line of(Command command) {
        return new Line(command.sql(), Optional.of(command));
    }

    /** The text of a message: one statement after the other, each ended by a semicolon and a line feed. */
    static String text(List<Line> lines) {
        StringBuilder text = new StringBuilder();
        lines.forEach(line -> text.append(line.sql()).append(";\n"));
        return text.toString();
    }

    /** Which line of a message stands at this position, in code points from 1; -1 if the position is outside. */
    static int indexAt(List<Line> lines, int position) {
        int start = 1;
        for (int i = 0; i < lines.size(); i++) {
            int end = start + lines.get(i).lengthInMessage();
            if (position >= start && position < end) {
                return i;
            }
            start = end;
        }
        return -1;
    }

    /** Where a line begins in its message, in code points from 1. */
    static int startOf(List<Line> lines, int index) {
        return 1
                + lines.subList(0, index).stream()
                        .mapToInt(Line::lengthInMessage)
                        .sum();
    }

    private int lengthInMessage() {
        return sql.codePointCount(0, sql.length()) + ";\n".length();
    }
}
