package dev.reflux.catalog;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What an object is like, by name. Every value is a list of texts as PostgreSQL prints them; most lists have one entry, a flag
 * is there or not, and what an object does not have is not there.
 *
 * @param values the lists by name; no list is empty
 */
public record Attributes(Map<String, List<String>> values) {

    /** Nothing. */
    public static final Attributes NONE = new Attributes(Map.of());

    public Attributes {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /** One attribute with one value. */
    public static Attributes of(String name, String value) {
        return new Attributes(Map.of(name, List.of(value)));
    }

    /** A value that is always there. */
    public String text(String name) {
        return find(name)
                .orElseThrow(() -> new IllegalStateException("There is no attribute \"" + name + "\" in " + this));
    }

    /** A value that may be there. */
    public Optional<String> find(String name) {
        List<String> value = values.get(name);
        return value == null ? Optional.empty() : Optional.of(value.get(0));
    }

    /** Whether a flag is set, or a value is there. */
    public boolean has(String name) {
        return values.containsKey(name);
    }

    /** All values; an empty list where there is none. */
    public List<String> list(String name) {
        return values.getOrDefault(name, List.of());
    }

    /** These attributes, with another list; an empty list takes the attribute away. */
    public Attributes with(String name, List<String> list) {
        Map<String, List<String>> copy = new LinkedHashMap<>(values);
        if (list.isEmpty()) {
            copy.remove(name);
        } else {
            copy.put(name, List.copyOf(list));
        }
        return new Attributes(copy);
    }

    /** The names of the attributes in which others differ from these, in alphabetical order. */
    public List<String> differing(Attributes others) {
        Set<String> names = new TreeSet<>(values.keySet());
        names.addAll(others.values.keySet());
        List<String> differing = new ArrayList<>(names);
        differing.removeIf(name -> list(name).equals(others.list(name)));
        return differing;
    }

    /** Most attributes of two catalogs are the same instance within each, and alike between them: hence written out. */
    @Override
    public boolean equals(@Nullable Object other) {
        return this == other || (other instanceof Attributes that && values.equals(that.values));
    }

    @Override
    public int hashCode() {
        return values.hashCode();
    }
}
