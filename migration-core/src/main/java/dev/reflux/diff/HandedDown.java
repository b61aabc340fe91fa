package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A constraint or an index that a partition or an inheriting table has from its parent. It is no object of its own, until the
 * table leaves its parent: then it stays. And one of a table becomes handed down when the table is attached to a parent that has
 * the same.
 *
 * @param kind what it is
 * @param name the quoted name that it has at the table
 * @param definition as the catalog has it
 */
record HandedDown(Kind kind, String name, String definition) {

    /** All that a table has from its parents. */
    static List<HandedDown> of(CatalogObject table) {
        return table.hints().list("handed_down").stream()
                .map(text -> text.split("\t", 3))
                .map(parts -> new HandedDown(Kind.valueOf(parts[0]), parts[1], parts[2]))
                .toList();
    }

    /**
     * Which of them are, in a catalog in which the table has left its parent, objects of its own. A foreign key is not kept while
     * its columns change their types.
     *
     * @param catalog where the table stands for itself
     * @param other where it has its parent
     */
    static Map<HandedDown, ObjectId> ownOf(CatalogObject table, Catalog catalog, Catalog other) {
        Map<HandedDown, ObjectId> own = new LinkedHashMap<>();
        for (HandedDown part : of(table)) {
            catalog.users(table.id()).stream()
                    .filter(object -> object.kind() == part.kind && !own.containsValue(object.id()))
                    .filter(object -> object.id().owner().equals(Optional.of(table.id())))
                    .filter(object -> part.isLike(object.attributes().text("definition")))
                    .filter(object -> part.kind != Kind.FOREIGN_KEY || hasSameTypes(object, catalog, other))
                    .findFirst()
                    .ifPresent(object -> own.put(part, object.id()));
        }
        return own;
    }

    private static boolean hasSameTypes(CatalogObject foreignKey, Catalog catalog, Catalog other) {
        return foreignKey.dependsOn().stream()
                .filter(used -> used.kind() == Kind.COLUMN)
                .allMatch(column -> type(column, catalog).equals(type(column, other)));
    }

    private static Optional<String> type(ObjectId column, Catalog catalog) {
        return catalog.find(column).map(object -> object.attributes().text("type"));
    }

    /**
     * The statements after a table has left its parent: what it had from there gets its own name, or is dropped.
     *
     * @param parts what it had from there
     */
    static List<String> leftBehind(KindRules.Pair pair, List<HandedDown> parts) {
        if (parts.isEmpty()) {
            return List.of();
        }
        ObjectId table = pair.after().id();
        Map<HandedDown, ObjectId> own = ownOf(pair.before(), pair.desired(), pair.live());
        List<String> statements = new ArrayList<>();
        for (HandedDown part : parts) {
            ObjectId wanted = own.get(part);
            if (wanted == null && part.like(of(pair.after())).isEmpty()) {
                statements.add(part.drop(table));
            } else if (wanted != null && !part.name.equals(wanted.quotedName())) {
                statements.add(part.rename(table, part.name, wanted.quotedName()));
            }
        }
        return statements;
    }

    /** The first of some that differs from this one at most in its name. */
    Optional<HandedDown> like(List<HandedDown> others) {
        return others.stream()
                .filter(other -> other.kind == kind && isLike(other.definition))
                .findFirst();
    }

    /** The checks of one parent that a table has from it, as a catalog has them; a check has the same name everywhere. */
    static List<CatalogObject> checksOf(ObjectId parent, CatalogObject table, Catalog catalog) {
        Set<String> names = of(table).stream()
                .filter(part -> part.kind == Kind.CHECK)
                .map(HandedDown::name)
                .collect(Collectors.toSet());
        return catalog.users(parent).stream()
                .filter(object -> object.kind() == Kind.CHECK
                        && names.contains(object.id().quotedName()))
                .filter(object -> object.id().requireOwner().equals(parent))
                .toList();
    }

    private boolean isLike(String other) {
        return withoutName(definition).equals(withoutName(other));
    }

    /** Of an index, what comes after its name and that of its table. */
    private static String withoutName(String definition) {
        int using = definition.startsWith("CREATE ") ? definition.indexOf(" USING ") : 0;
        boolean unique = definition.startsWith("CREATE UNIQUE ");
        return (unique ? "UNIQUE" : "") + definition.substring(Math.max(using, 0));
    }

    /** The statement that gives it another name; both are quoted. */
    String rename(ObjectId table, String old, String wanted) {
        return kind == Kind.INDEX
                ? "ALTER INDEX " + qualified(table, old) + " RENAME TO " + wanted
                : "ALTER TABLE " + table.qualifiedName() + " RENAME CONSTRAINT " + old + " TO " + wanted;
    }

    /**
     * The statement that removes it from a table that is no partition any more. Before PostgreSQL 15 a foreign key between
     * partitioned tables may be gone then.
     */
    String drop(ObjectId table) {
        return kind == Kind.INDEX
                ? "DROP INDEX " + qualified(table, name)
                : "ALTER TABLE " + table.qualifiedName() + " DROP CONSTRAINT "
                        + (kind == Kind.FOREIGN_KEY ? "IF EXISTS " : "") + name;
    }

    private static String qualified(ObjectId table, String index) {
        return table.requireOwner().quotedName() + "." + index;
    }
}
