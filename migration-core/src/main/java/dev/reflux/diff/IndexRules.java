package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.ArrayList;
import java.util.List;

/** Indexes that belong to no constraint. */
final class IndexRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        List<String> statements = new ArrayList<>();
        statements.add(object.attributes().text("definition"));
        statements.addAll(settings(object));
        return statements;
    }

    private static List<String> settings(CatalogObject object) {
        Attributes attributes = object.attributes();
        List<String> statements = new ArrayList<>();
        for (String statistic : attributes.list("statistics")) {
            String[] parts = statistic.split("=", 2);
            statements.add("ALTER INDEX " + object.id().qualifiedName() + " ALTER COLUMN " + parts[0]
                    + " SET STATISTICS " + parts[1]);
        }
        if (attributes.has("tablespace")) {
            statements.add(setTablespace(object));
        }
        if (attributes.has("clustered")) {
            statements.add(alterRelation(object) + " CLUSTER ON " + object.id().quotedName());
        }
        return statements;
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP INDEX " + object.id().qualifiedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        if (pair.differsIn("definition", "unique", "invalid", "statistics")) {
            return Alteration.replace();
        }
        CatalogObject after = pair.after();
        List<String> statements = new ArrayList<>();
        if (pair.differsIn("tablespace")) {
            statements.add(setTablespace(after));
        }
        if (pair.differsIn("clustered")) {
            statements.add(alterRelation(after)
                    + (after.attributes().has("clustered")
                            ? " CLUSTER ON " + after.id().quotedName()
                            : " SET WITHOUT CLUSTER"));
        }
        return Alteration.inPlace(statements);
    }

    private static String setTablespace(CatalogObject index) {
        return "ALTER INDEX " + index.id().qualifiedName() + " SET TABLESPACE "
                + index.attributes().find("tablespace").orElse("pg_default");
    }

    private static String alterRelation(CatalogObject object) {
        boolean isView = object.id().requireOwner().kind() == Kind.MATERIALIZED_VIEW;
        return "ALTER " + (isView ? "MATERIALIZED VIEW " : "TABLE ")
                + object.id().requireOwner().qualifiedName();
    }
}
