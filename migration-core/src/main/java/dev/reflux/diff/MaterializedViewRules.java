package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Materialized views. How they are stored can change; what they hold cannot. */
final class MaterializedViewRules implements KindRules {

    /** The first version that moves a materialized view to another access method. */
    private static final int ACCESS_METHOD_VERSION = 15;

    @Override
    public Set<Kind> absorbs() {
        return EnumSet.of(Kind.COLUMN);
    }

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        Attributes attributes = object.attributes();
        return List.of("CREATE MATERIALIZED VIEW " + object.id().qualifiedName()
                + attributes.find("access_method").map(name -> " USING " + name).orElse("")
                + ViewRules.with(attributes)
                + attributes
                        .find("tablespace")
                        .map(name -> " TABLESPACE " + name)
                        .orElse("")
                + " AS\n" + ViewRules.query(attributes)
                + (object.hints().has("unpopulated") ? "\nWITH NO DATA" : ""));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP MATERIALIZED VIEW " + object.id().qualifiedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        boolean moves = pair.live().origin().majorVersion() >= ACCESS_METHOD_VERSION;
        if (pair.differsIn("definition") || (pair.differsIn("access_method") && !moves)) {
            return Alteration.replace();
        }
        Attributes after = pair.after().attributes();
        String alter = "ALTER MATERIALIZED VIEW " + pair.after().id().qualifiedName();
        List<String> statements = new ArrayList<>();
        if (pair.differsIn("access_method")) {
            statements.add(
                    alter + " SET ACCESS METHOD " + after.find("access_method").orElse("heap"));
        }
        if (pair.differsIn("tablespace")) {
            statements.add(alter + " SET TABLESPACE " + after.find("tablespace").orElse("pg_default"));
        }
        statements.addAll(OptionChange.of(pair, "options").statements(alter));
        return Alteration.inPlace(statements);
    }
}
