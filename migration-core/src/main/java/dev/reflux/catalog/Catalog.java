package dev.reflux.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The objects of a database, as they were at one moment. Two catalogs describe the same schema if their objects are equal.
 * Immutable.
 */
public final class Catalog {

    private final CatalogOrigin origin;
    private final Map<ObjectId, CatalogObject> objects;
    private final List<Unmodelled> unmodelled;
    private volatile @Nullable Map<ObjectId, List<CatalogObject>> users;

    private Catalog(CatalogOrigin origin, Map<ObjectId, CatalogObject> objects, List<Unmodelled> unmodelled) {
        this.origin = origin;
        this.objects = objects;
        this.unmodelled = unmodelled;
    }

    /**
     * A catalog of these objects. Their order stays; of two objects with one identity the later counts.
     */
    public static Catalog of(
            CatalogOrigin origin, Collection<CatalogObject> objects, Collection<Unmodelled> unmodelled) {
        Map<ObjectId, CatalogObject> byId = new LinkedHashMap<>(2 * objects.size());
        objects.forEach(object -> byId.put(object.id(), object));
        return new Catalog(origin, byId, List.copyOf(unmodelled));
    }

    /** Which server it comes from. */
    public CatalogOrigin origin() {
        return origin;
    }

    /** All objects, in the order in which they were read. */
    public Collection<CatalogObject> objects() {
        return Collections.unmodifiableCollection(objects.values());
    }

    /** An object, if it is there. */
    public Optional<CatalogObject> find(ObjectId id) {
        return Optional.ofNullable(objects.get(id));
    }

    /** Whether an object is there. */
    public boolean has(ObjectId id) {
        return objects.containsKey(id);
    }

    /**
     * What uses an object: the objects that depend on it, and its parts, in the order in which they were read. The other way round
     * than {@link CatalogObject#dependsOn()}, and as quick.
     */
    public List<CatalogObject> users(ObjectId id) {
        Map<ObjectId, List<CatalogObject>> found = users;
        if (found == null) {
            found = findUsers();
            users = found;
        }
        return Collections.unmodifiableList(found.getOrDefault(id, List.of()));
    }

    private Map<ObjectId, List<CatalogObject>> findUsers() {
        Map<ObjectId, List<CatalogObject>> found = new HashMap<>();
        for (CatalogObject object : objects.values()) {
            object.dependsOn()
                    .forEach(used -> found.computeIfAbsent(used, key -> new ArrayList<>())
                            .add(object));
            object.id()
                    .owner()
                    .ifPresent(owner -> found.computeIfAbsent(owner, key -> new ArrayList<>())
                            .add(object));
        }
        return found;
    }

    /** Whether another catalog has the same objects with the same attributes. */
    public boolean describesSameAs(Catalog other) {
        return objects.size() == other.objects.size()
                && objects.values().stream().allMatch(object -> {
                    CatalogObject counterpart = other.objects.get(object.id());
                    return counterpart != null && object.attributes().equals(counterpart.attributes());
                });
    }

    /** What the database has besides, and what is not described here. */
    public List<Unmodelled> unmodelled() {
        return unmodelled;
    }

    /** The objects that pass, and what is not described. */
    public Catalog filter(Predicate<CatalogObject> predicate) {
        List<CatalogObject> passing =
                objects.values().stream().filter(predicate).toList();
        return passing.size() == objects.size() ? this : withObjects(passing);
    }

    /** The same with other objects. */
    public Catalog withObjects(Collection<CatalogObject> others) {
        return of(origin, others, unmodelled);
    }

    /** The same with these objects in the place of those with their identities. */
    public Catalog with(Collection<CatalogObject> changed) {
        if (changed.isEmpty()) {
            return this;
        }
        Map<ObjectId, CatalogObject> byId = new LinkedHashMap<>(objects);
        changed.forEach(object -> byId.put(object.id(), object));
        return new Catalog(origin, byId, unmodelled);
    }
}
