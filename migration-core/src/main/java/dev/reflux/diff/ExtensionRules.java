package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import java.util.List;

/** Extensions. Their version is that of the server, and is not compared. */
final class ExtensionRules implements KindRules {

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return List.of("CREATE EXTENSION " + object.id().quotedName() + " WITH SCHEMA " + schema(object));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP EXTENSION " + object.id().quotedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        CatalogObject after = pair.after();
        return Alteration.inPlace("ALTER EXTENSION " + after.id().quotedName() + " SET SCHEMA " + schema(after))
                .noting(List.of("PostgreSQL refuses this if the extension "
                        + after.id().quotedName() + " is tied to its schema."));
    }

    private static String schema(CatalogObject object) {
        return object.attributes().text("schema");
    }
}
