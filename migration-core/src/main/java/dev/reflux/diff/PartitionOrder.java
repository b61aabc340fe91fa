package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The order in which rows pass from partition to partition. A partition gives up its rows before others of the same parent
 * take them. While it is away nothing else happens to the parent, for it would not happen to the partition.
 */
final class PartitionOrder {

    private static final Set<Kind> HANDED_DOWN =
            EnumSet.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.EXCLUSION, Kind.CHECK, Kind.FOREIGN_KEY, Kind.INDEX);

    private final WorkGraph graph;

    PartitionOrder(WorkGraph graph) {
        this.graph = graph;
    }

    void add() {
        for (Node node : List.copyOf(graph.nodes())) {
            if (node.id().kind() == Kind.TABLE) {
                parent(node, graph.live()).ifPresent(parent -> orderGivingUp(node, parent));
            }
        }
    }

    private void orderGivingUp(Node node, ObjectId parent) {
        boolean stays = parent(node, graph.desired()).equals(Optional.of(parent));
        boolean leaves = node.work() == Work.DETACH || (node.work() == Work.ALTER && !stays && !isAwayBefore(node));
        if (leaves || node.work() == Work.DROP) {
            orderBeforeTaking(node, parent);
        }
        if (leaves && graph.find(node.id(), Work.ALTER).isPresent()) {
            if (stays) {
                orderPartsOf(parent, node);
            } else {
                orderDropsAfter(node, parent);
                orderNamesBeforeTaking(node, parent);
            }
        }
    }

    private boolean isAwayBefore(Node altered) {
        return graph.find(altered.id(), Work.DETACH).isPresent();
    }

    /** A partition that leaves has constraints by the names that its parent would choose, if that is made again. */
    private void orderNamesBeforeTaking(Node leaving, ObjectId parent) {
        Optional<Node> remade = graph.find(parent, Work.CREATE);
        for (Node node : List.copyOf(graph.nodes())) {
            if (node.work() == Work.ALTER && node.id().owner().equals(Optional.of(leaving.id()))) {
                graph.order(Optional.of(node), remade);
            }
        }
    }

    /** A partition that leaves for good takes along what it has from its parent, and loses it by its own statements. */
    private void orderDropsAfter(Node leaving, ObjectId parent) {
        for (Node node : List.copyOf(graph.nodes())) {
            if (node.work() == Work.DROP
                    && HANDED_DOWN.contains(node.id().kind())
                    && node.id().requireOwner().equals(parent)) {
                graph.order(Optional.of(leaving), Optional.of(node));
            }
        }
    }

    private void orderBeforeTaking(Node node, ObjectId parent) {
        Inheritance.children(parent, graph.desired()).stream()
                .filter(sibling -> !sibling.id().equals(node.id()))
                .forEach(sibling -> {
                    graph.order(Optional.of(node), graph.find(sibling.id(), Work.CREATE));
                    if (takesRows(sibling)) {
                        graph.order(Optional.of(node), graph.find(sibling.id(), Work.ALTER));
                    }
                });
    }

    private boolean takesRows(CatalogObject partition) {
        return graph.live()
                .find(partition.id())
                .filter(before -> !new KindRules.Pair(before, partition, graph.live(), graph.desired())
                        .differsIn("partition_of", "bound"))
                .isEmpty();
    }

    /** What is dropped from the parent is dropped before, everything else is done after the partition is back. */
    private void orderPartsOf(ObjectId parent, Node detach) {
        Optional<Node> attach = graph.find(detach.id(), Work.ALTER);
        for (Node node : List.copyOf(graph.nodes())) {
            if (node.id().kind().isPart() && node.id().whole().equals(parent)) {
                if (node.work() == Work.DROP) {
                    graph.order(Optional.of(node), Optional.of(detach));
                } else {
                    graph.order(attach, Optional.of(node));
                }
            }
        }
    }

    private static Optional<ObjectId> parent(Node node, Catalog catalog) {
        return catalog.find(node.id()).stream()
                .flatMap(table -> Inheritance.partitioned(table).stream())
                .findFirst();
    }
}
