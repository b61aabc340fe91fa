package dev.reflux.source;

import java.util.List;
import java.util.regex.Pattern;

/**
 * The text after the colon of a header line. It stands for itself, unless it is wholly a quoted string with backslash
 * escapes; that is how a line can say what has line breaks, or spaces at its ends.
 */
final class HeaderValue {

    private static final String ESCAPED = "\"\\nrt";
    private static final String UNESCAPED = "\"\\\n\r\t";
    private static final int HEX = 16;
    private static final char DELETE = 0x7F;
    private static final Pattern SEPARATOR = Pattern.compile("[\\s,]+");

    private HeaderValue() {}

    /** What the text says. Read by hand: a pattern with a choice inside a loop overflows the stack on a long text. */
    static String read(String text) {
        boolean inQuotes = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
        StringBuilder value = new StringBuilder();
        int at = 1;
        while (inQuotes && at < text.length() - 1) {
            int length = take(text, at, value);
            inQuotes = length > 0 && at + length < text.length();
            at += length;
        }
        return inQuotes ? value.toString() : text;
    }

    /** Takes the character or the escape at that index; returns its length, or zero if a quoted string has none such. */
    private static int take(String text, int at, StringBuilder value) {
        char character = text.charAt(at);
        if (character != '\\') {
            value.append(character);
            return character == '"' || character < ' ' || character == DELETE ? 0 : 1;
        }
        char escape = text.charAt(at + 1);
        int index = ESCAPED.indexOf(escape);
        if (index >= 0) {
            value.append(UNESCAPED.charAt(index));
            return 2;
        }
        return escape == 'u' ? takeUnicode(text, at + 2, value) : 0;
    }

    private static int takeUnicode(String text, int from, StringBuilder value) {
        int code = 0;
        for (int at = from; at < from + 4; at++) {
            int digit = at < text.length() && text.charAt(at) < DELETE ? Character.digit(text.charAt(at), HEX) : -1;
            if (digit < 0) {
                return 0;
            }
            code = code * HEX + digit;
        }
        value.append((char) code);
        return 6;
    }

    /** The items of a list, separated by commas, white space or both; each once. */
    static List<String> readList(String text) {
        return SEPARATOR
                .splitAsStream(text)
                .filter(item -> !item.isEmpty())
                .distinct()
                .toList();
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
}
