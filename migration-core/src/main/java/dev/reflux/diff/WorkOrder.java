package dev.reflux.diff;

import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;

/**
 * The order in which a person would read statements that do not wait for each other: what goes before what comes, by kind, and
 * the statements for one object side by side.
 */
final class WorkOrder implements Comparator<Node> {

    private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::phase)
            .thenComparing(WorkOrder::compareKinds)
            .thenComparing(Key::whole)
            .thenComparingInt(Key::position)
            .thenComparing(Key::text);

    private final Map<Node, Key> keys = new HashMap<>();

    WorkOrder(WorkGraph graph, Collection<Node> nodes) {
        nodes.forEach(node -> keys.put(node, key(graph, node)));
    }

    @Override
    public int compare(Node one, Node other) {
        return ORDER.compare(keys.get(one), keys.get(other));
    }

    private static Key key(WorkGraph graph, Node node) {
        ObjectId id = node.id();
        int position = graph.desired()
                .find(id)
                .flatMap(object -> object.hints().find("position"))
                .map(Integer::valueOf)
                .orElse(0);
        return new Key(phase(node), id.kind(), id.whole().toString(), position, node.work() + " " + id);
    }

    private static int phase(Node node) {
        return switch (node.work()) {
            case DROP, RENAME_AWAY -> 0;
            case DETACH, CREATE, ALTER -> 1;
            case DISCARD -> 2;
        };
    }

    /** What is made last goes first. */
    private static int compareKinds(Key one, Key other) {
        return one.phase() == 0
                ? other.kind().compareTo(one.kind())
                : one.kind().compareTo(other.kind());
    }

    private record Key(int phase, Kind kind, String whole, int position, String text) {}
}
