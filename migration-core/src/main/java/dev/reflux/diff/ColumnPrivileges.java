package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The privileges of a grantee on columns depend on those on the whole table: what is revoked on the table is revoked on its
 * columns too. PostgreSQL does not record this.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-revoke.html">REVOKE</a>
 */
final class ColumnPrivileges {

    private ColumnPrivileges() {}

    /** The same catalog with these dependencies. */
    static Catalog linked(Catalog catalog) {
        List<CatalogObject> linked = new ArrayList<>();
        for (CatalogObject object : catalog.objects()) {
            onTable(object, catalog).ifPresent(used -> linked.add(linked(object, used)));
        }
        return catalog.with(linked);
    }

    private static Optional<ObjectId> onTable(CatalogObject privilege, Catalog catalog) {
        ObjectId id = privilege.id();
        if (id.kind() != Kind.PRIVILEGE || id.requireOwner().kind() != Kind.COLUMN) {
            return Optional.empty();
        }
        ObjectId table = id.requireOwner().requireOwner();
        return catalog.find(table.child(Kind.PRIVILEGE, id.name()))
                .filter(onTable -> overlap(onTable, privilege))
                .map(CatalogObject::id);
    }

    private static boolean overlap(CatalogObject one, CatalogObject other) {
        List<String> names = Grants.names(other.attributes().list("privileges"));
        return Grants.names(one.attributes().list("privileges")).stream().anyMatch(names::contains);
    }

    private static CatalogObject linked(CatalogObject privilege, ObjectId used) {
        Set<ObjectId> dependsOn = new HashSet<>(privilege.dependsOn());
        dependsOn.add(used);
        return new CatalogObject(privilege.id(), privilege.attributes(), privilege.hints(), dependsOn);
    }
}
