package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.List;

/** How tables identify their rows to logical replication. */
final class ReplicaIdentityRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of(alter(object) + object.attributes().text("identity"));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of(alter(object) + "DEFAULT");
    }

    @Override
    public Alteration alter(Pair pair) {
        return Alteration.inPlace(create(pair.after(), pair.desired()));
    }

    private static String alter(CatalogObject object) {
        return "ALTER TABLE " + object.id().requireOwner().qualifiedName() + " REPLICA IDENTITY ";
    }
}
