package dev.reflux.cli;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.Change;
import dev.reflux.diff.Rename;
import dev.reflux.r2dbc.SchemaDifference;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What may be a rename: a column that goes from a table to which one of the same type comes, a table that goes where one with
 * mostly the same columns comes. Only a person knows.
 *
 * @param difference in which a rename looks like a removal and an addition
 */
record RenameCandidates(SchemaDifference difference) {

    private static final String PUBLIC = "public";

    /**
     * What may be a rename.
     *
     * @param from what goes
     * @param to what comes
     * @param option the value of {@code --rename} that would say so
     */
    record Candidate(ObjectId from, ObjectId to, String option) {}

    /** In the order of the names. */
    List<Candidate> list() {
        List<ObjectId> removed = ids(Change.Type.REMOVE);
        List<ObjectId> added = ids(Change.Type.ADD);
        List<Candidate> candidates = new ArrayList<>();
        for (ObjectId from : removed) {
            added.stream()
                    .filter(to -> from.kind() == to.kind() && from.owner().equals(to.owner()))
                    .filter(to -> from.kind() == Kind.TABLE ? looksAlike(from, to) : hasSameType(from, to))
                    .forEach(to -> candidates.add(new Candidate(from, to, option(from) + "=" + to.name())));
        }
        return candidates;
    }

    private List<ObjectId> ids(Change.Type type) {
        return difference.changes().stream()
                .filter(change -> change.type() == type)
                .map(Change::id)
                .filter(id -> id.kind() == Kind.TABLE
                        || (id.kind() == Kind.COLUMN && id.requireOwner().kind() == Kind.TABLE))
                .sorted()
                .toList();
    }

    private boolean hasSameType(ObjectId from, ObjectId to) {
        return difference
                .before()
                .find(from)
                .flatMap(before -> difference
                        .after()
                        .find(to)
                        .map(after -> before.attributes()
                                .find("type")
                                .equals(after.attributes().find("type"))))
                .orElse(false);
    }

    /** Whether at least half of the columns are the same. */
    private boolean looksAlike(ObjectId from, ObjectId to) {
        Set<String> before = columns(difference.before(), from);
        Set<String> after = columns(difference.after(), to);
        long same = before.stream().filter(after::contains).count();
        return same > 0 && same * 2 >= Math.max(before.size(), after.size());
    }

    private static Set<String> columns(Catalog catalog, ObjectId table) {
        return catalog.objects().stream()
                .filter(object -> object.kind() == Kind.COLUMN
                        && Objects.equals(object.id().home(), table))
                .map(RenameCandidates::signature)
                .collect(Collectors.toSet());
    }

    private static String signature(CatalogObject column) {
        return column.id().name() + " " + column.attributes().find("type").orElse("");
    }

    /** The name that the database has now: a rename is looked for by the old name of its table. */
    private String option(ObjectId id) {
        ObjectId table = id.kind() == Kind.TABLE ? id : oldName(id.requireOwner());
        String schema = table.requireOwner().name();
        String name = schema.equals(PUBLIC) ? table.name() : schema + "." + table.name();
        return id.kind() == Kind.TABLE ? name : name + "." + id.name();
    }

    private ObjectId oldName(ObjectId table) {
        return difference.renames().stream()
                .filter(rename -> rename.renamed().equals(table))
                .map(Rename::id)
                .findFirst()
                .orElse(table);
    }
}
