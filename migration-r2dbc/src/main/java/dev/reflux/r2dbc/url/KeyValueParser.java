package dev.reflux.r2dbc.url;

import dev.reflux.r2dbc.url.UrlParts.Credentials;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads {@code host=localhost dbname='my db' user=ann} by libpq's rules ({@code conninfo_parse} in fe-connect.c): blanks may
 * surround the {@code =}, a value with blanks stands in single quotes, a backslash makes the next character literal.
 */
final class KeyValueParser {

    private static final Pattern BEGINNING = Pattern.compile("([A-Za-z_]+)\\s*=");

    private final String text;
    private int position;

    private KeyValueParser(String text) {
        this.text = text;
    }

    /**
     * The parts of {@code text}, if it begins with a known parameter; everything in it is a parameter.
     *
     * @throws InvalidConnectionUrlException when a word has no {@code =}, or a quote is not closed; nothing is quoted
     */
    static Optional<UrlParts> parse(String text) {
        Matcher first = BEGINNING.matcher(text);
        if (!first.lookingAt() || ParameterTable.find(first.group(1)).isEmpty()) {
            return Optional.empty();
        }
        List<Parameter> parameters = new KeyValueParser(text).parameters();
        return Optional.of(
                new UrlParts(UrlForm.KEY_VALUE, Set.of(), Credentials.NONE, List.of(), Optional.empty(), parameters));
    }

    private List<Parameter> parameters() {
        List<Parameter> parameters = new ArrayList<>();
        skipBlanks();
        while (position < text.length()) {
            String name = name();
            skipBlanks();
            if (position == text.length() || text.charAt(position) != '=') {
                throw InvalidConnectionUrlException.of(
                        "Word " + (parameters.size() + 1) + " of the connection string has no"
                                + " \"=\". Put a value that contains a space into single quotes: password='two words'.");
            }
            position++;
            skipBlanks();
            parameters.add(new Parameter(name, value()));
            skipBlanks();
        }
        return parameters;
    }

    private String name() {
        int start = position;
        while (position < text.length() && text.charAt(position) != '=' && !blankHere()) {
            position++;
        }
        return text.substring(start, position);
    }

    private String value() {
        boolean quoted = position < text.length() && text.charAt(position) == '\'';
        if (quoted) {
            position++;
        }
        StringBuilder value = new StringBuilder();
        while (position < text.length() && (quoted ? text.charAt(position) != '\'' : !blankHere())) {
            if (text.charAt(position) == '\\' && position + 1 < text.length()) {
                position++;
            }
            value.append(text.charAt(position++));
        }
        if (quoted && position++ >= text.length()) {
            throw InvalidConnectionUrlException.of(
                    "A single quote in the connection string is not closed. Close it, and write"
                            + " \\' for a quote inside a value.");
        }
        return value.toString();
    }

    private void skipBlanks() {
        while (position < text.length() && blankHere()) {
            position++;
        }
    }

    private boolean blankHere() {
        return Character.isWhitespace(text.charAt(position));
    }
}
