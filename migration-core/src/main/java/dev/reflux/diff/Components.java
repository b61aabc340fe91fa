package dev.reflux.diff;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/**
 * The strongly connected components of a graph: two nodes are in one component if each reaches the other. A component of more
 * than one node is a cycle.
 *
 * @see <a href="https://doi.org/10.1137/0201010">Tarjan, Depth-first search and linear graph algorithms, 1972</a>
 */
final class Components<N> {

    private final Function<N, ? extends Iterable<N>> successors;
    private final Map<N, Integer> index = new HashMap<>();
    private final Map<N, Integer> low = new HashMap<>();
    private final Map<N, Integer> component = new HashMap<>();
    private final List<Integer> sizes = new ArrayList<>();
    private final Deque<N> open = new ArrayDeque<>();

    Components(Iterable<N> nodes, Function<N, ? extends Iterable<N>> successors) {
        this.successors = successors;
        for (N node : nodes) {
            if (!index.containsKey(node)) {
                visit(node);
            }
        }
    }

    /** Whether two nodes lie on a cycle together. */
    boolean together(N one, N other) {
        Integer of = component.get(one);
        return of != null && of.equals(component.get(other)) && sizes.get(of) > 1;
    }

    /** Whether a node lies on a cycle with others. */
    boolean isOnCycle(N node) {
        return together(node, node);
    }

    /** Whether there is any cycle. */
    boolean hasCycle() {
        return sizes.stream().anyMatch(size -> size > 1);
    }

    /** Depth first, with an own stack: chains of dependencies may be longer than the thread's stack is deep. */
    private void visit(N root) {
        Deque<Visit<N>> path = new ArrayDeque<>();
        path.push(enter(root));
        while (!path.isEmpty()) {
            Visit<N> visit = path.element();
            if (visit.rest.hasNext()) {
                N next = visit.rest.next();
                if (!index.containsKey(next)) {
                    path.push(enter(next));
                } else if (!component.containsKey(next)) {
                    low.merge(visit.node, index.get(next), Math::min);
                }
            } else {
                path.pop();
                leave(visit.node);
                if (!path.isEmpty()) {
                    low.merge(path.element().node, low.get(visit.node), Math::min);
                }
            }
        }
    }

    private Visit<N> enter(N node) {
        index.put(node, index.size());
        low.put(node, index.get(node));
        open.push(node);
        return new Visit<>(node, successors.apply(node).iterator());
    }

    private void leave(N node) {
        if (Objects.equals(low.get(node), index.get(node))) {
            int size = 0;
            N member;
            do {
                member = open.pop();
                component.put(member, sizes.size());
                size++;
            } while (!member.equals(node));
            sizes.add(size);
        }
    }

    private record Visit<N>(N node, Iterator<N> rest) {}
}
