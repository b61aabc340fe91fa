package dev.reflux.diff;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.sql.Identifier;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The names that a range type takes: its own, that of its multirange type, and those of the functions that make values of both.
 * They are dropped with the range, but keep their names when the range is renamed.
 *
 * @see <a href="https://www.postgresql.org/docs/current/rangetypes.html">Range Types</a>
 */
final class RangeNames {

    private static final Pattern SUBTYPE = Pattern.compile("SUBTYPE = (.*?)(, [A-Z_]+ = |\\)$)");
    private static final Pattern MULTIRANGE =
            Pattern.compile("MULTIRANGE_TYPE_NAME = (.*?)(\"(?:[^\"]|\"\")+\"|[^\".]+)\\)$");

    private static final String SUFFIX = "_multirange";

    private final String schema;
    private final String name;
    private final String multirangeSchema;
    private final String multirange;
    private final String subtype;

    private RangeNames(CatalogObject range) {
        String definition = range.attributes().text("definition").strip();
        Matcher given = MULTIRANGE.matcher(definition);
        boolean isGiven = given.find();
        this.schema = range.id().requireOwner().quotedName() + ".";
        this.name = range.id().name();
        this.multirangeSchema = isGiven ? given.group(1) : schema;
        this.multirange = isGiven ? unquoted(given.group(2)) : usualName(name);
        Matcher ofSubtype = SUBTYPE.matcher(definition);
        this.subtype = ofSubtype.find() ? ofSubtype.group(1) : "";
    }

    /** The statements that give other names to all that another range of the same name would take. */
    static List<String> renameAway(CatalogObject range, UnaryOperator<String> away) {
        RangeNames names = new RangeNames(range);
        String type = Identifier.quote(names.name);
        String multirange = Identifier.quote(names.multirange);
        String toOld = " RENAME TO " + Identifier.quote(away.apply(names.name));
        String toOldMultirange = " RENAME TO " + Identifier.quote(away.apply(names.multirange));
        String function = "ALTER FUNCTION " + names.schema + type;
        return List.of(
                "ALTER TYPE " + names.schema + type + toOld,
                function + "(" + names.subtype + ", " + names.subtype + ")" + toOld,
                function + "(" + names.subtype + ", " + names.subtype + ", text)" + toOld,
                "ALTER TYPE " + names.multirangeSchema + multirange + toOldMultirange,
                "ALTER FUNCTION " + names.schema + multirange + "()" + toOldMultirange);
    }

    /** What PostgreSQL's {@code makeMultirangeTypeName} makes of the name of a range. */
    private static String usualName(String range) {
        return range.contains("range")
                ? range.replaceFirst("range", "multirange")
                : Identifier.withEnding(range, SUFFIX);
    }

    private static String unquoted(String name) {
        return name.startsWith("\"") ? name.substring(1, name.length() - 1).replace("\"\"", "\"") : name;
    }
}
