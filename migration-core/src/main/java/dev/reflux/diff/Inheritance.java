package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where tables have their columns from: from which others, by partitioning or by {@code INHERITS}, or from which type. */
final class Inheritance {

    private Inheritance() {}

    /** The tables from which a table has columns, in their order. */
    static List<ObjectId> parents(CatalogObject table) {
        return used(
                table,
                Stream.concat(partitionOf(table), table.attributes().list("inherits").stream())
                        .toList());
    }

    /** The table of which this one is a partition; none if it is no partition. */
    static List<ObjectId> partitioned(CatalogObject table) {
        return used(table, partitionOf(table).toList());
    }

    private static Stream<String> partitionOf(CatalogObject table) {
        return table.attributes().find("partition_of").stream();
    }

    private static List<ObjectId> used(CatalogObject table, List<String> names) {
        return table.dependsOn().stream()
                .filter(used -> used.kind() == Kind.TABLE && names.contains(used.qualifiedName()))
                .sorted()
                .toList();
    }

    /** The type of a typed table. */
    static Optional<ObjectId> type(CatalogObject table) {
        return table.attributes()
                .find("of_type")
                .flatMap(name -> table.dependsOn().stream()
                        .filter(used -> used.kind() == Kind.COMPOSITE
                                && used.qualifiedName().equals(name))
                        .findFirst());
    }

    /** Whether another table has columns from this one. */
    static boolean hasChildren(ObjectId table, Catalog catalog) {
        return !children(table, catalog).isEmpty();
    }

    /** Whether a table has columns from another one. */
    static boolean isChild(ObjectId table, ObjectId parent, Catalog catalog) {
        return catalog.find(table)
                .filter(child -> parents(child).contains(parent))
                .isPresent();
    }

    /** The columns of a table. */
    static List<CatalogObject> columns(ObjectId table, Catalog catalog) {
        return catalog.users(table).stream()
                .filter(user ->
                        user.kind() == Kind.COLUMN && user.id().requireOwner().equals(table))
                .toList();
    }

    /** The tables that have columns from this one. */
    static List<CatalogObject> children(ObjectId table, Catalog catalog) {
        return catalog.users(table).stream()
                .filter(user -> user.kind() == Kind.TABLE && parents(user).contains(table))
                .toList();
    }

    /** The columns that come from a column of a table. */
    static List<CatalogObject> childColumns(ObjectId column, Catalog catalog) {
        return children(column.requireOwner(), catalog).stream()
                .map(child -> child.id().child(Kind.COLUMN, column.name()))
                .filter(child -> parentColumn(child, catalog).equals(Optional.of(column)))
                .flatMap(child -> catalog.find(child).stream())
                .toList();
    }

    /** The column from which a column of a table comes, the first one; empty if it is the table's own. */
    static Optional<ObjectId> parentColumn(ObjectId column, Catalog catalog) {
        return parentColumns(column, catalog).stream().findFirst();
    }

    /** The columns from which a column of a table comes. */
    static List<ObjectId> parentColumns(ObjectId column, Catalog catalog) {
        return catalog
                .find(column)
                .filter(object -> object.attributes().has("inherited"))
                .flatMap(object -> catalog.find(column.requireOwner()))
                .stream()
                .flatMap(table -> parents(table).stream())
                .map(parent -> parent.child(Kind.COLUMN, column.name()))
                .filter(catalog::has)
                .toList();
    }
}
