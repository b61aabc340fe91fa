package dev.reflux.diff;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.PriorityQueue;
import java.util.function.Function;

/**
 * A topological sort that does not depend on the order of its input: of all nodes that may come next, the smallest does.
 *
 * @see <a href="https://doi.org/10.1145/368996.369025">Kahn, Topological sorting of large networks, 1962</a>
 */
final class StableOrder {

    private StableOrder() {}

    /**
     * Sorts the nodes of a graph without cycles.
     *
     * @param after what must come after a node
     * @param order a total order
     */
    static <N> List<N> of(Collection<N> nodes, Function<N, ? extends Collection<N>> after, Comparator<N> order) {
        Map<N, Integer> waitingFor = new HashMap<>();
        nodes.forEach(node -> after.apply(node).forEach(next -> waitingFor.merge(next, 1, Integer::sum)));
        PriorityQueue<N> ready = new PriorityQueue<>(order);
        nodes.stream().filter(node -> !waitingFor.containsKey(node)).forEach(ready::add);
        List<N> ordered = new ArrayList<>(nodes.size());
        while (!ready.isEmpty()) {
            N node = ready.remove();
            ordered.add(node);
            for (N next : after.apply(node)) {
                if (waitingFor.merge(next, -1, Integer::sum) == 0) {
                    ready.add(next);
                }
            }
        }
        return ordered;
    }
}
