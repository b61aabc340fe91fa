package dev.reflux.diff;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Which pieces of work are done by another one: dropping a table drops its columns, and making it makes them. */
final class Merges {

    private final Map<Node, Node> into = new HashMap<>();

    void merge(Node part, Node whole) {
        into.put(part, whole);
    }

    void separate(Node part) {
        into.remove(part);
    }

    boolean isMerged(Node node) {
        return into.containsKey(node);
    }

    /** The piece of work that does this one, which may be itself. */
    Node root(Node node) {
        Node root = node;
        for (Node next = into.get(root); next != null; next = into.get(root)) {
            root = next;
        }
        return root;
    }

    /** What each piece of work does besides, in the order of the nodes. */
    Map<Node, List<Node>> members(Iterable<Node> nodes) {
        Map<Node, List<Node>> members = new HashMap<>();
        for (Node node : nodes) {
            if (isMerged(node)) {
                members.computeIfAbsent(root(node), key -> new ArrayList<>()).add(node);
            }
        }
        return members;
    }
}
