package dev.reflux.sql;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * A list of options in parentheses, {@code (verbose, concurrently off, create_slot = false)}.
 *
 * @param values by name in lower case; an option without a value is "true"
 */
record Options(Map<String, String> values) {

    /** As in the server's {@code defGetBoolean}. */
    private static final Set<String> OFF = Set.of("false", "off", "0");

    Options {
        values = Map.copyOf(values);
    }

    /** The list that opens at that index; empty if none does. */
    static Options at(Tokens tokens, int index) {
        Map<String, String> values = new HashMap<>();
        int close = tokens.afterParentheses(index) - 1;
        int next = index + 1;
        while (next < close) {
            int end = next;
            while (end < close && !tokens.isSymbol(end, ',')) {
                end++;
            }
            values.put(tokens.name(next), end - next == 1 ? "true" : tokens.content(end - 1));
            next = end + 1;
        }
        return new Options(values);
    }

    boolean has(String name) {
        return values.containsKey(name);
    }

    boolean isOff(String name) {
        return OFF.contains(values.getOrDefault(name, "true"));
    }

    boolean isOn(String name) {
        return has(name) && !isOff(name);
    }
}
