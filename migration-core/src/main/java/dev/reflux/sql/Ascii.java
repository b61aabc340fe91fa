package dev.reflux.sql;

/** The classes of characters in PostgreSQL's scanner, which knows ASCII only. */
final class Ascii {

    private Ascii() {}

    static boolean isLineBreak(char character) {
        return character == '\n' || character == '\r';
    }

    /** White space; the vertical tab counts since PostgreSQL 16 and was an error before. */
    static boolean isSpace(char character) {
        return character == ' ' || (character >= '\t' && character <= '\r');
    }

    static boolean isDigit(char character) {
        return character >= '0' && character <= '9';
    }

    /** Whether an identifier, or the tag of a dollar quote, can begin so. */
    static boolean startsWord(char character) {
        return (character >= 'a' && character <= 'z')
                || (character >= 'A' && character <= 'Z')
                || character == '_'
                || character >= '\u0080';
    }

    static boolean continuesTag(char character) {
        return startsWord(character) || isDigit(character);
    }

    static boolean continuesWord(char character) {
        return continuesTag(character) || character == '$';
    }

    static char toLowerCase(char character) {
        return character >= 'A' && character <= 'Z' ? (char) (character + ('a' - 'A')) : character;
    }

    /** The text in lower case. Letters beyond ASCII stay: to the server, {@code COMMıT} is no keyword. */
    static String toLowerCase(String text) {
        char[] lower = text.toCharArray();
        for (int i = 0; i < lower.length; i++) {
            lower[i] = toLowerCase(lower[i]);
        }
        return new String(lower);
    }

    static String toUpperCase(String text) {
        char[] upper = text.toCharArray();
        for (int i = 0; i < upper.length; i++) {
            upper[i] = upper[i] >= 'a' && upper[i] <= 'z' ? (char) (upper[i] - ('a' - 'A')) : upper[i];
        }
        return new String(upper);
    }

    /** Whether {@code [start, end)} of the text is that word, in any case. */
    static boolean equalsIgnoreCase(String text, int start, int end, String lowerCase) {
        if (end - start != lowerCase.length()) {
            return false;
        }
        for (int i = 0; i < lowerCase.length(); i++) {
            if (toLowerCase(text.charAt(start + i)) != lowerCase.charAt(i)) {
                return false;
            }
        }
        return true;
    }
}
