package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Columns that a table loses and children of it keep, as their own or from another parent. PostgreSQL drops such a column with all
 * values in the children too, unless it is told to drop it from the parent only. The other way round, columns that a table gets and
 * children had before.
 */
final class PassedOn {

    private PassedOn() {}

    /** Whether some child keeps a column that its parent loses. Partitions cannot. */
    static boolean isKept(ObjectId column, Catalog live, Catalog desired) {
        return isChildsOnly(column, live, desired);
    }

    /** Whether some child had a column before its parent gets it. */
    static boolean isPulledUp(ObjectId column, Catalog live, Catalog desired) {
        return isChildsOnly(column, desired, live);
    }

    /** Whether some child has from its parent what it does not have from there in another catalog. */
    private static boolean isChildsOnly(ObjectId column, Catalog inherited, Catalog other) {
        return column.kind() == Kind.COLUMN
                && inherited
                        .find(column.requireOwner())
                        .filter(table -> !table.attributes().has("partition_key"))
                        .isPresent()
                && Inheritance.childColumns(column, inherited).stream()
                        .map(CatalogObject::id)
                        .anyMatch(child -> other.has(child)
                                && !Inheritance.parentColumn(child, other).equals(Optional.of(column)));
    }

    /** The statements that drop it from the parent; the children keep NOT NULL with it, as a constraint of their own. */
    static List<String> dropOnly(CatalogObject column) {
        String alter = "ALTER TABLE ONLY " + column.id().requireOwner().qualifiedName();
        String name = column.id().quotedName();
        List<String> statements = new ArrayList<>();
        if (column.attributes().has("not_null")) {
            statements.add(alter + " ALTER COLUMN " + name + " DROP NOT NULL");
        }
        statements.add(alter + " DROP COLUMN " + name);
        return statements;
    }
}
