package dev.reflux.diff;

/** Parentheses around expressions. */
final class Parentheses {

    private Parentheses() {}

    /** The expression in parentheses; PostgreSQL prints many expressions with them, and one pair is enough. */
    static String around(String expression) {
        return isEnclosed(expression) ? expression : "(" + expression + ")";
    }

    private static boolean isEnclosed(String expression) {
        return expression.startsWith("(") && endOfFirst(expression) == expression.length() - 1;
    }

    /** Where the first parenthesis closes. In what PostgreSQL prints, quotes within quotes are always doubled. */
    private static int endOfFirst(String expression) {
        char quote = 0;
        int depth = 0;
        for (int at = 0; at < expression.length(); at++) {
            char character = expression.charAt(at);
            if (quote != 0) {
                quote = character == quote ? 0 : quote;
            } else if (character == '\'' || character == '"') {
                quote = character;
            } else if (character == '(') {
                depth++;
            } else if (character == ')' && --depth == 0) {
                return at;
            }
        }
        return -1;
    }
}
