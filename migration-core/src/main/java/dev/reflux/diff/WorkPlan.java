package dev.reflux.diff;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Which pieces of work are done together, and in which order.
 *
 * <p>At first every part is made and dropped along with its whole, for that is how a person would write it. Where that closes a
 * cycle (two tables whose foreign keys refer to each other, a default that calls a function over the table) the parts on the
 * cycle become statements of their own. The bodies of functions are text to PostgreSQL; what they seem to mention orders
 * them where that is possible, and is let go where it is not.
 */
final class WorkPlan {

    private static final Set<Kind> SEPARABLE = EnumSet.of(
            Kind.DEFAULT,
            Kind.DOMAIN_CHECK,
            Kind.CHECK,
            Kind.EXCLUSION,
            Kind.UNIQUE,
            Kind.FOREIGN_KEY,
            Kind.COLUMN,
            Kind.POLICY,
            Kind.RULE,
            Kind.TRIGGER,
            Kind.INDEX);

    private final WorkGraph graph;
    private final Merges merges = new Merges();
    private final List<SoftReferences.Edge> soft;
    private boolean bodiesUnchecked;

    WorkPlan(WorkGraph graph) {
        this.graph = graph;
        graph.nodes().forEach(this::mergeIntoWhole);
        new InheritedWork(graph, merges).merge();
        separateParts();
        this.soft = SoftReferences.of(graph);
        addSoftReferences();
    }

    /** Whether some body had to be written before what it mentions. */
    boolean bodiesUnchecked() {
        return bodiesUnchecked;
    }

    /** What each statement does besides the work for which it stands. */
    Map<Node, List<Node>> members() {
        return merges.members(graph.nodes());
    }

    /** The objects whose changes wait for each other; none if all can be ordered. */
    List<ObjectId> waiting() {
        Map<Node, Set<Node>> after = rootsAfter();
        Components<Node> components = new Components<>(after.keySet(), after::get);
        return after.keySet().stream()
                .filter(components::isOnCycle)
                .map(Node::id)
                .distinct()
                .toList();
    }

    /** The pieces of work that are statements of their own, each after all that must come before it. */
    List<Node> ordered() {
        Map<Node, Set<Node>> after = rootsAfter();
        return StableOrder.of(after.keySet(), after::get, new WorkOrder(graph, after.keySet()));
    }

    private void mergeIntoWhole(Node node) {
        ObjectId id = node.id();
        if (node.work() == Work.DROP) {
            whole(id).flatMap(this::removal).ifPresent(whole -> merges.merge(node, whole));
        } else if (node.work() == Work.CREATE) {
            id.owner()
                    .filter(owner -> makes(owner, id.kind()))
                    .flatMap(owner -> graph.find(owner, Work.CREATE))
                    .ifPresent(whole -> merges.merge(node, whole));
        }
    }

    /** Whether the statement that makes an object makes such parts of it too; that of a view says nothing of defaults. */
    private static boolean makes(ObjectId whole, Kind part) {
        boolean isDefaultOfView = part == Kind.DEFAULT && whole.requireOwner().kind() != Kind.TABLE;
        return Rules.of(whole.kind()).absorbs().contains(part) && !isDefaultOfView;
    }

    private Optional<Node> removal(ObjectId whole) {
        return graph.find(whole, Work.DROP).or(() -> graph.find(whole, Work.RENAME_AWAY));
    }

    /** What takes an object with it when it disappears. */
    private Optional<ObjectId> whole(ObjectId id) {
        if (id.kind() == Kind.SEQUENCE) {
            return graph.live().find(id.child(Kind.SEQUENCE_OWNER)).stream()
                    .flatMap(owner -> owner.dependsOn().stream())
                    .findFirst();
        }
        return id.kind().isPart() ? id.owner() : Optional.empty();
    }

    private void separateParts() {
        Components<Node> components = components();
        while (components.hasCycle()) {
            List<Node> parts = partsOnCycles(components);
            if (parts.isEmpty()) {
                return;
            }
            parts.forEach(merges::separate);
            components = components();
        }
    }

    private List<Node> partsOnCycles(Components<Node> components) {
        List<Node> parts = new ArrayList<>();
        for (Node node : graph.nodes()) {
            Node root = merges.root(node);
            if (components.isOnCycle(root)) {
                for (Node next : graph.after(node)) {
                    Node nextRoot = merges.root(next);
                    if (!root.equals(nextRoot) && components.together(root, nextRoot)) {
                        addSeparable(node, parts);
                        addSeparable(next, parts);
                    }
                }
            }
        }
        return parts;
    }

    private void addSeparable(Node node, List<Node> parts) {
        if (merges.isMerged(node) && SEPARABLE.contains(node.id().kind()) && isAlone(node)) {
            parts.add(node);
        }
    }

    /** A column is separated only if it is computed; the others wait for nothing. */
    private boolean isAlone(Node node) {
        return node.id().kind() != Kind.COLUMN
                || graph.desired()
                        .find(node.id())
                        .map(CatalogObject::attributes)
                        .filter(attributes -> attributes.has("generated"))
                        .isPresent();
    }

    private void addSoftReferences() {
        soft.forEach(edge -> graph.order(Optional.of(edge.mentioned()), Optional.of(edge.routine())));
        Components<Node> components = components();
        if (components.hasCycle()) {
            for (SoftReferences.Edge edge : soft) {
                if (components.together(merges.root(edge.mentioned()), merges.root(edge.routine()))) {
                    graph.forget(edge.mentioned(), edge.routine());
                    bodiesUnchecked = true;
                }
            }
        }
    }

    private Components<Node> components() {
        Map<Node, Set<Node>> after = rootsAfter();
        return new Components<>(after.keySet(), after::get);
    }

    /** What must come after each statement, if all pieces of work are done where they are merged now. */
    private Map<Node, Set<Node>> rootsAfter() {
        Map<Node, Set<Node>> after = new LinkedHashMap<>();
        for (Node node : graph.nodes()) {
            Node root = merges.root(node);
            Set<Node> successors = after.computeIfAbsent(root, key -> new LinkedHashSet<>());
            for (Node next : graph.after(node)) {
                Node nextRoot = merges.root(next);
                if (!nextRoot.equals(root)) {
                    successors.add(nextRoot);
                }
            }
        }
        return after;
    }
}
