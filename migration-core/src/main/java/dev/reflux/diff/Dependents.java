package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What depends on each object of a catalog, the other way round than {@link CatalogObject#dependsOn()}: users and parts. */
final class Dependents {

    private final Map<ObjectId, List<ObjectId>> byId = new HashMap<>();

    private Dependents() {}

    static Dependents in(Catalog catalog) {
        Dependents dependents = new Dependents();
        for (CatalogObject object : catalog.objects()) {
            object.dependsOn().forEach(used -> dependents.add(used, object.id()));
            object.id().owner().ifPresent(owner -> dependents.add(owner, object.id()));
        }
        return dependents;
    }

    private void add(ObjectId used, ObjectId user) {
        byId.computeIfAbsent(used, key -> new ArrayList<>()).add(user);
    }

    /** The objects that use this one, and its parts, in the order of the catalog. */
    List<ObjectId> of(ObjectId id) {
        return byId.getOrDefault(id, List.of());
    }
}
