package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Sequences. Everything changes in place, and the current value stays if it is within the bounds.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altersequence.html">ALTER SEQUENCE</a>
 */
final class SequenceRules implements KindRules {

    private static final Map<String, String> SMALLEST = Map.of(
            "smallint", "-32768",
            "integer", "-2147483648",
            "bigint", "-9223372036854775808");
    private static final Map<String, String> LARGEST = Map.of(
            "smallint", "32767",
            "integer", "2147483647",
            "bigint", "9223372036854775807");

    private static final List<Map.Entry<String, String>> WORDS = List.of(
            Map.entry("type", "AS"),
            Map.entry("increment", "INCREMENT BY"),
            Map.entry("min", "MINVALUE"),
            Map.entry("max", "MAXVALUE"),
            Map.entry("start", "START WITH"),
            Map.entry("cache", "CACHE"));

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        Attributes wanted = object.attributes();
        Attributes usual = usual(wanted);
        return List.of(Layout.clauses(
                "CREATE " + (wanted.has("unlogged") ? "UNLOGGED " : "") + "SEQUENCE "
                        + object.id().qualifiedName(),
                options(wanted, usual.differing(wanted))));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP SEQUENCE " + object.id().qualifiedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        Attributes after = pair.after().attributes();
        List<String> differing = new ArrayList<>(pair.before().attributes().differing(after));
        if (differing.contains("type")) {
            differing.addAll(List.of("min", "max"));
        }
        Bounds bounds = new Bounds(pair);
        String alter = "ALTER SEQUENCE " + pair.after().id().qualifiedName();
        List<String> options = options(after, differing);
        if (bounds.areApart()) {
            options.add("RESTART WITH " + after.text("start"));
        }
        List<String> statements = new ArrayList<>(bounds.moveInside());
        if (!options.isEmpty()) {
            statements.add(Layout.clauses(alter, options));
        }
        if (differing.contains("unlogged")) {
            statements.add(alter + (after.has("unlogged") ? " SET UNLOGGED" : " SET LOGGED"));
        }
        return Alteration.inPlace(statements).noting(bounds.notes());
    }

    /** What PostgreSQL takes for a sequence that counts in this direction. */
    private static Attributes usual(Attributes wanted) {
        boolean descending = wanted.text("increment").startsWith("-");
        String type = wanted.text("type");
        String min = descending ? SMALLEST.getOrDefault(type, "") : "1";
        String max = descending ? "-1" : LARGEST.getOrDefault(type, "");
        return Attributes.of("type", "bigint")
                .with("increment", List.of("1"))
                .with("min", List.of(min))
                .with("max", List.of(max))
                .with("start", List.of(wanted.text(descending ? "max" : "min")))
                .with("cache", List.of("1"));
    }

    private static List<String> options(Attributes wanted, List<String> names) {
        List<String> options = new ArrayList<>();
        for (Map.Entry<String, String> option : WORDS) {
            if (names.contains(option.getKey())) {
                options.add(option.getValue() + " " + wanted.text(option.getKey()));
            }
        }
        if (names.contains("cycle")) {
            options.add(wanted.has("cycle") ? "CYCLE" : "NO CYCLE");
        }
        return options;
    }
}
