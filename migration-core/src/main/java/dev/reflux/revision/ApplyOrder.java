package dev.reflux.revision;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The stable topological sort behind {@link RevisionGraph#ordered}: depth first, each revision once those of its requirements
 * that are wanted too are out. Revisions in a cycle, and what requires them, never come out.
 */
final class ApplyOrder {

    private final RevisionGraph graph;
    private final Set<RevisionId> wanted;
    private final Map<RevisionId, Integer> missing = new HashMap<>();
    private final Deque<RevisionNode> ready = new ArrayDeque<>();

    ApplyOrder(RevisionGraph graph, Set<RevisionId> wanted) {
        this.graph = graph;
        this.wanted = wanted;
    }

    List<RevisionNode> order() {
        List<RevisionId> free = new ArrayList<>();
        for (RevisionId id : wanted) {
            int count =
                    RevisionGraph.intersection(graph.requirementsOf(id), wanted).size();
            missing.put(id, count);
            if (count == 0) {
                free.add(id);
            }
        }
        pushOldestOnTop(free);
        List<RevisionNode> order = new ArrayList<>(wanted.size());
        while (!ready.isEmpty()) {
            RevisionNode node = ready.pop();
            order.add(node);
            pushOldestOnTop(released(node.id()));
        }
        return order;
    }

    private List<RevisionId> released(RevisionId emitted) {
        return graph.dependentsOf(emitted).stream()
                .filter(wanted::contains)
                .filter(id -> missing.merge(id, -1, Integer::sum) == 0)
                .toList();
    }

    private void pushOldestOnTop(Collection<RevisionId> ids) {
        ids.stream().map(graph::node).sorted(RevisionGraph.AGE.reversed()).forEach(ready::push);
    }
}
