package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.List;

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
        KindRules.Pair pair = graph.pair(table);
        return OptionChange.of(pair, "options").set().stream().anyMatch(option -> option.startsWith("toast."))
                && withoutOptions(pair.before()).equals(withoutOptions(pair.after()));
    }

    private static Attributes withoutOptions(CatalogObject table) {
        return table.attributes().with("options", List.of());
    }

    private void orderAfterColumns(Node table) {
        Inheritance.columns(table.id(), graph.desired()).stream()
                .forEach(column -> List.of(Work.CREATE, Work.ALTER)
                        .forEach(work ->
                                graph.find(column.id(), work).ifPresent(change -> graph.putBefore(change, table))));
    }
}
