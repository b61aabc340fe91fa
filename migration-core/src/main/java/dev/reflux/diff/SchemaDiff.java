package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What turns one catalog into another: the changes, and the statements for them in an order in which PostgreSQL takes them. The
 * way back is the difference the other way round.
 */
public final class SchemaDiff {

    private final Catalog live;
    private final Catalog desired;
    private final Fates fates;
    private final List<Change> changes;
    private final List<Edit> edits;

    private SchemaDiff(Catalog live, Catalog desired) {
        this.live = live;
        this.desired = desired;
        this.fates = Fates.between(live, desired);
        WorkPlan plan = plan();
        List<Node> ordered = plan.ordered();
        this.edits = new EditWriter(live, desired, fates).edits(plan, ordered);
        this.changes = changes(ordered);
    }

    /**
     * A plan without cycles. Where changes wait for each other, what is altered in place and holds no rows is replaced instead:
     * then it is gone while the rest changes.
     */
    private WorkPlan plan() {
        WorkPlan plan = new WorkPlan(new WorkGraph(live, desired, fates));
        for (List<ObjectId> waiting = plan.waiting(); !waiting.isEmpty(); waiting = plan.waiting()) {
            if (!fates.replaceAltered(waiting)) {
                throw new IllegalStateException("These changes wait for each other: " + waiting);
            }
            plan = new WorkPlan(new WorkGraph(live, desired, fates));
        }
        return plan;
    }

    /** The way from one catalog to the other. Both must come from servers of the same major version. */
    public static SchemaDiff between(Catalog live, Catalog desired) {
        if (live.describesSameAs(desired)) {
            Catalog nothing = live.withObjects(List.of());
            return new SchemaDiff(nothing, nothing);
        }
        NotNullNames names = new NotNullNames(live, desired);
        return new SchemaDiff(
                ColumnPrivileges.linked(names.writtenOut(live)), ColumnPrivileges.linked(names.writtenOut(desired)));
    }

    /** Whether both describe the same schema. */
    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The changes, in the order of their statements. */
    public List<Change> changes() {
        return changes;
    }

    /** The statements in their order, grouped by the object on which they work. */
    public List<Edit> edits() {
        return edits;
    }

    /** The statements in their order, each without its semicolon. */
    public List<String> statements() {
        return edits.stream().flatMap(edit -> edit.statements().stream()).toList();
    }

    private List<Change> changes(List<Node> ordered) {
        List<Change> found = new ArrayList<>();
        ordered.stream()
                .map(Node::id)
                .distinct()
                .forEach(id -> fates.of(id)
                        .ifPresent(fate -> found.add(
                                new Change(type(id, fate), id, differing(id), losesRows(id, fate, live), notes(id)))));
        return List.copyOf(found);
    }

    private Change.Type type(ObjectId id, Fate fate) {
        return switch (fate) {
            case ADD -> Change.Type.ADD;
            case REMOVE -> Change.Type.REMOVE;
            case ALTER -> differing(id).isEmpty() ? Change.Type.REBUILD : Change.Type.ALTER;
            case REPLACE, EXCHANGE -> differing(id).isEmpty() ? Change.Type.REBUILD : Change.Type.REPLACE;
        };
    }

    private List<String> differing(ObjectId id) {
        return live.find(id)
                .flatMap(before ->
                        desired.find(id).map(after -> before.attributes().differing(after.attributes())))
                .orElse(List.of());
    }

    private List<String> notes(ObjectId id) {
        return fates.alteration(id).map(Alteration::notes).orElse(List.of());
    }

    /** Whether what happens to an object loses rows or values for good. */
    static boolean losesRows(ObjectId id, Fate fate, Catalog live) {
        Optional<CatalogObject> before = live.find(id);
        return fate.removes()
                && before.isPresent()
                && (id.kind() == Kind.TABLE
                        || (id.kind() == Kind.COLUMN
                                && id.requireOwner().kind() == Kind.TABLE
                                && !before.get().attributes().has("generated")));
    }
}
