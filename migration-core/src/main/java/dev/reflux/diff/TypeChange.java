package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * How the values of a column become values of another type.
 *
 * @param using the {@code USING} clause with a space before it, or nothing where PostgreSQL converts by itself
 * @param notes what may happen to the rows
 * @see <a href="https://www.postgresql.org/docs/current/catalog-pg-cast.html">pg_cast</a>
 */
record TypeChange(String using, List<String> notes) {

    private static final Set<String> TEXTS =
            Set.of("text", "character varying", "character", "\"char\"", "name", "bpchar");

    /** For each type those to which PostgreSQL converts it by itself when a value is assigned, without a loss. */
    private static final Map<String, Set<String>> WIDER = Map.of(
            "smallint", Set.of("integer", "bigint", "numeric", "real", "double precision"),
            "integer", Set.of("bigint", "numeric", "double precision"),
            "bigint", Set.of("numeric"),
            "real", Set.of("double precision"),
            "date", Set.of("timestamp without time zone", "timestamp with time zone"),
            "timestamp without time zone", Set.of("timestamp with time zone"),
            "timestamp with time zone", Set.of("timestamp without time zone"),
            "cidr", Set.of("inet"));

    /** Types that PostgreSQL converts into each other by itself when a value is assigned, or by an explicit cast. */
    private static final List<Set<String>> FAMILIES = List.of(
            Set.of("smallint", "integer", "bigint", "numeric", "real", "double precision", "money"),
            Set.of("boolean", "integer"),
            Set.of("date", "timestamp without time zone", "timestamp with time zone"),
            Set.of("time without time zone", "time with time zone", "interval"),
            Set.of("json", "jsonb"),
            Set.of("bit", "bit varying"),
            Set.of("inet", "cidr"));

    /** The change of a column's type. */
    static TypeChange of(KindRules.Pair pair) {
        Attributes before = pair.before().attributes();
        Attributes after = pair.after().attributes();
        String from = before.text("type");
        String to = after.text("type");
        if (from.equals(to)) {
            return new TypeChange("", List.of());
        }
        String note = "Rows whose " + pair.after().id().quotedName() + " does not fit " + to + " make it fail.";
        return new TypeChange(
                using(pair.after().id().quotedName(), from, to), isWider(from, to) ? List.of() : List.of(note));
    }

    private static String using(String column, String from, String to) {
        String source = base(from);
        String target = base(to);
        if (source.equals(target) || TEXTS.contains(target) || isWider(from, to)) {
            return "";
        }
        boolean direct = TEXTS.contains(source)
                || FAMILIES.stream().anyMatch(family -> family.contains(source) && family.contains(target));
        return " USING " + column + (direct ? "" : "::text") + "::" + to;
    }

    private static boolean isWider(String from, String to) {
        return (to.equals("text") && !from.equals("\"char\""))
                || WIDER.getOrDefault(base(from), Set.of()).contains(to)
                || (base(from).equals(base(to)) && isLonger(from, to));
    }

    private static boolean isLonger(String from, String to) {
        List<Integer> before = modifiers(from);
        List<Integer> after = modifiers(to);
        return after.isEmpty() || (before.size() == 1 && after.size() == 1 && before.get(0) <= after.get(0));
    }

    private static List<Integer> modifiers(String type) {
        int open = type.indexOf('(');
        if (open < 0) {
            return List.of();
        }
        return List.of(type.substring(open + 1, type.indexOf(')')).split(",", -1)).stream()
                .filter(number -> number.chars().allMatch(Character::isDigit))
                .map(Integer::valueOf)
                .toList();
    }

    /** The type without its modifiers: {@code character varying(20)} is {@code character varying}. */
    private static String base(String type) {
        int open = type.indexOf('(');
        return open < 0 ? type : type.substring(0, open) + type.substring(type.indexOf(')') + 1);
    }
}
