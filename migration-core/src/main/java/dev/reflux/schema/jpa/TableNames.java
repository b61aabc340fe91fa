package dev.reflux.schema.jpa;

import java.util.HashMap;
import java.util.Map;
import org.hibernate.boot.Metadata;
import org.hibernate.mapping.Collection;
import org.hibernate.mapping.Join;
import org.hibernate.mapping.PersistentClass;
import org.hibernate.mapping.Table;

/** What a message calls a table: the entity or the collection that it holds. */
final class TableNames {

    private final Map<Table, String> names = new HashMap<>();

    TableNames(Metadata metadata) {
        for (PersistentClass entity : metadata.getEntityBindings()) {
            Table table = entity.getTable();
            boolean shared = table.equals(entity.getRootClass().getTable());
            add(table, "entity " + (shared ? entity.getRootClass() : entity).getEntityName());
            for (Join join : entity.getJoins()) {
                add(join.getTable(), "entity " + entity.getEntityName());
            }
        }
        for (Collection collection : metadata.getCollectionBindings()) {
            if (!collection.isOneToMany()) {
                add(collection.getCollectionTable(), "collection " + collection.getRole());
            }
        }
    }

    private void add(Table table, String name) {
        names.putIfAbsent(table, name);
    }

    String of(Table table) {
        return names.getOrDefault(table, "table " + table.getName());
    }
}
