package dev.reflux.diff;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.Optional;

/** A table that is written to the log must not refer to one that is not, not even for a moment. */
final class UnloggedOrder {

    private final WorkGraph graph;

    UnloggedOrder(WorkGraph graph) {
        this.graph = graph;
    }

    void add() {
        graph.desired().objects().stream()
                .filter(object ->
                        object.kind() == Kind.FOREIGN_KEY && graph.live().has(object.id()))
                .forEach(this::order);
    }

    private void order(CatalogObject foreignKey) {
        ObjectId table = foreignKey.id().requireOwner();
        foreignKey.dependsOn().stream()
                .map(ObjectId::whole)
                .filter(used -> used.kind() == Kind.TABLE && !used.equals(table) && changes(used) && changes(table))
                .distinct()
                .forEach(used -> order(table, used));
    }

    private void order(ObjectId table, ObjectId used) {
        boolean unlogged =
                graph.desired().find(table).orElseThrow().attributes().has("unlogged");
        Optional<Node> first = graph.find(unlogged ? table : used, Work.ALTER);
        Optional<Node> second = graph.find(unlogged ? used : table, Work.ALTER);
        boolean isCircle = second.isPresent()
                && first.filter(graph.after(second.get())::contains).isPresent();
        if (!isCircle) {
            graph.order(first, second);
        }
    }

    private boolean changes(ObjectId table) {
        Optional<CatalogObject> before = graph.live().find(table);
        Optional<CatalogObject> after = graph.desired().find(table);
        return before.isPresent()
                && after.isPresent()
                && before.get().attributes().has("unlogged")
                        != after.get().attributes().has("unlogged");
    }
}
