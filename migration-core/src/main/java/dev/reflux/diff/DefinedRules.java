package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.List;

/** Objects that come written out, and that PostgreSQL cannot change: collations, range types, casts, operators. */
final class DefinedRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return object.attributes().list("definition").stream()
                .map(String::strip)
                .toList();
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP " + Reference.of(object.id(), catalog));
    }

    @Override
    public Alteration alter(Pair pair) {
        return Alteration.replace();
    }
}
