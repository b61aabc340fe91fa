package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;

/**
 * Publications.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterpublication.html">ALTER PUBLICATION</a>
 */
final class PublicationRules implements KindRules {

    private static final Attributes DEFAULTS =
            Attributes.NONE.with("operations", List.of("insert", "update", "delete", "truncate"));

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        Attributes attributes = object.attributes();
        List<String> clauses = new ArrayList<>();
        if (attributes.has("all_tables")) {
            clauses.add("FOR ALL TABLES");
        }
        PublishedObjects objects = PublishedObjects.of(attributes);
        if (!objects.isEmpty()) {
            clauses.add("FOR " + objects.sql());
        }
        List<String> options = options(attributes, DEFAULTS.differing(attributes));
        if (!options.isEmpty()) {
            clauses.add("WITH (" + String.join(", ", options) + ")");
        }
        return List.of(Layout.clauses("CREATE PUBLICATION " + object.id().quotedName(), clauses));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP PUBLICATION " + object.id().quotedName());
    }

    /** Rows of partitioned tables can be filtered only while changes are published as those of the root. */
    @Override
    public Alteration alter(Pair pair) {
        if (pair.differsIn("all_tables")) {
            return Alteration.replace();
        }
        Attributes after = pair.after().attributes();
        String alter = "ALTER PUBLICATION " + pair.after().id().quotedName();
        List<String> statements = new ArrayList<>();
        PublishedObjects.change(pair).ifPresent(change -> statements.add(alter + " " + change));
        List<String> options = options(after, pair.before().attributes().differing(after));
        if (!options.isEmpty()) {
            int place = after.has("via_root") ? 0 : statements.size();
            statements.add(place, alter + " SET (" + String.join(", ", options) + ")");
        }
        return Alteration.inPlace(statements);
    }

    private static List<String> options(Attributes attributes, List<String> names) {
        List<String> options = new ArrayList<>();
        if (names.contains("operations")) {
            options.add("publish = '" + String.join(", ", attributes.list("operations")) + "'");
        }
        if (names.contains("via_root")) {
            options.add("publish_via_partition_root = " + attributes.has("via_root"));
        }
        if (names.contains("generated_columns")) {
            options.add("publish_generated_columns = "
                    + attributes.find("generated_columns").orElse("none"));
        }
        return options;
    }
}
