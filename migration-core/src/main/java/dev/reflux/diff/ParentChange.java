package dev.reflux.diff;

import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.KindRules.Pair;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A table leaves tables from which it inherits, or joins others. */
final class ParentChange {

    private final Pair pair;
    private final String alter;

    ParentChange(Pair table) {
        this.pair = table;
        this.alter = "ALTER TABLE " + table.after().id().qualifiedName();
    }

    /** The tables that a table inherits from, in the order in which it does. */
    static List<ObjectId> parents(CatalogObject table) {
        List<String> names = table.attributes().list("inherits");
        return Inheritance.parents(table).stream()
                .filter(parent -> names.contains(parent.qualifiedName()))
                .sorted(Comparator.comparingInt(parent -> names.indexOf(parent.qualifiedName())))
                .toList();
    }

    /** The tables from which a table inherits no more. */
    static List<ObjectId> left(Pair table) {
        List<ObjectId> wanted = parents(table.after());
        return parents(table.before()).stream()
                .filter(parent -> !wanted.contains(parent))
                .toList();
    }

    /** The statements by which it leaves those. */
    List<String> leaving() {
        return leave(left(pair));
    }

    /** The statements by which it joins others. It also leaves, and joins again, those that do not come in the right order. */
    List<String> joining() {
        List<ObjectId> wanted = parents(pair.after());
        List<ObjectId> staying =
                parents(pair.before()).stream().filter(wanted::contains).toList();
        List<ObjectId> kept = commonBeginning(staying, wanted);
        List<String> statements = new ArrayList<>(
                leave(staying.stream().filter(parent -> !kept.contains(parent)).toList()));
        wanted.stream().filter(parent -> !kept.contains(parent)).forEach(parent -> statements.addAll(join(parent)));
        return statements.stream().distinct().toList();
    }

    private List<String> leave(List<ObjectId> parents) {
        List<String> statements = new ArrayList<>();
        parents.forEach(parent -> statements.addAll(leave(parent)));
        statements.addAll(HandedDown.leftBehind(pair, checksOf(parents)));
        return statements;
    }

    private List<HandedDown> checksOf(List<ObjectId> parents) {
        List<String> names = parents.stream()
                .flatMap(parent -> HandedDown.checksOf(parent, pair.before(), pair.live()).stream())
                .map(check -> check.id().quotedName())
                .toList();
        return HandedDown.of(pair.before()).stream()
                .filter(part -> names.contains(part.name()))
                .toList();
    }

    private static List<ObjectId> commonBeginning(List<ObjectId> some, List<ObjectId> others) {
        int length = 0;
        while (length < Math.min(some.size(), others.size()) && some.get(length).equals(others.get(length))) {
            length++;
        }
        return some.subList(0, length);
    }

    /** What a table has from a parent stays; from one to which it comes back it would come twice. */
    List<String> leave(ObjectId parent) {
        List<String> statements = new ArrayList<>();
        statements.add(alter + " NO INHERIT " + parent.qualifiedName());
        if (parents(pair.after()).contains(parent)) {
            HandedDown.checksOf(parent, pair.before(), pair.live())
                    .forEach(check -> statements.add(
                            alter + " DROP CONSTRAINT " + check.id().quotedName()));
        }
        return statements;
    }

    /**
     * A table must have the checks of its parent before it inherits from it, and then they stay its own. So the parent gives
     * them up, and hands them down when they are made again.
     */
    List<String> join(ObjectId parent) {
        List<CatalogObject> checks = HandedDown.checksOf(parent, pair.after(), pair.live()).stream()
                .filter(check -> pair.desired().find(check.id()).stream()
                        .anyMatch(same -> same.attributes().equals(check.attributes())))
                .toList();
        String alterParent = "ALTER TABLE " + parent.qualifiedName();
        List<String> statements = new ArrayList<>(notNulls(parent));
        checks.forEach(check ->
                statements.add(alterParent + " DROP CONSTRAINT " + check.id().quotedName()));
        statements.add(alter + " INHERIT " + parent.qualifiedName());
        checks.forEach(check -> statements.add(alterParent + " ADD " + ConstraintRules.definition(check)));
        return statements;
    }

    /** What is never NULL in the parent must not be NULL in the table before it inherits, by the name that it is to have from there. */
    private List<String> notNulls(ObjectId parent) {
        return Inheritance.columns(pair.after().id(), pair.desired()).stream()
                .filter(column -> isNotNullIn(parent, column))
                .flatMap(column -> notNull(pair.live().find(column.id()).orElse(column), column).stream())
                .toList();
    }

    private boolean isNotNullIn(ObjectId parent, CatalogObject column) {
        return pair.desired()
                .find(parent.child(Kind.COLUMN, column.id().name()))
                .filter(inParent -> inParent.attributes().has("not_null"))
                .isPresent();
    }

    private static Optional<String> notNull(CatalogObject old, CatalogObject column) {
        return old.attributes().has("not_null")
                ? ColumnSql.renameNotNull(old, column)
                : Optional.of(ColumnSql.setHandedDownNotNull(column));
    }
}
