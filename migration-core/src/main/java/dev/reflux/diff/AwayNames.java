package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.Kind.Namespace;
import dev.reflux.catalog.ObjectId;
import dev.reflux.sql.Identifier;
import java.util.Arrays;
import java.util.List;

/** The names of types that are exchanged, for as long as the old and the new one are there together. */
final class AwayNames {

    private static final String ENDING = "__old";

    private static final List<Kind> NAMED_LIKE_TYPES = Arrays.stream(Kind.values())
            .filter(kind -> kind.namespace() == Namespace.TYPE
                    || kind.namespace() == Namespace.RELATION
                    || kind == Kind.COLLATION)
            .toList();

    private final Catalog live;
    private final Catalog desired;

    AwayNames(Catalog live, Catalog desired) {
        this.live = live;
        this.desired = desired;
    }

    /** A name that nothing in the schema of a type has, made of one of its names. */
    String of(ObjectId type, String name) {
        String away = Identifier.withEnding(name, ENDING);
        for (int i = 2; isTaken(type.requireOwner(), away); i++) {
            away = Identifier.withEnding(name, ENDING + i);
        }
        return away;
    }

    private boolean isTaken(ObjectId schema, String name) {
        return NAMED_LIKE_TYPES.stream()
                .map(kind -> schema.child(kind, name))
                .anyMatch(id -> live.has(id) || desired.has(id));
    }
}
