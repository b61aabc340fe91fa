package dev.reflux.diff;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.KindRules.Pair;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;

/**
 * NOT NULL constraints that are in the way when the type of a column changes: those of tables from which others have the column
 * and have a NOT NULL of their own for it. PostgreSQL 18 makes such a constraint again along with the column, in the heirs, too; it
 * finds theirs by another name, and refuses. So the upper ones are gone for as long as the change takes.
 */
final class NotNullsAside {

    private final Pair pair;
    private final List<CatalogObject> columns;

    /** @param column of a table from which others inherit */
    NotNullsAside(Pair column) {
        this.pair = column;
        this.columns = ColumnSql.isNotNullNamed(column.live()) ? aside(column.before()) : List.of();
    }

    /** Whether there are any. A primary key must be gone before them. */
    boolean isNeeded() {
        return !columns.isEmpty();
    }

    /** What comes before the change. */
    List<String> before() {
        return columns.stream()
                .map(column -> ColumnSql.alterColumn(column) + " DROP NOT NULL")
                .toList();
    }

    /** What comes after it. What a table has from its parent only, it has again with that. */
    List<String> after() {
        List<CatalogObject> upwards = new ArrayList<>(columns);
        Collections.reverse(upwards);
        return upwards.stream()
                .filter(column -> !column.hints().has("not_null_name"))
                .map(ColumnSql::setNotNull)
                .toList();
    }

    /** From the top to the bottom. */
    private List<CatalogObject> aside(CatalogObject column) {
        if (!column.attributes().has("not_null") || column.attributes().has("not_null_no_inherit")) {
            return List.of();
        }
        List<CatalogObject> heirs = heirs(column.id());
        List<CatalogObject> below =
                heirs.stream().flatMap(heir -> aside(heir).stream()).toList();
        boolean isNamedOtherwise = heirs.stream().anyMatch(heir -> !heir.hints().has("not_null_name"));
        return isNamedOtherwise || !below.isEmpty()
                ? Stream.concat(Stream.of(column), below.stream()).toList()
                : List.of();
    }

    private List<CatalogObject> heirs(ObjectId column) {
        return Inheritance.childColumns(column, pair.live()).stream()
                .filter(heir -> heir.attributes().has("not_null"))
                .filter(heir -> Inheritance.isChild(heir.id().requireOwner(), column.requireOwner(), pair.desired()))
                .toList();
    }
}
