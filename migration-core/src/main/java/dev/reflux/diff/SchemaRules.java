package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.List;

/** Schemas. */
final class SchemaRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of("CREATE SCHEMA " + object.id().quotedName());
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP SCHEMA " + object.id().quotedName());
    }

    /** A schema is its name and nothing else. */
    @Override
    public Alteration alter(Pair pair) {
        return Alteration.inPlace();
    }
}
