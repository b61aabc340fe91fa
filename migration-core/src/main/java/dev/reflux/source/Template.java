package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a new revision file, with the names of its parts in double braces: <code>{{header}}</code>. A line with
 * nothing but a part that is empty is left out, together with an empty line after it.
 *
 * @param origin where it stands, for messages
 * @param text the template
 */
public record Template(String origin, String text) {

    private static final Pattern PART = Pattern.compile("\\{\\{\\s*(\\w*)\\s*}}");

    /**
     * The text with its parts.
     *
     * @param parts each by its name
     * @param needed those without which the file would be no revision
     * @throws MigrationException if a name is not known, or a needed part is missing
     */
    String filled(Map<String, String> parts, Collection<String> needed) {
        List<String> missing = new ArrayList<>(needed);
        PART.matcher(text).results().map(part -> part.group(1)).forEach(name -> {
            check(name, parts);
            missing.remove(name);
        });
        if (!missing.isEmpty()) {
            throw new MigrationException("The template " + quoted(origin) + " lacks "
                    + Sentences.and(missing.stream().map(Template::shown).toList())
                    + ". Without " + (missing.size() == 1 ? "it" : "them") + " the file would be no revision.");
        }
        StringBuilder filled = new StringBuilder();
        boolean leftOut = false;
        for (String line : text.replace("\r\n", "\n").split("(?<=\n)", -1)) {
            boolean empty = isEmptyPart(line, parts);
            if (!empty && !(leftOut && line.isBlank())) {
                filled.append(PART.matcher(line)
                        .replaceAll(part -> Matcher.quoteReplacement(parts.getOrDefault(part.group(1), ""))));
            }
            leftOut = empty;
        }
        return filled.toString();
    }

    private static boolean isEmptyPart(String line, Map<String, String> parts) {
        Matcher part = PART.matcher(line.strip());
        return part.matches() && parts.getOrDefault(part.group(1), "").isEmpty();
    }

    private void check(String name, Map<String, String> parts) {
        if (!parts.containsKey(name)) {
            List<String> names = List.copyOf(new TreeSet<>(parts.keySet()));
            throw new MigrationException("The template " + quoted(origin) + " asks for " + shown(name) + ". "
                    + Sentences.nearest(name, names)
                            .map(near -> "Did you mean " + shown(near) + "?")
                            .orElseGet(() -> "There is "
                                    + Sentences.and(
                                            names.stream().map(Template::shown).toList())
                                    + "."));
        }
    }

    private static String shown(String name) {
        return "\"{{" + name + "}}\"";
    }
}
