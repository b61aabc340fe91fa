package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Aggregates. One replaces another in place if the result is of the same type; that is certain where neither the state nor the
 * final function differs.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createaggregate.html">CREATE AGGREGATE</a>
 */
final class AggregateRules implements KindRules {

    /** The parameters on which the type of the result does not depend, each at the beginning of an entry of the definition. */
    private static final Pattern HARMLESS =
            Pattern.compile("(SFUNC|SSPACE|INITCOND|COMBINEFUNC|SERIALFUNC|DESERIALFUNC|PARALLEL|FINALFUNC_MODIFY"
                    + "|MSFUNC|MINVFUNC|MSSPACE|MINITCOND|MFINALFUNC_MODIFY)\\s*=.*");

    private static final Pattern CREATE = Pattern.compile("^CREATE (OR REPLACE )?AGGREGATE ");
    private static final Pattern BETWEEN_ENTRIES = Pattern.compile("\\s*,\\s*|\\s*\\)$|\\((?=SFUNC = )");

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of(definition(object));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP " + Reference.of(object.id(), catalog));
    }

    @Override
    public Alteration alter(Pair pair) {
        List<String> before = entries(pair.before());
        List<String> after = entries(pair.after());
        return harmless(before, after) && harmless(after, before)
                ? Alteration.inPlace(
                        CREATE.matcher(definition(pair.after())).replaceFirst("CREATE OR REPLACE AGGREGATE "))
                : Alteration.replace();
    }

    private static boolean harmless(List<String> entries, List<String> others) {
        return entries.stream()
                .filter(entry -> !others.contains(entry))
                .allMatch(entry ->
                        HARMLESS.matcher(entry.toUpperCase(Locale.ROOT)).matches());
    }

    /** The definition in pieces; a piece that is no whole entry is not harmless. */
    private static List<String> entries(CatalogObject aggregate) {
        return Arrays.asList(BETWEEN_ENTRIES.split(definition(aggregate)));
    }

    private static String definition(CatalogObject aggregate) {
        return aggregate.attributes().text("definition").strip();
    }
}
