package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.List;
import java.util.Optional;

/**
 * Routines that take over the calls of a removed one because they have its name, and one of the two has defaults for what the
 * calls leave out. While both are there PostgreSQL cannot tell which one such a call means.
 */
final class Overloads {

    private final Catalog live;
    private final Catalog desired;

    Overloads(Catalog live, Catalog desired) {
        this.live = live;
        this.desired = desired;
    }

    /** The new routines beside which calls of a removed one mean nothing; none if it is no routine, or stays. */
    List<ObjectId> replacing(ObjectId removed) {
        if (!isRoutine(removed.kind()) || desired.has(removed)) {
            return List.of();
        }
        boolean tookFewer =
                live.find(removed).filter(Overloads::takesFewerArguments).isPresent();
        return desired.objects().stream()
                .filter(routine -> isRoutine(routine.kind()) && (tookFewer || takesFewerArguments(routine)))
                .filter(routine -> bareName(routine.id()).equals(bareName(removed)))
                .filter(routine -> !live.find(routine.id())
                        .map(CatalogObject::attributes)
                        .equals(Optional.of(routine.attributes())))
                .map(CatalogObject::id)
                .toList();
    }

    private static boolean isRoutine(Kind kind) {
        return kind == Kind.FUNCTION || kind == Kind.PROCEDURE;
    }

    private static boolean takesFewerArguments(CatalogObject routine) {
        return routine.attributes().has("defaults")
                || routine.attributes()
                        .find("arguments")
                        .filter(arguments -> arguments.contains("VARIADIC "))
                        .isPresent();
    }

    private static String bareName(ObjectId id) {
        return Reference.bareName(id.qualifiedName());
    }
}
