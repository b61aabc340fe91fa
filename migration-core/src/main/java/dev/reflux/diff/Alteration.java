package dev.reflux.diff;

import dev.reflux.catalog.Kind;
import java.util.List;
import java.util.Set;

/**
 * How an object changes.
 *
 * @param way in place, or by removing it and making it again
 * @param statements what changes it in place, in order
 * @param rebuilds the kinds of objects that depend on it, or are part of it, and that PostgreSQL does not carry over: they are
 *     removed before the change and made again after it
 * @param notes what the user should know, one sentence each
 */
record Alteration(Way way, List<String> statements, Set<Kind> rebuilds, List<String> notes) {

    enum Way {
        IN_PLACE,
        REPLACE
    }

    Alteration {
        statements = List.copyOf(statements);
        rebuilds = Set.copyOf(rebuilds);
        notes = List.copyOf(notes);
    }

    /** PostgreSQL cannot change it: it is removed and made again, with everything that depends on it. */
    static Alteration replace() {
        return new Alteration(Way.REPLACE, List.of(), Set.of(), List.of());
    }

    static Alteration inPlace(List<String> statements) {
        return new Alteration(Way.IN_PLACE, statements, Set.of(), List.of());
    }

    static Alteration inPlace(String... statements) {
        return inPlace(List.of(statements));
    }

    Alteration rebuilding(Set<Kind> kinds) {
        return new Alteration(way, statements, kinds, notes);
    }

    Alteration noting(List<String> sentences) {
        return new Alteration(way, statements, rebuilds, sentences);
    }
}
