package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.source.TransactionMode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Splits the way from one catalog to another where one transaction cannot hold it all.
 *
 * <ul>
 *   <li>A new value of an enum cannot be used in the transaction that adds it; values that the rest uses go first. Values that
 *       the way back adds and uses are taken away last, so that the way back begins with them.
 *   <li>Indexes that are to be built without holding up writers are built outside a transaction, after the rest.
 * </ul>
 *
 * <p>Each stage leads from one catalog to the next, so each has a way back of its own.
 *
 * @see <a href="https://www.postgresql.org/docs/current/sql-altertype.html#SQL-ALTERTYPE-NOTES">ALTER TYPE, notes</a>
 */
public final class Stages {

    /** How indexes on tables that exist already are built. */
    public enum IndexBuild {
        /** With everything else; writers to the table wait. */
        IN_TRANSACTION,
        /** {@code CONCURRENTLY}, outside a transaction. */
        CONCURRENT
    }

    private Stages() {}

    /** The stages that are needed; none if both catalogs are the same. */
    public static List<Stage> between(Catalog live, Catalog desired, IndexBuild indexBuild) {
        Catalog withValues = withUsedValues(live, desired);
        Catalog withOldValues = withUsedValues(desired, live);
        Catalog withoutIndexes =
                indexBuild == IndexBuild.CONCURRENT ? withIndexesOf(live, withOldValues) : withOldValues;
        List<Stage> stages = new ArrayList<>();
        add(stages, TransactionMode.TRANSACTIONAL, live, withValues);
        add(stages, TransactionMode.TRANSACTIONAL, withValues, withoutIndexes);
        add(stages, TransactionMode.NON_TRANSACTIONAL, withoutIndexes, withOldValues);
        add(stages, TransactionMode.TRANSACTIONAL, withOldValues, desired);
        return stages;
    }

    private static void add(List<Stage> stages, TransactionMode mode, Catalog from, Catalog to) {
        SchemaDiff upgrade = SchemaDiff.between(from, to);
        if (!upgrade.isEmpty()) {
            stages.add(new Stage(
                    mode, upgrade.edits(), SchemaDiff.between(to, from).edits()));
        }
    }

    /** The live schema with the values of enums that the desired one adds and uses. */
    private static Catalog withUsedValues(Catalog live, Catalog desired) {
        return live.withObjects(live.objects().stream()
                .map(before -> desired.find(before.id())
                        .filter(after -> before.kind() == Kind.ENUM && usesNewValues(before, after, live, desired))
                        .map(after -> before.withAttributes(after.attributes()))
                        .orElse(before))
                .toList());
    }

    private static boolean usesNewValues(CatalogObject before, CatalogObject after, Catalog live, Catalog desired) {
        List<String> old = before.attributes().list("labels");
        List<String> added = new ArrayList<>(after.attributes().list("labels"));
        List<String> remaining = new ArrayList<>(added);
        remaining.retainAll(old);
        added.removeAll(old);
        List<Pattern> literals = added.stream().map(Stages::literal).toList();
        return remaining.equals(old)
                && desired.objects().stream()
                        .filter(user -> !live.find(user.id()).equals(Optional.of(user)))
                        .filter(user -> literals.stream().anyMatch(literal -> mentions(user, literal)))
                        .anyMatch(user -> isUser(user, after, desired));
    }

    /** A default depends on its column, and the column on the type; the bound of a partition is that of its columns. */
    private static boolean isUser(CatalogObject object, CatalogObject type, Catalog catalog) {
        Stream<CatalogObject> owner = object.id().owner().flatMap(catalog::find).stream();
        Stream<CatalogObject> parts =
                catalog.objects().stream().filter(part -> part.id().owner().equals(Optional.of(object.id())));
        return Stream.concat(Stream.of(object), Stream.concat(owner, parts))
                .anyMatch(user -> uses(user, type.id(), catalog));
    }

    /** Also by way of other types. */
    private static boolean uses(CatalogObject user, ObjectId type, Catalog catalog) {
        return user.dependsOn().stream()
                .anyMatch(used -> used.equals(type)
                        || (RowTypes.TYPES.contains(used.kind())
                                && catalog.find(used)
                                        .filter(other -> uses(other, type, catalog))
                                        .isPresent()));
    }

    /** A value in quotes, or within quotes as an element of an array, a bound of a range, or a field of a row. */
    private static Pattern literal(String label) {
        return Pattern.compile("['\"{\\[(,]" + Pattern.quote(label.replace("'", "''")) + "['\"}\\]),]");
    }

    private static boolean mentions(CatalogObject user, Pattern literal) {
        return user.attributes().values().values().stream()
                .flatMap(List::stream)
                .anyMatch(text -> literal.matcher(text).find());
    }

    /** The desired schema with the indexes of the live one, on tables that are in both. */
    private static Catalog withIndexesOf(Catalog live, Catalog desired) {
        Set<ObjectId> moved = new HashSet<>();
        desired.objects().stream()
                .filter(index -> canBeBuiltAlone(index, live, desired))
                .filter(index -> !live.find(index.id())
                        .filter(old -> old.attributes().equals(index.attributes()))
                        .isPresent())
                .forEach(index -> moved.add(index.id()));
        List<CatalogObject> objects = new ArrayList<>(desired.objects());
        objects.removeIf(object -> moved.contains(object.id())
                || object.id().owner().filter(moved::contains).isPresent());
        live.objects().stream()
                .filter(index -> canBeBuiltAlone(index, live, desired) && !desired.has(index.id()))
                .filter(index -> index.dependsOn().stream().allMatch(desired::has))
                .forEach(objects::add);
        return desired.withObjects(objects);
    }

    private static boolean canBeBuiltAlone(CatalogObject object, Catalog live, Catalog desired) {
        return object.kind() == Kind.INDEX
                && Optional.of(object.id().requireOwner())
                        .filter(table -> live.has(table) && table.kind() == Kind.TABLE)
                        .flatMap(desired::find)
                        .filter(table -> !table.attributes().has("partition_key"))
                        .isPresent();
    }
}
