package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;

/**
 * A column that a table loses and children of it keep as their own. PostgreSQL drops it with all values in the children too, unless
 * it is told to drop it from the parent only.
 */
final class PassedOn {

    private final CatalogObject column;
    private final Catalog live;
    private final Catalog desired;

    /** @param column that is dropped, where it is now */
    PassedOn(CatalogObject column, Catalog live, Catalog desired) {
        this.column = column;
        this.live = live;
        this.desired = desired;
    }

    /** Whether some child keeps it. */
    boolean isKept() {
        return !keeping().isEmpty();
    }

    /** The columns of children that become their own. */
    List<ObjectId> keeping() {
        return children().stream().filter(this::isOwn).toList();
    }

    /** The columns of children that come from this one; partitions cannot keep what their parent loses. */
    List<ObjectId> children() {
        boolean isInherited = column.kind() == Kind.COLUMN
                && live.find(column.id().requireOwner())
                        .filter(table -> !table.attributes().has("partition_key"))
                        .isPresent();
        return isInherited
                ? Inheritance.childColumns(column.id(), live).stream()
                        .map(CatalogObject::id)
                        .toList()
                : List.of();
    }

    private boolean isOwn(ObjectId child) {
        return desired.find(child)
                .filter(after -> !after.attributes().has("inherited"))
                .isPresent();
    }

    /** The statements that drop it from the parent; the children keep NOT NULL with it, as a constraint of their own. */
    List<String> dropOnly() {
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
