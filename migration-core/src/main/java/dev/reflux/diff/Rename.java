package dev.reflux.diff;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.sql.Identifier;
import java.util.List;
import java.util.stream.Stream;

/**
 * A table or a column gets another name, and keeps its rows.
 *
 * @param id what it was called
 * @param name what it will be called
 */
public record Rename(ObjectId id, String name) {

    /**
     * Reads {@code table.column=new}, {@code schema.table.column=new}, {@code table=new} or {@code schema.table=new}. Names are
     * written as the catalog has them, without quotes.
     *
     * @param live where the old name is looked for; a table without a schema in every schema
     * @throws MigrationException if the text is none of these, or the name is not there, or there more than once
     */
    public static Rename parse(String text, Catalog live) {
        int equals = text.indexOf('=');
        String old = text.substring(0, Math.max(equals, 0)).strip();
        String name = text.substring(equals + 1).strip();
        if (old.isEmpty() || name.isEmpty()) {
            throw new MigrationException(
                    quoted(text) + " is no rename. Write TABLE.COLUMN=NEW for a column, or TABLE=NEW for a table.");
        }
        List<ObjectId> found = live.objects().stream()
                .map(CatalogObject::id)
                .filter(id -> names(id).anyMatch(old::equals))
                .toList();
        if (found.size() == 1) {
            return new Rename(found.get(0), name);
        }
        throw new MigrationException(
                found.isEmpty()
                        ? "Cannot rename " + quoted(old) + ": the database has no such table or column."
                        : "Cannot rename " + quoted(old) + ": it may be " + found.get(0) + " or " + found.get(1)
                                + ". Write the schema before it.");
    }

    private static Stream<String> names(ObjectId id) {
        if (id.kind() == Kind.TABLE) {
            return Stream.of(id.name(), id.requireOwner().name() + "." + id.name());
        }
        if (id.kind() == Kind.COLUMN && id.requireOwner().kind() == Kind.TABLE) {
            return names(id.requireOwner()).map(table -> table + "." + id.name());
        }
        return Stream.empty();
    }

    /** The statement that gives the new name. */
    public String statement() {
        return rename(id, Identifier.quote(name));
    }

    /** The statement that gives the old name back. */
    public String reverse() {
        return rename(renamed(), id.quotedName());
    }

    /** What it is called afterwards. */
    public ObjectId renamed() {
        return new ObjectId(id.kind(), id.requireOwner(), name);
    }

    private static String rename(ObjectId from, String to) {
        return from.kind() == Kind.TABLE
                ? "ALTER TABLE " + from.qualifiedName() + " RENAME TO " + to
                : "ALTER TABLE " + from.requireOwner().qualifiedName() + " RENAME COLUMN " + from.quotedName() + " TO "
                        + to;
    }

    @Override
    public String toString() {
        return id + " to " + name;
    }
}
