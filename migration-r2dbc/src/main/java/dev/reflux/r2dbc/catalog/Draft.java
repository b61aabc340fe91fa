package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.ObjectId;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** An object while what it depends on is still being read. */
final class Draft {

    /** The order of objects that one query finds: as the objects in which they live, then by position, then by name. */
    static final Comparator<Draft> ORDER = Comparator.<Draft>comparingInt(draft -> draft.ownerRank)
            .thenComparingInt(draft -> draft.address == null ? 0 : draft.address.sub())
            .thenComparing(draft -> draft.id.name())
            .thenComparing(draft -> draft.id.kind());

    private final ObjectId id;
    private final @Nullable Address address;
    private final int ownerRank;
    private final Attributes attributes;
    private final Attributes hints;
    private int rank;
    private Set<ObjectId> dependsOn = Set.of();

    Draft(ObjectId id, @Nullable Address address, @Nullable Draft owner, Attributes attributes, Attributes hints) {
        this.id = id;
        this.address = address;
        this.ownerRank = owner == null ? 0 : owner.rank;
        this.attributes = attributes;
        this.hints = hints;
    }

    ObjectId id() {
        return id;
    }

    @Nullable
    Address address() {
        return address;
    }

    /** Says how many objects come before it. */
    void rank(int position) {
        rank = position;
    }

    /** Notes a dependency, unless it is one between an object and its own parts. */
    void dependOn(ObjectId other) {
        if (!isWithin(id, other) && !isWithin(other, id)) {
            if (dependsOn.isEmpty()) {
                dependsOn = new LinkedHashSet<>();
            }
            dependsOn.add(other);
        }
    }

    private static boolean isWithin(ObjectId part, ObjectId whole) {
        Optional<ObjectId> each = Optional.of(part);
        while (each.isPresent() && !each.get().equals(whole)) {
            each = each.get().owner();
        }
        return each.isPresent();
    }

    CatalogObject object() {
        return new CatalogObject(id, attributes, hints, dependsOn);
    }
}
