package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Attributes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One instance of values that are equal: most columns of a database look alike. */
final class Sharing {

    /** Longer texts are definitions, of which hardly two are equal. */
    private static final int LONGEST_SHARED = 40;

    private static final List<String> FLAG = List.of("true");

    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, List<String>> lists = new HashMap<>();
    private final Map<Map<String, List<String>>, Attributes> attributes = new HashMap<>();

    Sharing() {
        attributes.put(Map.of(), Attributes.NONE);
    }

    /** A text, the same instance for equal ones. */
    String text(String text) {
        String shared = texts.putIfAbsent(text, text);
        return shared == null ? text : shared;
    }

    /** What a flag has that is set. */
    List<String> flag() {
        return FLAG;
    }

    /** A list of one text. */
    List<String> list(String text) {
        return text.length() > LONGEST_SHARED ? List.of(text) : lists.computeIfAbsent(text, List::of);
    }

    /** Attributes with these values, the same instance for equal ones; the map may be used again. */
    Attributes attributes(Map<String, List<String>> values) {
        Attributes shared = attributes.get(values);
        if (shared == null) {
            shared = new Attributes(values);
            attributes.put(shared.values(), shared);
        }
        return shared;
    }
}
