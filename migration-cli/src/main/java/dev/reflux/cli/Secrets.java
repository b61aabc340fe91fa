package dev.reflux.cli;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The passwords that somebody typed. Reflux itself prints none; but a connection string in the wrong place, as a target say,
 * would be repeated by the error about it, whole or in pieces. So of an argument that may be one, and that does not stand
 * where connection strings are expected, no word between its first colon and its last {@code @} is repeated.
 *
 * @param values the words and phrases, longest first
 */
record Secrets(List<String> values) {

    private static final String SHOWN = "****";

    private static final Set<String> TAKE_URLS = Set.of("--url", "--dev-url", "--from", "--to");
    private static final Pattern USER_INFO = Pattern.compile("(?:://[^:]*)?:(.+)@", Pattern.DOTALL);
    private static final Pattern ASSIGNMENT =
            Pattern.compile("password\\s*=(.+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
    private static final Pattern TARGET = Pattern.compile("[\\w.@+-]*:?[\\w.+-]*@(?:heads?|base)(?:[+-]\\d+)?");
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}]+");
    private static final Pattern OCTETS = Pattern.compile("%[0-9A-Fa-f]{2}");
    private static final int SHORTEST_WORD = 3;

    Secrets {
        values = values.stream()
                .distinct()
                .sorted(Comparator.comparing(String::length).reversed())
                .toList();
    }

    /** Those in the arguments of a command. */
    static Secrets of(Collection<String> arguments) {
        List<String> found = new ArrayList<>();
        String before = "";
        for (String argument : arguments) {
            boolean expected = TAKE_URLS.contains(before)
                    || TAKE_URLS.stream().anyMatch(option -> argument.startsWith(option + "="));
            for (String secret : in(argument)) {
                found.add(secret);
                found.addAll(expected ? List.of() : words(secret));
            }
            before = argument;
        }
        return new Secrets(found);
    }

    private static List<String> in(String argument) {
        return TARGET.matcher(argument).matches()
                ? List.of()
                : Stream.of(USER_INFO, ASSIGNMENT)
                        .map(pattern -> pattern.matcher(argument))
                        .filter(Matcher::find)
                        .map(matcher -> matcher.group(1))
                        .toList();
    }

    private static List<String> words(String secret) {
        return Stream.of(secret, OCTETS.matcher(secret).replaceAll(" "))
                .flatMap(NO_WORD::splitAsStream)
                .filter(word -> word.length() >= SHORTEST_WORD)
                .toList();
    }

    /** The text without them. */
    String hidden(String text) {
        String hidden = text;
        for (String secret : values) {
            hidden = hidden.replace(secret, SHOWN);
        }
        return hidden;
    }
}
