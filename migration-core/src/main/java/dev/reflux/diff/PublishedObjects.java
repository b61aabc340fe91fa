package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Tables of a publication, and schemas whose tables belong to it.
 *
 * @param tables their names, some with columns in parentheses and a condition
 * @param schemas their names
 */
record PublishedObjects(List<String> tables, List<String> schemas) {

    static PublishedObjects of(Attributes publication) {
        return new PublishedObjects(publication.list("tables"), publication.list("schemas"));
    }

    /** The words that change what a publication has; empty if nothing is left to do. */
    static Optional<String> change(KindRules.Pair pair) {
        PublishedObjects before = of(pair.before().attributes());
        PublishedObjects after = of(pair.after().attributes());
        PublishedObjects added = after.without(before);
        PublishedObjects removed = before.without(after);
        if (!added.isEmpty()) {
            return Optional.of(removed.isEmpty() ? "ADD " + added.sql() : "SET " + after.sql());
        }
        PublishedObjects left = removed.bare().existingIn(pair.desired());
        return left.isEmpty() ? Optional.empty() : Optional.of("DROP " + left.sql());
    }

    boolean isEmpty() {
        return tables.isEmpty() && schemas.isEmpty();
    }

    /** The objects as {@code FOR}, {@code ADD}, {@code SET} and {@code DROP} take them. */
    String sql() {
        List<String> parts = new ArrayList<>();
        if (!tables.isEmpty()) {
            parts.add("TABLE " + String.join(", ", tables));
        }
        if (!schemas.isEmpty()) {
            parts.add("TABLES IN SCHEMA " + String.join(", ", schemas));
        }
        return String.join(", ", parts);
    }

    private PublishedObjects without(PublishedObjects others) {
        return new PublishedObjects(without(tables, others.tables), without(schemas, others.schemas));
    }

    private static List<String> without(List<String> names, List<String> others) {
        return names.stream().filter(name -> !others.contains(name)).toList();
    }

    private PublishedObjects bare() {
        return new PublishedObjects(
                tables.stream().map(PublishedObjects::bareName).toList(), schemas);
    }

    /** A table without its columns and its condition: all up to the first space that is not part of a quoted name. */
    private static String bareName(String table) {
        boolean quoted = false;
        int at = 0;
        while (at < table.length() && (quoted || table.charAt(at) != ' ')) {
            quoted ^= table.charAt(at) == '"';
            at++;
        }
        return table.substring(0, at);
    }

    /** What is dropped leaves the publication by itself. */
    private PublishedObjects existingIn(Catalog catalog) {
        List<String> names = catalog.objects().stream()
                .filter(object -> !object.kind().isPart())
                .map(object -> object.id().qualifiedName())
                .toList();
        return new PublishedObjects(
                tables.stream().filter(names::contains).toList(),
                schemas.stream().filter(names::contains).toList());
    }
}
