package dev.reflux.sql;

/**
 * Predicts what r2dbc-postgresql 1.1 thinks of a text: the rules of its {@code PostgresqlSqlParser}, its mistakes included.
 * Only two answers matter: whether it throws, and whether it sees a parameter.
 */
final class DriverParser {

    private static final int REFUSED = -1;

    private final String text;

    private DriverParser(String text) {
        this.text = text;
    }

    /** Whether the driver sends the text as it is, as a simple query. */
    static boolean accepts(String text) {
        DriverParser parser = new DriverParser(text);
        int index = 0;
        while (index != REFUSED && index < text.length()) {
            index = parser.afterToken(index);
        }
        return index != REFUSED;
    }

    private int afterToken(int start) {
        char first = text.charAt(start);
        return switch (first) {
            case '\'', '"' -> after(text.indexOf(first, start + 1), 1);
            case '-' -> nextIs(start, '-') ? endOfComment(start) : start + 1;
            case '/' -> nextIs(start, '*') ? afterBlockComment(start + 2) : start + 1;
            case '$' -> afterDollar(start);
            default -> isBoundary(first) ? start + 1 : afterWord(start);
        };
    }

    private static int after(int index, int length) {
        return index < 0 ? REFUSED : index + length;
    }

    private boolean nextIs(int index, char expected) {
        return index + 1 < text.length() && text.charAt(index + 1) == expected;
    }

    private int endOfComment(int start) {
        int end = text.indexOf('\n', start);
        return end < 0 ? text.length() : end;
    }

    private int afterBlockComment(int from) {
        int depth = 1;
        for (int i = from; i < text.length() - 1; i++) {
            if (text.charAt(i) == '/' && text.charAt(i + 1) == '*') {
                depth++;
                i++;
            } else if (text.charAt(i) == '*' && text.charAt(i + 1) == '/') {
                i++;
                if (--depth == 0) {
                    return i + 1;
                }
            }
        }
        return REFUSED;
    }

    /** A digit after the dollar makes a parameter, which is no better than an error. */
    private int afterDollar(int start) {
        int end = start + 1;
        if (end == text.length() || Ascii.isDigit(text.charAt(end))) {
            return REFUSED;
        }
        while (end < text.length() && isTagCharacter(text.charAt(end))) {
            end++;
        }
        if (end == text.length() || text.charAt(end) != '$') {
            return REFUSED;
        }
        String delimiter = text.substring(start, end + 1);
        return after(text.indexOf(delimiter, end + 1), delimiter.length());
    }

    /** Lower case by the rules of Unicode, by which the Kelvin sign is a k. */
    static boolean isTagCharacter(char character) {
        char lower = Character.toLowerCase(character);
        return (lower >= 'a' && lower <= 'z') || character == '_' || Ascii.isDigit(character);
    }

    private int afterWord(int start) {
        int end = start + 1;
        while (end < text.length() && !isBoundary(text.charAt(end))) {
            end++;
        }
        return end;
    }

    private static boolean isBoundary(char character) {
        return switch (character) {
            case '+', '-', '*', '/', '<', '>', '=', '~', '!', '@', '#', '%', '^', '&', '|', '`', '?' -> true;
            case '(', ')', '[', ']', ',', ';', ':', '.', '\'', '"' -> true;
            default -> Character.isWhitespace(character);
        };
    }
}
