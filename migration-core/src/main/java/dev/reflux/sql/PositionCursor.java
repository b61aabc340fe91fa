package dev.reflux.sql;

/** Counts lines and columns while it moves forward through a text, so that all positions of a file cost one pass. */
final class PositionCursor {

    private static final char BYTE_ORDER_MARK = '\uFEFF';

    private final String text;
    private final int shift;
    private int index;
    private int line;
    private int column;

    /**
     * @param text what the cursor moves over
     * @param index where it stands in that text
     * @param start the same place in the file
     */
    private PositionCursor(String text, int index, SourcePosition start) {
        this.text = text;
        this.index = index;
        this.shift = start.offset() - index;
        this.line = start.line();
        this.column = start.column();
    }

    /** A cursor over a whole file. */
    static PositionCursor atStartOf(String file) {
        int first = startsWithByteOrderMark(file) ? 1 : 0;
        return new PositionCursor(file, first, new SourcePosition(first, 1, 1));
    }

    /** A cursor over a part of a file that begins at the given place. */
    static PositionCursor within(String part, SourcePosition start) {
        return new PositionCursor(part, 0, start);
    }

    static boolean startsWithByteOrderMark(String file) {
        return !file.isEmpty() && file.charAt(0) == BYTE_ORDER_MARK;
    }

    /** Moves to an index of the text, not behind the cursor, and says where that is in the file. */
    SourcePosition advanceTo(int target) {
        while (index < target) {
            step();
        }
        return new SourcePosition(index + shift, line, column);
    }

    /** Moves over that many code points, or to the end of the text. */
    SourcePosition advanceBy(int codePoints) {
        for (int i = 0; i < codePoints && index < text.length(); i++) {
            advanceTo(index + Character.charCount(text.codePointAt(index)));
        }
        return advanceTo(index);
    }

    private void step() {
        char character = text.charAt(index++);
        if (character == '\n' || (character == '\r' && !isAt('\n'))) {
            line++;
            column = 1;
        } else if (!Character.isLowSurrogate(character)) {
            column++;
        }
    }

    private boolean isAt(char expected) {
        return index < text.length() && text.charAt(index) == expected;
    }
}
