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

    private static final int FIRST_WITH_NAMED_NOT_NULL = 18;

    private final Pair pair;
    private final List<Pair> heirs;
    private final List<Pair> apart;

    /** @param column of a parent, with another type before and after */
    SharedColumn(Pair column) {
        this.pair = column;
        this.heirs = heirs();
        this.apart = apart();
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
        apart.forEach(heir -> statements.addAll(new ParentChange(heir).leave(parent())));
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
        for (Pair heir : apart) {
            Pair own = columnOf(heir).orElseThrow();
            statements.add(ColumnSql.alterColumn(own.after()) + " TYPE "
                    + ColumnSql.type(own.after().attributes())
                    + TypeChange.of(own).using());
            statements.addAll(new ParentChange(heir).join(parent()));
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
        return pair.desired().objects().stream()
                .filter(table ->
                        table.kind() == Kind.TABLE && table.attributes().has("inherits"))
                .flatMap(table -> pair.live().find(table.id()).stream()
                        .map(old -> new Pair(old, table, pair.live(), pair.desired())))
                .filter(heir -> parents(heir).size() > 1 && parents(heir).contains(parent()))
                .toList();
    }

    /**
     * The tables that have a NOT NULL constraint of their own for the column, besides the parent's. PostgreSQL 18 would make it
     * again by the parent's name, and refuses; so they stand apart for as long as the change takes.
     */
    private List<Pair> apart() {
        boolean isNotNull = pair.before().attributes().has("not_null")
                && pair.desired().origin().majorVersion() >= FIRST_WITH_NAMED_NOT_NULL;
        return isNotNull
                ? pair.desired().objects().stream()
                        .filter(table -> table.kind() == Kind.TABLE
                                && ParentChange.parents(table).equals(List.of(parent())))
                        .flatMap(table -> pair.live().find(table.id()).stream()
                                .map(old -> new Pair(old, table, pair.live(), pair.desired())))
                        .filter(heir -> ParentChange.parents(heir.before()).equals(List.of(parent())))
                        .filter(heir -> columnOf(heir)
                                .filter(SharedColumn::isNotNullByItself)
                                .isPresent())
                        .filter(heir -> isNotNullByItself(heir.before().id()))
                        .toList()
                : List.of();
    }

    /** What a table has from its parent becomes its own when it leaves, and would not be the parent's again. */
    private boolean isNotNullByItself(ObjectId table) {
        return pair.live().objects().stream()
                .noneMatch(column -> column.kind() == Kind.COLUMN
                        && column.hints().has("not_null_name")
                        && column.id().requireOwner().equals(table));
    }

    private static boolean isNotNullByItself(Pair column) {
        return column.before().attributes().has("not_null")
                && column.before().hints().find("not_null_name").isEmpty();
    }

    private Optional<Pair> columnOf(Pair heir) {
        ObjectId column = heir.after().id().child(Kind.COLUMN, name());
        return pair.live()
                .find(column)
                .flatMap(before ->
                        pair.desired().find(column).map(after -> new Pair(before, after, pair.live(), pair.desired())));
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
