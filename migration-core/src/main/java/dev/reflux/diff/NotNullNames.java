package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Usual names of NOT NULL constraints that other constraints of the schema have, too: a table made {@code LIKE} another one has
 * them from there. PostgreSQL would choose others, so they are written out.
 */
final class NotNullNames {

    private final Set<ObjectId> taken = new HashSet<>();

    NotNullNames(Catalog live, Catalog desired) {
        addTaken(live);
        addTaken(desired);
    }

    private void addTaken(Catalog catalog) {
        catalog.objects().stream()
                .filter(column -> column.attributes().has("not_null_name"))
                .forEach(column -> taken.add(inSchema(column)));
    }

    /** The same catalog with those names written out. */
    Catalog writtenOut(Catalog catalog) {
        if (taken.isEmpty()) {
            return catalog;
        }
        List<CatalogObject> named = catalog.objects().stream()
                .filter(column -> column.kind() == Kind.COLUMN
                        && column.attributes().has("not_null")
                        && !column.hints().has("not_null_name")
                        && taken.contains(inSchema(column)))
                .map(column -> ColumnSql.withNotNullName(column, catalog))
                .toList();
        return catalog.with(named);
    }

    /** The name in its schema. */
    private static ObjectId inSchema(CatalogObject column) {
        return column.id().requireOwner().requireOwner().child(Kind.CHECK, ColumnSql.notNullName(column));
    }
}
