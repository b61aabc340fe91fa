package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import java.util.List;
import java.util.Set;

/**
 * What is special about a kind: how PostgreSQL makes, removes and changes such an object. Statements name everything with its
 * schema, and end without a semicolon. Parts of an object (its columns, its comment) are objects with rules of their own.
 */
interface KindRules {

    /**
     * The statements that make an object.
     *
     * @param catalog where it is to be, for what it must know of others
     */
    List<String> create(CatalogObject object, Catalog catalog);

    /** The kinds of parts that the statement that makes an object can make along with it. */
    default Set<Kind> absorbs() {
        return Set.of();
    }

    /**
     * The statements that make an object along with some of its parts.
     *
     * @param parts parts of the kinds that this kind absorbs, and parts of those, in the order in which they are wanted
     */
    default List<String> create(CatalogObject object, List<CatalogObject> parts, Catalog catalog) {
        return create(object, catalog);
    }

    /** What the user should know of making an object in a database that has rows, one sentence each. */
    default List<String> createNotes(CatalogObject object, List<CatalogObject> parts) {
        return List.of();
    }

    /**
     * The statements that remove an object. What depends on it is gone already; never {@code CASCADE}.
     *
     * @param catalog where it is
     */
    List<String> drop(CatalogObject object, Catalog catalog);

    /**
     * How an object becomes another with the same identity.
     *
     * @param pair both, and where they are
     */
    Alteration alter(Pair pair);

    /**
     * An object before and after.
     *
     * @param live where {@code before} is
     * @param desired where {@code after} is
     */
    record Pair(CatalogObject before, CatalogObject after, Catalog live, Catalog desired) {

        /** Whether they differ in one of these attributes. */
        boolean differsIn(String... names) {
            return List.of(names).stream()
                    .anyMatch(name -> !before.attributes()
                            .list(name)
                            .equals(after.attributes().list(name)));
        }
    }
}
