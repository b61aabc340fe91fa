package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.ObjectId;
import dev.reflux.r2dbc.catalog.Surroundings.Extension;
import dev.reflux.r2dbc.catalog.Surroundings.Immovable;
import dev.reflux.r2dbc.catalog.Surroundings.Schema;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * What scripts do not decide in the live database: the extensions that it has, schemas that hold nothing else, and everything
 * that belongs to other roles. It is desired as it is.
 */
final class LeftAlone {

    private final Set<String> extensions;
    private final Set<String> kept;
    private final Set<String> foreign;
    private final Set<Immovable> immovable;

    LeftAlone(Surroundings live) {
        Stage stage = Stage.of(live.schemas(), RolledBackScratch.PREFIX);
        this.extensions = live.extensions().stream().map(Extension::name).collect(Collectors.toSet());
        this.kept = stage.kept().stream().map(Schema::name).collect(Collectors.toSet());
        this.foreign = stage.notCompared().stream().map(Schema::name).collect(Collectors.toSet());
        this.immovable = live.immovable();
    }

    /** A catalog in which everything of this is as in the live one. */
    Catalog merge(Catalog made, Catalog live) {
        Predicate<CatalogObject> isKept = object -> isKept(object.id());
        List<CatalogObject> asItIs = live.objects().stream().filter(isKept).toList();
        if (asItIs.equals(made.objects().stream().filter(isKept).toList())) {
            return made;
        }
        List<CatalogObject> objects = new ArrayList<>(asItIs);
        objects.addAll(made.objects().stream().filter(isKept.negate()).toList());
        return made.withObjects(objects);
    }

    private boolean isKept(ObjectId id) {
        ObjectId whole = id.whole();
        return switch (whole.kind()) {
            case EXTENSION -> extensions.contains(whole.name());
            case SCHEMA -> kept.contains(whole.name());
            case PUBLICATION, EVENT_TRIGGER -> immovable.contains(new Immovable(whole.kind(), whole.name()));
            case DEFAULT_PRIVILEGE ->
                immovable.stream()
                        .anyMatch(role ->
                                role.kind() == whole.kind() && whole.name().startsWith(role.name() + "/"));
            default -> whole.schema().filter(foreign::contains).isPresent();
        };
    }
}
