package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.ObjectId;
import java.util.List;

/** Defaults of columns. */
final class DefaultRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of(alterColumn(object, catalog) + " SET DEFAULT "
                + object.attributes().text("expression"));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of(alterColumn(object, catalog) + " DROP DEFAULT");
    }

    @Override
    public Alteration alter(Pair pair) {
        return Alteration.inPlace(create(pair.after(), pair.desired()));
    }

    /** A default would go down to partitions and inheriting tables, whose defaults are objects of their own. */
    private static String alterColumn(CatalogObject object, Catalog catalog) {
        ObjectId column = object.id().requireOwner();
        ObjectId relation = column.requireOwner();
        return "ALTER TABLE " + (Inheritance.hasChildren(relation, catalog) ? "ONLY " : "") + relation.qualifiedName()
                + " ALTER COLUMN " + column.quotedName();
    }
}
