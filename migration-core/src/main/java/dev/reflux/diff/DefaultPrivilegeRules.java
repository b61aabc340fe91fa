package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.List;

/**
 * What objects that a role makes later grant to one grantee.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-alterdefaultprivileges.html">ALTER DEFAULT PRIVILEGES</a>
 */
final class DefaultPrivilegeRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        Attributes attributes = object.attributes();
        return statements(object, catalog, attributes.list("builtin"), attributes.list("privileges"));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        Attributes attributes = object.attributes();
        return statements(object, catalog, attributes.list("privileges"), attributes.list("builtin"));
    }

    @Override
    public Alteration alter(Pair pair) {
        return Alteration.inPlace(statements(
                pair.after(),
                pair.desired(),
                pair.before().attributes().list("privileges"),
                pair.after().attributes().list("privileges")));
    }

    private static List<String> statements(
            CatalogObject object, Catalog catalog, List<String> before, List<String> after) {
        Attributes attributes = object.attributes();
        String objects = attributes.text("objects");
        List<String> all = PrivilegeWords.all(objects, catalog.origin().majorVersion());
        String beginning = "ALTER DEFAULT PRIVILEGES FOR ROLE " + attributes.text("role")
                + attributes
                        .find("schema")
                        .map(schema -> " IN SCHEMA " + schema)
                        .orElse("");
        return new Grants(objects, "", attributes.text("grantee"), all)
                .between(before, after).stream()
                        .map(change -> Layout.clauses(beginning, List.of(change)))
                        .toList();
    }
}
