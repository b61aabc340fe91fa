package dev.reflux.diff;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.KindRules.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A column that tables have from several parents. PostgreSQL changes its type only while it comes from one: so those tables leave
 * all parents but the first, and join each of the others again when its column has changed too.
 */
final class SharedColumn {

    private final Pair pair;
    private final List<Pair> heirs;

    /** @param column of a parent, with another type before and after */
    SharedColumn(Pair column) {
        this.pair = column;
        this.heirs = heirs();
    }

    /** What comes before the change. */
    List<String> before() {
        List<String> statements = new ArrayList<>();
        for (Pair heir : heirs) {
            List<ObjectId> parents = parents(heir);
            if (parents.get(0).equals(parent())) {
                parents.stream().skip(1).forEach(other -> statements.addAll(new ParentChange(heir).leave(other)));
            }
        }
        return statements;
    }

    /** What comes after it. */
    List<String> after() {
        List<String> statements = new ArrayList<>();
        for (Pair heir : heirs) {
            if (!parents(heir).get(0).equals(parent())) {
                statements.addAll(new ParentChange(heir).join(parent()));
            }
        }
        return statements;
    }

    /** The same column of the parent that changes just before this one, if there is one. */
    Optional<ObjectId> previous() {
        return heirs.stream()
                .map(this::parents)
                .filter(parents -> parents.indexOf(parent()) > 0)
                .map(parents -> parents.get(parents.indexOf(parent()) - 1).child(Kind.COLUMN, name()))
                .findFirst();
    }

    /** The tables that leave parents for as long as the change takes. */
    List<ObjectId> leaving() {
        return heirs.stream().map(heir -> heir.after().id()).toList();
    }

    private ObjectId parent() {
        return pair.after().id().requireOwner();
    }

    private String name() {
        return pair.after().id().name();
    }

    /** The tables that have the column from this parent and from another one, before and after. */
    private List<Pair> heirs() {
        return Inheritance.children(parent(), pair.desired()).stream()
                .filter(table -> table.attributes().has("inherits"))
                .flatMap(table -> pair.live().find(table.id()).stream()
                        .map(old -> new Pair(old, table, pair.live(), pair.desired())))
                .filter(heir -> parents(heir).size() > 1 && parents(heir).contains(parent()))
                .toList();
    }

    private List<ObjectId> parents(Pair heir) {
        List<ObjectId> before = withColumn(heir.before());
        return before.equals(withColumn(heir.after())) ? before : List.of();
    }

    private List<ObjectId> withColumn(CatalogObject table) {
        return ParentChange.parents(table).stream()
                .filter(parent -> pair.live().has(parent.child(Kind.COLUMN, name())))
                .toList();
    }
}
