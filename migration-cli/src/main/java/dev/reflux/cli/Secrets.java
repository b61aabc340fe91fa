package dev.reflux.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The passwords that somebody typed. Reflux itself prints none; but a connection string in the wrong place, as a target say,
 * would be repeated by the error about it.
 *
 * @param values each as it stands in an argument, with what shows that it is one
 */
record Secrets(List<Secret> values) {

    private static final Pattern USER_INFO = Pattern.compile("://[^:\\s]*(:\\S*@)");
    private static final Pattern ASSIGNMENT = Pattern.compile("(?i)password\\s*=\\s*('[^']*'|[^\\s&;]+)");

    Secrets {
        values = List.copyOf(values);
    }

    /** A text and what is shown for it. */
    record Secret(String text, String shown) {}

    /** Those in the arguments of a command. */
    static Secrets of(Collection<String> arguments) {
        List<Secret> found = new ArrayList<>();
        for (String argument : arguments) {
            for (Matcher at = USER_INFO.matcher(argument); at.find(); ) {
                found.add(new Secret(at.group(1), ":****@"));
            }
            for (Matcher at = ASSIGNMENT.matcher(argument); at.find(); ) {
                found.add(new Secret(at.group(1), "****"));
            }
        }
        return new Secrets(found);
    }

    /** The text without them. */
    String hidden(String text) {
        String hidden = text;
        for (Secret secret : values) {
            hidden = hidden.replace(secret.text(), secret.shown());
        }
        return hidden;
    }
}
