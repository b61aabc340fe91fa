package dev.reflux.cli;

/**
 * Makes foreign text safe to print. Messages of revisions, names and what a server says come from elsewhere; a control
 * character in them could move the cursor, hide what follows, or retitle the terminal.
 */
final class VisibleText {

    private static final int ZERO_WIDTH_NON_JOINER = 0x200C;
    private static final int ZERO_WIDTH_JOINER = 0x200D;

    private VisibleText() {}

    /** The text with control and formatting characters written as {@code \}{@code u001b}; line ends and tabs stay. */
    static String of(String text) {
        return text.codePoints().allMatch(VisibleText::isHarmless) ? text : escaped(text);
    }

    /** The first line of a text, for places that have one line. */
    static String firstLine(String text) {
        return text.strip().lines().findFirst().orElse("");
    }

    private static String escaped(String text) {
        StringBuilder visible = new StringBuilder();
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                visible.appendCodePoint(c);
            } else {
                visible.append(String.format("\\u%04x", c));
            }
        });
        return visible.toString();
    }

    private static boolean isHarmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL -> c == '\n' || c == '\t';
            case Character.FORMAT -> c == ZERO_WIDTH_JOINER || c == ZERO_WIDTH_NON_JOINER;
            case Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE -> false;
            default -> true;
        };
    }
}
