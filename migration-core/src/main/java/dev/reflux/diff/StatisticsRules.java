package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;

/** Extended statistics. */
final class StatisticsRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        List<String> statements = new ArrayList<>();
        statements.add(object.attributes().text("definition"));
        if (object.attributes().has("target")) {
            statements.add(setTarget(object));
        }
        return statements;
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP STATISTICS " + object.id().qualifiedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        return pair.differsIn("definition") ? Alteration.replace() : Alteration.inPlace(setTarget(pair.after()));
    }

    /** The target -1 is the default of the server. */
    private static String setTarget(CatalogObject object) {
        return "ALTER STATISTICS " + object.id().qualifiedName() + " SET STATISTICS "
                + object.attributes().find("target").orElse("-1");
    }
}
