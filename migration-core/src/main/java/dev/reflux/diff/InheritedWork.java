package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * What PostgreSQL does to the partitions and the inheriting tables by itself when a column of their parent is added, dropped or
 * changed.
 */
final class InheritedWork {

    private final WorkGraph graph;
    private final Merges merges;

    InheritedWork(WorkGraph graph, Merges merges) {
        this.graph = graph;
        this.merges = merges;
    }

    void merge() {
        List.copyOf(graph.nodes()).forEach(this::orderPassedOn);
        for (Node node : graph.nodes()) {
            if (node.id().kind() == Kind.DEFAULT && hasOwnDefault(node)) {
                merges.separate(node);
            } else if (!merges.isMerged(node)) {
                parentWork(node).ifPresentOrElse(parent -> follow(node, parent), () -> orderWithParents(node));
                orderWithNewType(node);
                orderPulledUp(node);
            }
            if (node.id().kind() == Kind.TABLE && node.work() == Work.ALTER) {
                mergeHandedDown(node);
            }
            if (node.id().kind() == Kind.COLUMN && node.work() == Work.ALTER) {
                orderShared(node);
            }
        }
    }

    /** What a parent loses and a child keeps is the child's own from then on; other children lose it by their own statements. */
    private void orderPassedOn(Node node) {
        if (node.work() == Work.DROP && isPassedOn(node.id())) {
            for (CatalogObject child : Inheritance.childColumns(node.id(), graph.live())) {
                graph.find(child.id(), Work.ALTER).ifPresent(alter -> graph.putBefore(node, alter));
                graph.find(child.id(), Work.DROP).ifPresent(drop -> graph.putBefore(node, drop));
            }
        }
    }

    private boolean isPassedOn(ObjectId column) {
        return PassedOn.isKept(column, graph.live(), graph.desired());
    }

    private void orderShared(Node column) {
        KindRules.Pair pair = graph.pair(column);
        if (ColumnRules.hasNewType(pair)) {
            SharedColumn shared = new SharedColumn(pair);
            shared.previous().ifPresent(previous -> graph.order(graph.find(previous, Work.ALTER), Optional.of(column)));
            shared.leaving().forEach(heir -> orderBeforeOthers(column, heir));
        }
    }

    private void orderBeforeOthers(Node column, ObjectId heir) {
        Optional<Node> table = graph.find(heir, Work.ALTER);
        Optional<Node> own = graph.find(heir.child(Kind.COLUMN, column.id().name()), Work.ALTER);
        if (table.isPresent()) {
            own.ifPresent(follower -> graph.forget(table.get(), follower));
            graph.order(Optional.of(column), table);
        }
    }

    /** A column that its parent adds has the parent's default; another one has to be set. */
    private boolean hasOwnDefault(Node node) {
        ObjectId column = node.id().requireOwner();
        Optional<Node> added = parentColumn(column, node.work()).flatMap(parent -> graph.find(parent, Work.CREATE));
        return node.work() == Work.CREATE
                && added.isPresent()
                && graph.find(column.requireOwner(), Work.CREATE).isEmpty()
                && !changesAlike(node.id(), added.get().id().child(Kind.DEFAULT));
    }

    /** A table must have the columns of a parent before it inherits from it, and can lose them only after. */
    private void orderWithParents(Node node) {
        Optional<Node> table = node.id().owner().flatMap(owner -> graph.find(owner, Work.ALTER));
        if (node.id().kind() == Kind.COLUMN
                && parentColumn(node.id(), node.work()).isPresent()
                && table.isPresent()) {
            if (node.work() == Work.DROP) {
                graph.putBefore(graph.find(table.get().id(), Work.DETACH).orElse(table.get()), node);
            } else if (node.work() == Work.CREATE || isConvertedBefore(node)) {
                graph.putBefore(node, table.get());
            }
        }
    }

    /** A column that a parent gets too must be of the same type before. */
    private void orderPulledUp(Node column) {
        if (column.id().kind() == Kind.COLUMN && column.work() == Work.ALTER) {
            pulledUp(column.id()).ifPresent(parent -> graph.putBefore(column, parent));
        }
    }

    /** A table must have the columns of a type before it is one of that type. */
    private void orderWithNewType(Node column) {
        if (column.id().kind() == Kind.COLUMN) {
            Optional<ObjectId> wanted = type(column.id(), graph.desired());
            if (wanted.isPresent() && !wanted.equals(type(column.id(), graph.live()))) {
                graph.find(column.id().requireOwner(), Work.ALTER).ifPresent(table -> graph.putBefore(column, table));
            }
        }
    }

    /**
     * A column that a table has of its own must have the type that its parent's has, before it inherits, and must not number
     * rows in its own way.
     */
    private boolean isConvertedBefore(Node node) {
        KindRules.Pair pair = graph.pair(node);
        return !pair.before().attributes().has("inherited")
                && (pair.differsIn("type", "collation") || ColumnRules.losesIdentity(pair));
    }

    /** What a table has of its own before it is attached, or after it is detached, and in between from its parent. */
    private void mergeHandedDown(Node table) {
        KindRules.Pair pair = graph.pair(table);
        CatalogObject before = pair.before();
        CatalogObject after = pair.after();
        if (Inheritance.parents(before).equals(Inheritance.parents(after))) {
            return;
        }
        HandedDown.ownOf(before, graph.desired(), graph.live())
                .values()
                .forEach(id -> graph.find(id, Work.CREATE).ifPresent(made -> stays(made, table)));
        if (!Inheritance.partitioned(before).equals(Inheritance.partitioned(after))) {
            HandedDown.ownOf(after, graph.live(), graph.desired())
                    .values()
                    .forEach(id -> graph.find(id, Work.DROP).ifPresent(dropped -> becomesHandedDown(dropped, table)));
            Inheritance.partitioned(after).stream()
                    .flatMap(parent -> Inheritance.columns(parent, graph.live()).stream())
                    .filter(column -> getsNewType(column.id()))
                    .forEach(column -> graph.order(graph.find(column.id(), Work.ALTER), Optional.of(table)));
        } else {
            orderWithNewParents(table, before, after);
        }
    }

    /**
     * The columns of a new parent are as they are to be before a table joins it, and those that the table has from others are of the
     * types that they are to have. A check that it gets later is handed down.
     */
    private void orderWithNewParents(Node table, CatalogObject before, CatalogObject after) {
        List<ObjectId> old = Inheritance.parents(before);
        List<ObjectId> joined = Inheritance.parents(after).stream()
                .filter(parent -> !old.contains(parent))
                .toList();
        joined.stream()
                .flatMap(parent -> Inheritance.columns(parent, graph.desired()).stream())
                .forEach(column -> graph.order(graph.find(column.id(), Work.ALTER), Optional.of(table)));
        joined.stream()
                .flatMap(parent -> Inheritance.columns(parent, graph.live()).stream())
                .forEach(column -> graph.order(graph.find(column.id(), Work.DROP), Optional.of(table)));
        Inheritance.columns(table.id(), graph.live()).stream()
                .filter(column -> getsNewType(column.id()))
                .flatMap(column -> graph.find(column.id(), Work.ALTER).stream())
                .forEach(column -> graph.putBefore(column, table));
        joined.stream()
                .flatMap(parent -> HandedDown.checksOf(parent, after, graph.desired()).stream())
                .forEach(check -> {
                    graph.order(graph.find(check.id(), Work.DROP), Optional.of(table));
                    graph.order(Optional.of(table), graph.find(check.id(), Work.CREATE));
                });
    }

    /** What stays at a detached partition is there before its columns are looked after. */
    private void stays(Node part, Node table) {
        alteredColumns(part, table, graph.desired()).forEach(altered -> graph.forget(altered, part));
        merges.merge(part, table);
    }

    /** What a table keeps when it is attached changes along with its columns. */
    private void becomesHandedDown(Node part, Node table) {
        alteredColumns(part, table, graph.live()).forEach(altered -> graph.forget(part, altered));
        merges.merge(part, table);
    }

    private List<Node> alteredColumns(Node part, Node table, Catalog catalog) {
        return catalog.find(part.id()).orElseThrow().dependsOn().stream()
                .filter(used -> used.owner().equals(Optional.of(table.id())))
                .flatMap(column -> graph.find(column, Work.ALTER).stream())
                .toList();
    }

    private Optional<Node> parentWork(Node node) {
        ObjectId id = node.id();
        if (id.kind() == Kind.COLUMN && ofType(id).isPresent()) {
            return ofType(id).filter(type -> node.work() != Work.ALTER);
        }
        if (id.kind() == Kind.COLUMN) {
            return parentColumns(id, node.work()).stream()
                    .filter(parent -> isInheritedThroughout(id, parent) || isAttachedBefore(node, parent))
                    .findFirst()
                    .filter(parent -> node.work() != Work.DROP || !isPassedOn(parent))
                    .flatMap(parent -> graph.find(parent, node.work()));
        }
        if (id.kind() == Kind.DEFAULT
                && node.work() != Work.DROP
                && pulledUp(id.requireOwner()).isEmpty()) {
            return parentColumn(id.requireOwner(), node.work())
                    .flatMap(parent -> graph.find(parent.child(Kind.DEFAULT), node.work()))
                    .filter(parent ->
                            graph.find(parent.id().requireOwner(), Work.CREATE).isPresent());
        }
        return Optional.empty();
    }

    /** A table may be attached as a partition before a column of its parent changes, and follows then. */
    private boolean isAttachedBefore(Node column, ObjectId parent) {
        boolean isPartition = graph.desired().find(column.id().requireOwner()).stream()
                .anyMatch(table -> Inheritance.partitioned(table).contains(parent.requireOwner()));
        return isPartition && column.work() == Work.ALTER && !isConvertedBefore(column) && !getsNewType(parent);
    }

    private boolean getsNewType(ObjectId column) {
        return graph.find(column, Work.ALTER)
                .filter(change -> graph.pair(change).differsIn("type", "collation"))
                .isPresent();
    }

    /** The change of the type that gives a table its columns, before and after. */
    private Optional<Node> ofType(ObjectId column) {
        Optional<ObjectId> before = type(column, graph.live());
        return before.filter(type -> before.equals(type(column, graph.desired())))
                .flatMap(type -> graph.find(type, Work.ALTER));
    }

    private static Optional<ObjectId> type(ObjectId column, Catalog catalog) {
        return column.owner().flatMap(catalog::find).flatMap(Inheritance::type);
    }

    private Optional<ObjectId> parentColumn(ObjectId column, Work work) {
        return parentColumns(column, work).stream().findFirst();
    }

    private List<ObjectId> parentColumns(ObjectId column, Work work) {
        return Inheritance.parentColumns(column, work == Work.DROP ? graph.live() : graph.desired());
    }

    /** The making of a parent's column that a table has already: only what the column must be comes from there. */
    private Optional<Node> pulledUp(ObjectId column) {
        return parentColumn(column, Work.CREATE)
                .filter(parent -> graph.live().has(column) && isInheritedThroughout(column, parent))
                .flatMap(parent -> graph.find(parent, Work.CREATE));
    }

    /** Whether a table that stays inherits from the parent of a column before and after, so that it follows what happens there. */
    private boolean isInheritedThroughout(ObjectId column, ObjectId parentColumn) {
        return Stream.of(graph.live(), graph.desired())
                .filter(catalog -> catalog.has(column.requireOwner()))
                .allMatch(catalog -> Inheritance.isChild(column.requireOwner(), parentColumn.requireOwner(), catalog));
    }

    private void follow(Node node, Node parent) {
        boolean implied = switch (node.work()) {
            case DROP -> true;
            case CREATE -> node.id().kind() == Kind.COLUMN || changesAlike(node.id(), parent.id());
            default -> changesAlike(node.id(), parent.id()) && !losesOwnNotNull(node);
        };
        if (implied) {
            merges.merge(node, parent);
        } else {
            graph.order(Optional.of(parent), Optional.of(node));
        }
    }

    /** What a column was to be before it came from a parent, it stays when the parent's is no longer so. */
    private boolean losesOwnNotNull(Node node) {
        if (node.id().kind() != Kind.COLUMN) {
            return false;
        }
        KindRules.Pair pair = graph.pair(node);
        return !pair.before().attributes().has("inherited")
                && pair.before().attributes().has("not_null")
                && !pair.after().attributes().has("not_null");
    }

    private boolean changesAlike(ObjectId child, ObjectId parent) {
        return inherited(graph.live(), child).equals(inherited(graph.live(), parent))
                && inherited(graph.desired(), child).equals(inherited(graph.desired(), parent));
    }

    /** What a column has in common with its parent; the sequence of an identity column is the parent's. */
    private static Optional<Object> inherited(Catalog catalog, ObjectId id) {
        return catalog.find(id)
                .map(CatalogObject::attributes)
                .map(attributes -> attributes.with("inherited", List.of()).with("identity_options", List.of()));
    }
}
