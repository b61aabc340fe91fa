package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
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
 * PostgreSQL does not rewrite a table while a column elsewhere stores rows of it. So such a column goes before the table
 * changes, or comes after.
 */
final class RowTypeOrder {

    private final WorkGraph graph;
    private final Map<ObjectId, List<Node>> rewriting = new HashMap<>();

    RowTypeOrder(WorkGraph graph) {
        this.graph = graph;
        graph.nodes().stream()
                .filter(node -> node.id().kind() == Kind.COLUMN && rewrites(node))
                .forEach(node -> rewriting
                        .computeIfAbsent(node.id().requireOwner(), table -> new ArrayList<>())
                        .add(node));
    }

    void add() {
        if (rewriting.isEmpty()) {
            return;
        }
        eachStored(graph.live(), graph.desired(), (column, rewritten, both) -> {
            graph.order(graph.find(column, Work.DROP), rewritten);
            if (!both) {
                graph.order(graph.find(column, Work.ALTER), rewritten);
            }
        });
        eachStored(graph.desired(), graph.live(), (column, rewritten, both) -> {
            graph.order(rewritten, graph.find(column, Work.CREATE));
            if (!both) {
                graph.order(rewritten, graph.find(column, Work.ALTER));
            }
        });
    }

    /** A column that is added is filled if it has something to be filled with. */
    private boolean rewrites(Node column) {
        if (column.work() == Work.ALTER) {
            return graph.fates()
                    .alteration(column.id())
                    .filter(alteration -> !alteration.rebuilds().isEmpty()) // has another type
                    .isPresent();
        }
        Attributes attributes =
                graph.desired().find(column.id()).map(CatalogObject::attributes).orElse(Attributes.NONE);
        return column.work() == Work.CREATE
                && graph.live().has(column.id().requireOwner())
                && (attributes.has("generated")
                        || attributes.has("identity")
                        || graph.desired().has(column.id().child(Kind.DEFAULT)));
    }

    private void eachStored(Catalog catalog, Catalog other, Action action) {
        RowTypes types = new RowTypes(catalog);
        RowTypes otherTypes = new RowTypes(other);
        for (CatalogObject column : catalog.objects()) {
            if (column.kind() == Kind.COLUMN) {
                for (ObjectId table : types.of(column)) {
                    boolean both = other.find(column.id())
                            .filter(found -> otherTypes.of(found).contains(table))
                            .isPresent();
                    rewriting
                            .getOrDefault(table, List.of())
                            .forEach(node -> action.accept(column.id(), Optional.of(node), both));
                }
            }
        }
    }

    private interface Action {

        /**
         * Takes a column that stores rows of a table.
         *
         * @param column the column
         * @param rewritten what rewrites the table
         * @param both whether it stores them before and after
         */
        void accept(ObjectId column, Optional<Node> rewritten, boolean both);
    }
}
