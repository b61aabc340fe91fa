package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.CatalogOrigin;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.catalog.Unmodelled;
import dev.reflux.r2dbc.catalog.Surroundings.Extension;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the catalog that the live database would have out of what was read in a development database: without extensions that
 * only this one has, and with the live role where its own stands for it.
 */
final class DevNames {

    private final DevWorkspace.Ground ground;
    private final Set<String> made;
    private final Set<String> foreign;

    /**
     * @param made the schemas that were made empty and that no statement has made since
     */
    DevNames(DevWorkspace.Ground ground, Set<String> made) {
        this.ground = ground;
        this.made = Set.copyOf(made);
        Set<String> extensions = names(ground.own().extensions());
        extensions.removeAll(names(ground.live().extensions()));
        this.foreign = extensions;
    }

    private static Set<String> names(List<Extension> extensions) {
        return extensions.stream().map(Extension::name).collect(Collectors.toCollection(HashSet::new));
    }

    Catalog of(Catalog read) {
        List<CatalogObject> objects = read.objects().stream()
                .filter(object -> !isForeign(object.id().whole()))
                .map(this::ofLiveRole)
                .toList();
        List<Unmodelled> unmodelled = new ArrayList<>(read.unmodelled());
        unmodelled.addAll(ground.stage().unmodelled());
        CatalogOrigin origin = new CatalogOrigin(read.origin().majorVersion(), liveRole());
        return Catalog.of(origin, ground.stage().withoutUnused(objects, made), unmodelled);
    }

    private boolean isForeign(ObjectId id) {
        return id.kind() == Kind.EXTENSION && foreign.contains(id.name());
    }

    private String liveRole() {
        return ground.live().server().role();
    }

    /** Default privileges are those of the role that makes the objects. */
    private CatalogObject ofLiveRole(CatalogObject object) {
        String role = ground.own().server().role();
        if (object.kind() != Kind.DEFAULT_PRIVILEGE || !object.id().name().startsWith(role + "/")) {
            return object;
        }
        String name = liveRole() + object.id().name().substring(role.length());
        Attributes attributes = object.attributes().with("role", List.of(Identifier.quote(liveRole())));
        return new CatalogObject(
                ObjectId.global(Kind.DEFAULT_PRIVILEGE, name), attributes, object.hints(), object.dependsOn());
    }
}
