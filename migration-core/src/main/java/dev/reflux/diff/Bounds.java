package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.List;

/**
 * How the bounds of a sequence change. PostgreSQL refuses bounds that leave out the current value, even that of a sequence that
 * was never used, so such a value has to move first.
 */
final class Bounds {

    private final CatalogObject sequence;
    private final long oldMin;
    private final long oldMax;
    private final long min;
    private final long max;

    Bounds(KindRules.Pair pair) {
        this.sequence = pair.after();
        this.oldMin = bound(pair.before(), "min");
        this.oldMax = bound(pair.before(), "max");
        this.min = bound(pair.after(), "min");
        this.max = bound(pair.after(), "max");
    }

    private static long bound(CatalogObject sequence, String name) {
        return Long.parseLong(sequence.attributes().text(name));
    }

    /** Whether no value is within the old and the new bounds, so that the sequence has to begin anew. */
    boolean areApart() {
        return min > oldMax || max < oldMin;
    }

    /**
     * The statements that move a current value that will be out of bounds to the nearest bound. That bound is the next value
     * where the sequence counts away from it, and the last one where it counts towards it.
     */
    List<String> moveInside() {
        List<String> statements = new ArrayList<>();
        boolean descending = sequence.attributes().text("increment").startsWith("-");
        if (!areApart() && min > oldMin) {
            statements.add(move(min, descending, "<"));
        }
        if (!areApart() && max < oldMax) {
            statements.add(move(max, !descending, ">"));
        }
        return statements;
    }

    private String move(long bound, boolean used, String outside) {
        String name = sequence.id().qualifiedName();
        return "SELECT pg_catalog.setval(" + Identifier.literal(name) + ", " + bound + ", " + used + ") FROM " + name
                + " WHERE last_value " + outside + " " + bound;
    }

    /** What happens to the current value. */
    List<String> notes() {
        String name = sequence.id().qualifiedName();
        if (areApart()) {
            Attributes attributes = sequence.attributes();
            return List.of("The sequence " + name + " begins anew at " + attributes.text("start") + ".");
        }
        return min > oldMin || max < oldMax
                ? List.of("If the current value of " + name + " is not between " + min + " and " + max
                        + ", it moves to the nearest of them.")
                : List.of();
    }
}
