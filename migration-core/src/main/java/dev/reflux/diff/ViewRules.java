package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * Views. PostgreSQL replaces a view in place if its columns stay and new ones come after them.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-createview.html">CREATE VIEW</a>
 */
final class ViewRules implements KindRules {

    @Override
    public Set<Kind> absorbs() {
        return EnumSet.of(Kind.COLUMN);
    }

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of("CREATE " + view(object));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP VIEW " + object.id().qualifiedName());
    }

    /** Replacing a view takes away the options that are not given again, so they need no statement of their own. */
    @Override
    public Alteration alter(Pair pair) {
        if (!pair.differsIn("definition")) {
            return Alteration.inPlace(OptionChange.of(pair, "options")
                    .statements("ALTER VIEW " + pair.after().id().qualifiedName()));
        }
        return keepsColumns(pair)
                ? Alteration.inPlace("CREATE OR REPLACE " + view(pair.after()))
                : Alteration.replace();
    }

    private static boolean keepsColumns(Pair pair) {
        List<String> before = pair.before().hints().list("columns");
        List<String> after = pair.after().hints().list("columns");
        return !before.isEmpty() && before.size() <= after.size() && before.equals(after.subList(0, before.size()));
    }

    private static String view(CatalogObject object) {
        Attributes attributes = object.attributes();
        return "VIEW " + object.id().qualifiedName() + with(attributes) + " AS\n" + query(attributes);
    }

    /** The options of a view as {@code CREATE} takes them, with a space before them. */
    static String with(Attributes attributes) {
        return attributes.has("options") ? " WITH (" + String.join(", ", attributes.list("options")) + ")" : "";
    }

    /** The query of a view, which keeps the spaces with which PostgreSQL lays it out. */
    static String query(Attributes attributes) {
        return attributes.text("definition").stripTrailing();
    }
}
