package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Columns that a table loses and children of it keep as their own. PostgreSQL drops such a column with all values in the children
 * too, unless it is told to drop it from the parent only. The other way round, columns that a table gets and children had before.
 */
final class PassedOn {

    private final Catalog desired;
    private final Map<ObjectId, List<ObjectId>> children = new HashMap<>();

    PassedOn(Catalog live, Catalog desired) {
        this.desired = desired;
        for (CatalogObject column : live.objects()) {
            if (column.kind() == Kind.COLUMN && column.attributes().has("inherited")) {
                parent(column.id(), live)
                        .ifPresent(parent -> children.computeIfAbsent(parent, key -> new ArrayList<>())
                                .add(column.id()));
            }
        }
    }

    /** Partitions cannot keep what their parent loses. */
    private static Optional<ObjectId> parent(ObjectId column, Catalog live) {
        return Inheritance.parentColumn(column, live)
                .filter(parent -> live.find(parent.requireOwner())
                        .filter(table -> !table.attributes().has("partition_key"))
                        .isPresent());
    }

    /** Whether some child keeps a column that its parent loses. */
    boolean isKept(ObjectId column) {
        return children(column).stream()
                .anyMatch(child -> desired.find(child)
                        .filter(after -> !after.attributes().has("inherited"))
                        .isPresent());
    }

    /** The columns of children that come from a column. */
    List<ObjectId> children(ObjectId column) {
        return children.getOrDefault(column, List.of());
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
