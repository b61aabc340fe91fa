package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.catalog.Unmodelled;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Makes the catalog of an empty database out of what was read while the live schemas were put aside: takes away what is live,
 * and gives extensions that had to stay in a renamed schema its true name.
 */
final class TrueNames {

    private final Stage stage;
    private final Set<String> made;
    private final Set<String> aside;
    private final Map<ObjectId, ObjectId> ids = new HashMap<>();

    /**
     * @param made the schemas that were made empty and that no statement has made since
     */
    TrueNames(Stage stage, Set<String> made) {
        this.stage = stage;
        this.made = Set.copyOf(made);
        this.aside = Set.copyOf(stage.aside().values());
    }

    Catalog of(Catalog read) {
        List<CatalogObject> objects = read.objects().stream()
                .filter(object -> !isLive(object.id()))
                .map(this::truly)
                .toList();
        return Catalog.of(read.origin(), stage.withoutUnused(objects, made), unmodelled(read));
    }

    /** Whether it lives in a renamed schema, or is one of the global objects that were renamed. */
    private boolean isLive(ObjectId id) {
        ObjectId whole = id.whole();
        return switch (whole.kind()) {
            case PUBLICATION, EVENT_TRIGGER -> whole.name().startsWith(RolledBackScratch.PREFIX);
            case DEFAULT_PRIVILEGE -> whole.name().contains("/" + RolledBackScratch.PREFIX);
            default -> whole.schema().filter(aside::contains).isPresent();
        };
    }

    private List<Unmodelled> unmodelled(Catalog read) {
        List<Unmodelled> all = new ArrayList<>();
        for (Unmodelled object : read.unmodelled()) {
            if (!object.name().startsWith(RolledBackScratch.PREFIX)) {
                all.add(new Unmodelled(object.kind(), truly(object.name())));
            }
        }
        all.addAll(stage.unmodelled());
        return all;
    }

    private CatalogObject truly(CatalogObject object) {
        if (stage.behind().isEmpty() && object.id().schema().isPresent()) {
            return object;
        }
        Set<ObjectId> dependsOn = object.dependsOn().stream().map(this::truly).collect(Collectors.toSet());
        home(object).ifPresent(dependsOn::add);
        return new CatalogObject(truly(object.id()), truly(object.attributes()), truly(object.hints()), dependsOn);
    }

    /** The schema that an extension needs, where it had to stay in one that was renamed. */
    private Optional<ObjectId> home(CatalogObject object) {
        return object.attributes()
                .find("schema")
                .filter(schema -> object.kind() == Kind.EXTENSION)
                .map(stage.trueNamesOf(stage.behind())::get)
                .map(ObjectId::schema);
    }

    private ObjectId truly(ObjectId id) {
        ObjectId known = ids.get(id);
        if (known != null) {
            return known;
        }
        ObjectId home = id.home() == null ? null : truly(id.home());
        ObjectId renamed = new ObjectId(id.kind(), home, truly(id.name()));
        ids.put(id, renamed);
        return renamed;
    }

    private Attributes truly(Attributes attributes) {
        boolean same = attributes.values().values().stream()
                .allMatch(list -> list.stream().noneMatch(text -> text.contains(RolledBackScratch.PREFIX)));
        if (same) {
            return attributes;
        }
        Map<String, List<String>> renamed = new LinkedHashMap<>();
        attributes
                .values()
                .forEach((name, list) ->
                        renamed.put(name, list.stream().map(this::truly).toList()));
        return new Attributes(renamed);
    }

    private String truly(String text) {
        return stage.trueText(text);
    }
}
