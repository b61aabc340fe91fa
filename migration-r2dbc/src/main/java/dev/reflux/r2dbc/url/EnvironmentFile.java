package dev.reflux.r2dbc.url;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code .env} files: {@code KEY=value} or {@code export KEY=value}, a line each; comments begin with {@code #}, after
 * a value only when white space stands before it. A value in single quotes is literal; in double quotes {@code \n \r \t \"
 * \\ \$} are escapes; both may go on over lines. Nothing is expanded: {@code ${OTHER}} stays as it is. The last of two
 * assignments counts.
 */
public final class EnvironmentFile {

    private static final String ESCAPED = "nrt\"\\$";
    private static final String UNESCAPED = "\n\r\t\"\\$";
    private static final Pattern KEY =
            Pattern.compile("[ \\t]*(?:export[ \\t]+)?([A-Za-z_][A-Za-z0-9_.-]*)[ \\t]*=[ \\t]*");
    private static final Pattern NOTHING = Pattern.compile("[ \\t]*(?:#[^\\n]*)?(?:\\n|\\z)");
    private static final Pattern AFTER_QUOTES = Pattern.compile("[ \\t]*(?:[ \\t]#[^\\n]*)?(?:\\n|\\z)");
    private static final Pattern UNQUOTED = Pattern.compile("(?!#)[^\\n]*?(?=[ \\t]+#|[ \\t]*(?:\\n|\\z))|(?=#)");

    private final String text;
    private int position;

    private EnvironmentFile(String text) {
        this.text = text;
    }

    /**
     * The assignments, in the order of the file.
     *
     * @param content the whole file; a byte order mark and CRLF line ends do not matter
     * @throws InvalidEnvironmentFileException with the number of the line that cannot be read
     */
    public static Map<String, String> parse(String content) {
        String text = content.startsWith("\uFEFF") ? content.substring(1) : content;
        return new EnvironmentFile(text.replace("\r\n", "\n")).assignments();
    }

    private Map<String, String> assignments() {
        Map<String, String> assignments = new LinkedHashMap<>();
        while (position < text.length()) {
            if (take(NOTHING).isPresent()) {
                continue;
            }
            int start = position;
            Matcher key = take(KEY).orElseThrow(() -> invalid(start, "it is neither KEY=value nor a comment."));
            assignments.put(key.group(1), value());
        }
        return assignments;
    }

    private String value() {
        char first = position < text.length() ? text.charAt(position) : '\n';
        if (first != '"' && first != '\'') {
            String value = take(UNQUOTED).map(Matcher::group).orElse("");
            take(NOTHING);
            return value;
        }
        int start = position++;
        String value = quoted(start, first);
        if (take(AFTER_QUOTES).isEmpty()) {
            throw invalid(start, "text follows the closing quotation mark.");
        }
        return value;
    }

    private String quoted(int start, char quote) {
        StringBuilder value = new StringBuilder();
        while (position < text.length() && text.charAt(position) != quote) {
            char next = text.charAt(position++);
            int escape = quote == '"' && next == '\\' && position < text.length()
                    ? ESCAPED.indexOf(text.charAt(position))
                    : -1;
            value.append(escape < 0 ? next : UNESCAPED.charAt(escape));
            position += escape < 0 ? 0 : 1;
        }
        if (position == text.length()) {
            throw invalid(start, "the quotation mark is not closed.");
        }
        position++;
        return value.toString();
    }

    private Optional<Matcher> take(Pattern pattern) {
        Matcher matcher = pattern.matcher(text).region(position, text.length());
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        position = matcher.end();
        return Optional.of(matcher);
    }

    private InvalidEnvironmentFileException invalid(int start, String problem) {
        int line = 1
                + (int) text.substring(0, start).chars().filter(c -> c == '\n').count();
        return new InvalidEnvironmentFileException(line, problem);
    }
}
