package dev.reflux.diff;

import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.KindRules.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables that have a NOT NULL constraint of their own for a column, besides that of their parent. When the type of the column
 * changes, PostgreSQL 18 would make it again by the parent's name, and refuses; so they stand apart for as long as that takes.
 */
final class StandingApart {

    private final Pair pair;
    private final List<Pair> tables;

    /** @param column of a parent, with another type before and after */
    StandingApart(Pair column) {
        this.pair = column;
        this.tables = concerns(column) ? tables() : List.of();
    }

    private static boolean concerns(Pair column) {
        return column.before().attributes().has("not_null") && ColumnSql.isNotNullNamed(column.desired());
    }

    /** What comes before the change. */
    List<String> before() {
        return tables.stream()
                .flatMap(table -> new ParentChange(table).leave(parent()).stream())
                .toList();
    }

    /** What comes after it. */
    List<String> after() {
        List<String> statements = new ArrayList<>();
        for (Pair table : tables) {
            Pair own = columnOf(table).orElseThrow();
            statements.add(ColumnSql.alterColumn(own.after()) + " TYPE "
                    + ColumnSql.type(own.after().attributes())
                    + TypeChange.of(own).using());
            statements.addAll(new ParentChange(table).join(parent()));
        }
        return statements;
    }

    private List<Pair> tables() {
        return pair.desired().objects().stream()
                .filter(table -> table.kind() == Kind.TABLE
                        && ParentChange.parents(table).equals(List.of(parent())))
                .flatMap(table -> pair.live().find(table.id()).stream()
                        .map(old -> new Pair(old, table, pair.live(), pair.desired())))
                .filter(table -> ParentChange.parents(table.before()).equals(List.of(parent())))
                .filter(table ->
                        columnOf(table).filter(StandingApart::isNotNullByItself).isPresent())
                .filter(table -> hasNoneFromParent(table.before().id()))
                .toList();
    }

    private static boolean isNotNullByItself(Pair column) {
        return column.before().attributes().has("not_null")
                && !column.before().hints().has("not_null_name");
    }

    /** What a table has from its parent becomes its own when it leaves, and would not be the parent's again. */
    private boolean hasNoneFromParent(ObjectId table) {
        return pair.live().objects().stream()
                .noneMatch(column -> column.kind() == Kind.COLUMN
                        && column.hints().has("not_null_name")
                        && column.id().requireOwner().equals(table));
    }

    private Optional<Pair> columnOf(Pair table) {
        ObjectId column =
                table.after().id().child(Kind.COLUMN, pair.after().id().name());
        return pair.live()
                .find(column)
                .flatMap(before ->
                        pair.desired().find(column).map(after -> new Pair(before, after, pair.live(), pair.desired())));
    }

    private ObjectId parent() {
        return pair.after().id().requireOwner();
    }
}
