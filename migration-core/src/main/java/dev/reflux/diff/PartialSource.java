package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.CatalogObject;
import java.util.Optional;
import java.util.Set;

/**
 * What a source that cannot express everything leaves open about an object, as the database has it. Classes of tables and
 * entities know names, types and keys; they do not know storage, and often not what follows the columns of an index or a foreign
 * key.
 */
final class PartialSource {

    private static final Set<String> OF_COLUMN = Set.of("type", "not_null", "identity", "generated", "expression");

    private PartialSource() {}

    /** The attributes that are meant by an object of such a source. */
    static Attributes complete(CatalogObject before, CatalogObject after) {
        return switch (after.kind()) {
            case TABLE -> before.attributes();
            case COLUMN -> column(before.attributes(), after.attributes());
            case INDEX, FOREIGN_KEY, UNIQUE, PRIMARY_KEY, EXCLUSION -> defined(before.attributes(), after.attributes());
            default -> after.attributes();
        };
    }

    private static Attributes column(Attributes before, Attributes after) {
        Attributes merged = before;
        for (String name : OF_COLUMN) {
            merged = merged.with(name, after.list(name));
        }
        if (sameType(before, after)) {
            merged = merged.with("type", before.list("type"));
        } else {
            merged = merged.with("collation", after.list("collation"));
        }
        boolean sameIdentity = before.find("identity").equals(after.find("identity"));
        return sameIdentity ? merged : merged.with("identity_options", after.list("identity_options"));
    }

    /** Six digits are what a time has anyway, and some sources always write them. */
    private static boolean sameType(Attributes before, Attributes after) {
        return withoutSix(before.find("type")).equals(withoutSix(after.find("type")));
    }

    private static Optional<String> withoutSix(Optional<String> type) {
        return type.map(text -> text.startsWith("time") ? text.replace("(6)", "") : text);
    }

    /** What stands in the database after all that the source says: {@code ON DELETE}, {@code WHERE}, and the like. */
    private static Attributes defined(Attributes before, Attributes after) {
        boolean begins = before.text("definition").startsWith(after.text("definition") + " ");
        return begins
                ? before
                : before.with("definition", after.list("definition")).with("unique", after.list("unique"));
    }
}
