package dev.reflux.diff;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How storage parameters change.
 *
 * @param set what is set, {@code name=value}
 * @param reset the names of what goes back to its default
 */
record OptionChange(List<String> set, List<String> reset) {

    /** The change of an attribute that lists {@code name=value} texts. */
    static OptionChange of(KindRules.Pair pair, String attribute) {
        Map<String, String> before = byName(pair.before().attributes().list(attribute));
        Map<String, String> after = byName(pair.after().attributes().list(attribute));
        List<String> set = new ArrayList<>();
        after.forEach((name, option) -> {
            if (!option.equals(before.get(name))) {
                set.add(option);
            }
        });
        List<String> reset = before.keySet().stream()
                .filter(name -> !after.containsKey(name))
                .toList();
        return new OptionChange(set, reset);
    }

    /** The statements, from their beginning {@code ALTER … name}. */
    List<String> statements(String alter) {
        List<String> statements = new ArrayList<>();
        if (!reset.isEmpty()) {
            statements.add(alter + " RESET (" + String.join(", ", reset) + ")");
        }
        if (!set.isEmpty()) {
            statements.add(alter + " SET (" + String.join(", ", set) + ")");
        }
        return statements;
    }

    private static Map<String, String> byName(List<String> options) {
        Map<String, String> byName = new LinkedHashMap<>();
        options.forEach(option -> byName.put(option.substring(0, option.indexOf('=')), option));
        return byName;
    }
}
