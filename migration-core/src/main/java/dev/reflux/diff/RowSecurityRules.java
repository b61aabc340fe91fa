package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.ArrayList;
import java.util.List;

/** Row security of a table. */
final class RowSecurityRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return change(object, Attributes.NONE, object.attributes());
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return change(object, object.attributes(), Attributes.NONE);
    }

    @Override
    public Alteration alter(Pair pair) {
        return Alteration.inPlace(
                change(pair.after(), pair.before().attributes(), pair.after().attributes()));
    }

    private static List<String> change(CatalogObject object, Attributes before, Attributes after) {
        String alter = "ALTER TABLE " + object.id().requireOwner().qualifiedName();
        List<String> statements = new ArrayList<>();
        if (before.has("enabled") != after.has("enabled")) {
            statements.add(alter + (after.has("enabled") ? " ENABLE" : " DISABLE") + " ROW LEVEL SECURITY");
        }
        if (before.has("forced") != after.has("forced")) {
            statements.add(alter + (after.has("forced") ? " FORCE" : " NO FORCE") + " ROW LEVEL SECURITY");
        }
        return statements;
    }
}
