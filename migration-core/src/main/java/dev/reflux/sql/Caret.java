package dev.reflux.sql;

/** Draws the place of an error: a line of source, and a {@code ^} below it. */
final class Caret {

    /** How much of a long line is shown on each side of the caret, in UTF-16 units. */
    private static final int REACH = 60;

    private static final String CUT = "…";

    private Caret() {}

    static String under(String text, int offset) {
        int lineStart = lineStart(text, offset);
        int lineEnd = lineEnd(text, offset);
        int from = windowStart(text, lineStart, offset);
        int to = windowEnd(text, from, lineEnd);
        StringBuilder drawing = new StringBuilder();
        String before = text.substring(from, offset);
        drawing.append(from > lineStart ? CUT : "").append(text, from, to).append(to < lineEnd ? CUT : "");
        drawing.append('\n').append(from > lineStart ? " " : "");
        before.codePoints().forEach(codePoint -> pad(drawing, codePoint));
        return drawing.append('^').toString();
    }

    private static void pad(StringBuilder drawing, int codePoint) {
        drawing.append(codePoint == '\t' ? "\t" : " ".repeat(DisplayWidth.of(codePoint)));
    }

    private static int lineStart(String text, int offset) {
        int start = offset;
        while (start > 0 && !Ascii.isLineBreak(text.charAt(start - 1))) {
            start--;
        }
        return start == 0 && PositionCursor.startsWithByteOrderMark(text) ? Math.min(1, offset) : start;
    }

    private static int lineEnd(String text, int offset) {
        int end = offset;
        while (end < text.length() && !Ascii.isLineBreak(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static int windowStart(String text, int lineStart, int offset) {
        int start = Math.max(lineStart, offset - REACH);
        return start > lineStart && Character.isLowSurrogate(text.charAt(start)) ? start - 1 : start;
    }

    private static int windowEnd(String text, int from, int lineEnd) {
        int end = Math.min(lineEnd, from + 2 * REACH);
        return end < lineEnd && Character.isLowSurrogate(text.charAt(end)) ? end - 1 : end;
    }
}
