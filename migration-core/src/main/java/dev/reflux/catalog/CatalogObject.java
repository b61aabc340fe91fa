package dev.reflux.catalog;

import java.util.Set;

/**
 * An object of a database.
 *
 * @param id which one
 * @param attributes what it is like; two objects with the same id and equal attributes are the same
 * @param hints what helps to write it and does not count when objects are compared, such as the position of a column
 * @param dependsOn the other objects without which it cannot exist ({@code pg_depend}), but for the one in which it lives
 */
public record CatalogObject(ObjectId id, Attributes attributes, Attributes hints, Set<ObjectId> dependsOn) {

    public CatalogObject {
        dependsOn = Set.copyOf(dependsOn);
    }

    /** What it is. */
    public Kind kind() {
        return id.kind();
    }

    /** The same object with other attributes. */
    public CatalogObject withAttributes(Attributes others) {
        return new CatalogObject(id, others, hints, dependsOn);
    }
}
