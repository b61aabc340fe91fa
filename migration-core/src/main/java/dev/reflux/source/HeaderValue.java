package dev.reflux.source;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The text after the colon of a header line. It stands for itself, unless it is wholly a quoted string with backslash
 * escapes; that is how a line can say what has line breaks, or spaces at its ends.
 */
final class HeaderValue {

    private static final Pattern QUOTED =
            Pattern.compile("\"((?:[^\"\\\\\\p{Cntrl}]|\\\\[\"\\\\nrt]|\\\\u[0-9a-fA-F]{4})*+)\"");
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:([\"\\\\nrt])|u([0-9a-fA-F]{4}))");
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private HeaderValue() {}

    /** What the text says. */
    static String read(String text) {
        Matcher quoted = QUOTED.matcher(text);
        return quoted.matches() ? ESCAPE.matcher(quoted.group(1)).replaceAll(HeaderValue::unescaped) : text;
    }

    /** The items of a list, separated by commas, white space or both. */
    static List<String> readList(String text) {
        return Stream.of(SEPARATOR.split(text)).filter(item -> !item.isEmpty()).toList();
    }

    /** A text that reads back as this value; the value itself where that works. */
    static String write(String value) {
        boolean plain = value.equals(value.strip()) && value.codePoints().noneMatch(HeaderValue::needsEscape);
        return plain && read(value).equals(value) ? value : quoted(value);
    }

    private static String quoted(String value) {
        StringBuilder out = new StringBuilder("\"");
        value.codePoints().forEach(c -> {
            switch (c) {
                case '"', '\\' -> out.append('\\').append((char) c);
                case '\n' -> out.append("\\n");
                case '\r' -> out.append("\\r");
                case '\t' -> out.append("\\t");
                default -> out.append(needsEscape(c) ? String.format("\\u%04x", c) : Character.toString(c));
            }
        });
        return out.append('"').toString();
    }

    private static boolean needsEscape(int codePoint) {
        int type = Character.getType(codePoint);
        return type == Character.CONTROL
                || type == Character.SURROGATE
                || type == Character.LINE_SEPARATOR
                || type == Character.PARAGRAPH_SEPARATOR;
    }

    private static String unescaped(java.util.regex.MatchResult escape) {
        if (escape.group(2) != null) {
            return Matcher.quoteReplacement(String.valueOf((char) Integer.parseInt(escape.group(2), 16)));
        }
        return switch (escape.group(1)) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> Matcher.quoteReplacement(escape.group(1));
        };
    }
}
