package dev.reflux.sql;

import java.util.ArrayList;
import java.util.List;

/**
 * Writes a cast of an array constructor as casts of its elements: {@code (ARRAY['a', 'b'])::text[]} becomes
 * {@code ARRAY[('a')::text, ('b')::text]}.
 *
 * <p>That is what PostgreSQL itself makes of the former when it reads it. It prints the former, though, for what was written as
 * {@code status IN ('a', 'b')} over a {@code varchar}; so an expression that is printed and read again is printed differently,
 * and only then stays the same.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-expressions.html#SQL-SYNTAX-ARRAY-CONSTRUCTORS">Array
 *     Constructors</a>: a cast of the constructor is a cast of each element
 */
public final class ArrayCasts {

    private static final String BEGIN = "(ARRAY[";
    private static final String END = "])::";

    private ArrayCasts() {}

    /** The same expression, or statement, with every such cast spread over the elements. */
    public static String spread(String sql) {
        String result = sql;
        for (int begin = result.lastIndexOf(BEGIN); begin >= 0; begin = result.lastIndexOf(BEGIN, begin - 1)) {
            if (!isInLiteral(result, begin)) {
                result = spreadAt(result, begin);
            }
        }
        return result;
    }

    private static boolean isInLiteral(String sql, int at) {
        return sql.substring(0, at).chars().filter(c -> c == '\'').count() % 2 == 1;
    }

    private static String spreadAt(String sql, int begin) {
        List<String> elements = new ArrayList<>();
        int end = elements(sql, begin + BEGIN.length(), elements);
        if (end < 0 || !sql.startsWith(END, end)) {
            return sql;
        }
        int type = end + END.length();
        int brackets = sql.indexOf("[]", type);
        if (brackets < 0 || !isTypeName(sql.substring(type, brackets))) {
            return sql;
        }
        String cast = ")::" + sql.substring(type, brackets);
        String spread = String.join(
                ", ", elements.stream().map(element -> "(" + element + cast).toList());
        return sql.substring(0, begin) + "ARRAY[" + spread + "]" + sql.substring(brackets + "[]".length());
    }

    /** Collects the elements up to the bracket that closes the constructor, and returns its place; -1 if there is none. */
    private static int elements(String sql, int from, List<String> elements) {
        int depth = 0;
        int start = from;
        for (int at = from; at < sql.length(); at++) {
            char c = sql.charAt(at);
            if (c == '\'' || c == '"') {
                at = sql.indexOf(c, at + 1);
                if (at < 0) {
                    return -1;
                }
            } else if (c == '(' || c == '[') {
                depth++;
            } else if (depth > 0 && (c == ')' || c == ']')) {
                depth--;
            } else if (depth == 0 && (c == ',' || c == ']')) {
                elements.add(sql.substring(start, at).strip());
                start = at + 1;
                if (c == ']') {
                    return at;
                }
            }
        }
        return -1;
    }

    /** A type may have spaces, dots, quotes and a length; what ends an expression, it has not. */
    private static boolean isTypeName(String text) {
        return !text.isEmpty() && text.chars().noneMatch(c -> c == '[' || c == ';' || c == '\'' || c == '=');
    }
}
