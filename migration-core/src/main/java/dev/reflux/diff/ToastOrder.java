package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.List;
import java.util.Optional;

/**
 * A table has a TOAST table only once it has a column of a long type. PostgreSQL takes options for one that is not there, and
 * forgets them; so they come after the columns.
 */
final class ToastOrder {

    private final WorkGraph graph;

    ToastOrder(WorkGraph graph) {
        this.graph = graph;
    }

    void add() {
        List.copyOf(graph.nodes()).stream()
                .filter(node -> node.id().kind() == Kind.TABLE && node.work() == Work.ALTER && setsToastOptions(node))
                .forEach(this::orderAfterColumns);
    }

    private boolean setsToastOptions(Node table) {
        CatalogObject before = graph.live().find(table.id()).orElseThrow();
        CatalogObject after = graph.desired().find(table.id()).orElseThrow();
        return before.attributes()
                        .with("options", List.of())
                        .equals(after.attributes().with("options", List.of()))
                && OptionChange.of(new KindRules.Pair(before, after, graph.live(), graph.desired()), "options")
                        .set()
                        .stream()
                        .anyMatch(option -> option.startsWith("toast."));
    }

    private void orderAfterColumns(Node table) {
        Catalog desired = graph.desired();
        desired.objects().stream()
                .filter(object -> object.kind() == Kind.COLUMN
                        && object.id().requireOwner().equals(table.id()))
                .forEach(column -> List.of(Work.CREATE, Work.ALTER)
                        .forEach(work -> graph.find(column.id(), work).ifPresent(change -> {
                            graph.forget(table, change);
                            graph.order(Optional.of(change), Optional.of(table));
                        })));
    }
}
