package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * The pieces of work, and which must come before which.
 *
 * <p>An object is dropped before what it uses, made after what it uses, and altered in between: after everything that it is to
 * use is made, and before what it no longer uses is dropped. What depends on an altered object and is dropped or made is dropped
 * before and made after it. A name is given up before it is taken again.
 */
final class WorkGraph {

    private final Catalog live;
    private final Catalog desired;
    private final Fates fates;
    private final ReferencedPartitions referenced;
    private final Map<ObjectId, Map<Work, Node>> nodes = new LinkedHashMap<>();
    private final Map<Node, Set<Node>> before = new LinkedHashMap<>();

    WorkGraph(Catalog live, Catalog desired, Fates fates) {
        this.live = live;
        this.desired = desired;
        this.fates = fates;
        this.referenced = new ReferencedPartitions(live, fates);
        fates.all().forEach((id, fate) -> works(id, fate).forEach(work -> add(new Node(id, work))));
        live.objects().forEach(this::orderRemoval);
        desired.objects().forEach(this::orderMaking);
        desired.objects().forEach(this::orderSequence);
        orderIdentities();
        fates.all().keySet().forEach(this::orderOwn);
        fates.all().keySet().forEach(this::orderReferring);
        orderDefaultPrivileges();
        orderOverloads();
        orderCasts();
        new PartitionOrder(this).add();
        new UnloggedOrder(this).add();
        new ToastOrder(this).add();
        new RowTypeOrder(this).add();
        orderDepartures();
        new NameOrder(this).add();
    }

    private List<Work> works(ObjectId id, Fate fate) {
        return switch (fate) {
            case ADD -> List.of(Work.CREATE);
            case REMOVE -> isDetachedFirst(id) ? List.of(Work.DETACH, Work.DROP) : List.of(Work.DROP);
            case REPLACE ->
                isDetachedFirst(id) ? List.of(Work.DETACH, Work.DROP, Work.CREATE) : List.of(Work.DROP, Work.CREATE);
            case ALTER -> leavesFirst(id) ? List.of(Work.DETACH, Work.ALTER) : List.of(Work.ALTER);
            case EXCHANGE -> List.of(Work.RENAME_AWAY, Work.CREATE, Work.DISCARD);
        };
    }

    private boolean leavesFirst(ObjectId id) {
        return changesPlace(id) || (id.kind() == Kind.TABLE && new Departure(pair(id)).isNeeded());
    }

    private boolean isDetachedFirst(ObjectId id) {
        return id.kind() == Kind.TABLE && referenced.isDetachedFirst(id);
    }

    private boolean changesPlace(ObjectId id) {
        return id.kind() == Kind.TABLE
                && PartitionChange.changesPlace(
                        live.find(id).orElseThrow(), desired.find(id).orElseThrow());
    }

    private void add(Node node) {
        nodes.computeIfAbsent(node.id(), id -> new EnumMap<>(Work.class)).put(node.work(), node);
        before.put(node, new LinkedHashSet<>());
    }

    Set<Node> nodes() {
        return before.keySet();
    }

    /** What must come after a piece of work. */
    Set<Node> after(Node node) {
        return before.getOrDefault(node, Set.of());
    }

    Optional<Node> find(ObjectId id, Work work) {
        return Optional.ofNullable(nodes.getOrDefault(id, Map.of()).get(work));
    }

    /** One piece of work before another, if both are done. */
    void order(Optional<Node> first, Optional<Node> second) {
        if (first.isPresent() && second.isPresent() && !first.equals(second)) {
            before.computeIfAbsent(first.get(), node -> new LinkedHashSet<>()).add(second.get());
        }
    }

    void forget(Node first, Node second) {
        before.getOrDefault(first, new LinkedHashSet<>()).remove(second);
    }

    /** One piece of work before another, although the other would usually come first. */
    void putBefore(Node work, Node other) {
        forget(other, work);
        order(Optional.of(work), Optional.of(other));
    }

    /** An object that is altered, before and after. */
    KindRules.Pair pair(Node altered) {
        return pair(altered.id());
    }

    private KindRules.Pair pair(ObjectId altered) {
        return new KindRules.Pair(
                live.find(altered).orElseThrow(), desired.find(altered).orElseThrow(), live, desired);
    }

    private void orderRemoval(CatalogObject object) {
        if (nodes.containsKey(object.id())) {
            eachUsed(object, (id, used) -> {
                Optional<Node> drop = find(id, Work.DROP);
                Optional<Node> alter = find(id, Work.ALTER);
                order(drop, find(used, Work.DROP));
                order(drop, find(used, isNamedByTypes(id.kind()) ? Work.RENAME_AWAY : Work.DISCARD));
                order(drop, find(used, Work.ALTER));
                order(alter, find(used, Work.DISCARD));
                order(
                        find(id, OldDomains.isInDefault(id, used) ? Work.RENAME_AWAY : Work.DISCARD),
                        find(used, Work.DROP));
                order(find(id, Work.DISCARD), find(used, Work.DISCARD));
                boolean holds = id.kind() != Kind.REPLICA_IDENTITY;
                if (holds && desired.find(id).filter(after -> uses(after, used)).isEmpty()) {
                    order(find(id, Work.DETACH).or(() -> alter), find(used, Work.DROP));
                }
            });
            Inheritance.parentColumn(object.id(), live).ifPresent(parent -> {
                order(find(object.id(), Work.DROP), find(parent, Work.ALTER));
                order(find(object.id().requireOwner(), Work.DROP), find(parent, Work.DROP));
            });
        }
    }

    /** What has types in its name must be dropped while they have theirs. */
    private static boolean isNamedByTypes(Kind kind) {
        return kind.hasSignature() || kind == Kind.CAST;
    }

    private void orderMaking(CatalogObject object) {
        if (nodes.containsKey(object.id())) {
            eachUsed(object, (id, used) -> {
                Optional<Node> create = find(id, Work.CREATE);
                Optional<Node> alter = find(id, Work.ALTER);
                order(find(used, Work.CREATE), create);
                order(find(used, Work.ALTER), create);
                order(find(used, Work.CREATE), alter);
                order(find(used, Work.ALTER), alter);
            });
            Inheritance.parentColumn(object.id(), desired).ifPresent(parent -> orderInherited(parent, object.id()));
        }
    }

    /** A column is made when that of the parent is as it is to be, for it takes over the default too. */
    private void orderInherited(ObjectId parent, ObjectId column) {
        Optional<Node> create = find(column, Work.CREATE);
        order(find(parent, Work.CREATE), create);
        order(find(parent, Work.ALTER), create);
        ObjectId handedDown = parent.child(Kind.DEFAULT);
        for (Work work : Work.values()) {
            order(find(handedDown, work), create);
        }
    }

    private static void eachUsed(CatalogObject object, BiConsumer<ObjectId, ObjectId> action) {
        object.dependsOn().forEach(used -> action.accept(object.id(), used));
        object.id().owner().ifPresent(owner -> action.accept(object.id(), owner));
    }

    private static boolean uses(CatalogObject object, ObjectId used) {
        return object.dependsOn().contains(used) || object.id().owner().equals(Optional.of(used));
    }

    /** The sequence behind an identity column has a name too, which another sequence may take. */
    private void orderIdentities() {
        List<Node> losing = nodes().stream()
                .filter(node -> node.id().kind() == Kind.COLUMN && node.work() == Work.ALTER)
                .filter(node -> ColumnRules.losesIdentity(pair(node)))
                .toList();
        for (Node node : List.copyOf(nodes())) {
            if (node.id().kind() == Kind.SEQUENCE && node.work() == Work.CREATE) {
                losing.forEach(column -> order(Optional.of(column), Optional.of(node)));
            }
        }
    }

    /** The sequence behind an identity column disappears with an alteration, and may have the name of the next one. */
    private void orderSequence(CatalogObject object) {
        if (object.kind() == Kind.SEQUENCE_OWNER) {
            Optional<Node> create = find(object.id().requireOwner(), Work.CREATE);
            object.dependsOn().forEach(column -> order(find(column, Work.ALTER), create));
        }
    }

    /** Default privileges disappear before, and come or change after, objects are made to which they would apply. */
    private void orderDefaultPrivileges() {
        List<ObjectId> settings = fates.all().keySet().stream()
                .filter(id -> id.kind() == Kind.DEFAULT_PRIVILEGE)
                .toList();
        for (Node node : List.copyOf(nodes())) {
            boolean isWhole =
                    node.id().kind() == Kind.SCHEMA || node.id().kind().shape() == Kind.Shape.IN_SCHEMA;
            if (node.work() == Work.CREATE && isWhole) {
                for (ObjectId id : settings) {
                    order(find(id, Work.DROP), Optional.of(node));
                    order(Optional.of(node), find(id, Work.CREATE));
                    order(Optional.of(node), find(id, Work.ALTER));
                }
            }
        }
    }

    private void orderOwn(ObjectId id) {
        order(find(id, Work.DROP), find(id, Work.CREATE));
        order(find(id, Work.RENAME_AWAY), find(id, Work.CREATE));
        order(find(id, Work.DETACH), find(id, Work.ALTER));
        order(find(id, Work.DETACH), find(id, Work.DROP));
        order(find(id, Work.CREATE), find(id, Work.DISCARD));
    }

    private void orderReferring(ObjectId id) {
        if (id.kind() == Kind.TABLE && find(id, Work.DROP).isPresent()) {
            referenced.droppedBefore(id).forEach(foreignKey -> order(find(foreignKey, Work.DROP), find(id, Work.DROP)));
        }
    }

    private void orderOverloads() {
        Overloads overloads = new Overloads(live, desired);
        for (Node node : List.copyOf(nodes())) {
            if (node.work() == Work.DROP) {
                for (ObjectId routine : overloads.replacing(node.id())) {
                    order(Optional.of(node), find(routine, Work.CREATE));
                    order(Optional.of(node), find(routine, Work.ALTER));
                }
            }
        }
    }

    /** What is converted depends on the function of the cast alone, and yet needs the cast when it is written. */
    private void orderCasts() {
        for (Node cast : List.copyOf(nodes())) {
            boolean made = cast.work() == Work.CREATE;
            if (cast.id().kind() == Kind.CAST && (made || cast.work() == Work.DROP)) {
                usersOfItsFunction(cast.id(), made ? desired : live).forEach(user -> {
                    if (made) {
                        order(Optional.of(cast), find(user, Work.CREATE));
                        order(Optional.of(cast), find(user, Work.ALTER));
                    } else {
                        order(find(user, Work.DROP), Optional.of(cast));
                    }
                });
            }
        }
    }

    private static List<ObjectId> usersOfItsFunction(ObjectId cast, Catalog catalog) {
        return catalog.find(cast).orElseThrow().dependsOn().stream()
                .filter(used -> used.kind() == Kind.FUNCTION)
                .flatMap(function -> catalog.users(function).stream())
                .map(CatalogObject::id)
                .filter(user -> user.kind() != Kind.CAST)
                .distinct()
                .toList();
    }

    private void orderDepartures() {
        for (Node node : List.copyOf(nodes())) {
            if (node.work() == Work.DETACH && find(node.id(), Work.ALTER).isPresent()) {
                new Departure(pair(node)).order(this);
            }
        }
    }

    Catalog live() {
        return live;
    }

    Catalog desired() {
        return desired;
    }

    Fates fates() {
        return fates;
    }
}
