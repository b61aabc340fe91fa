package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Partitions that disappear while foreign keys refer to the tables to which they belong. PostgreSQL drops such a partition only
 * when the foreign key is gone, or the partition is detached.
 */
final class ReferencedPartitions {

    private static final Set<Kind> KEYS = EnumSet.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.INDEX);

    private final Catalog live;
    private final Fates fates;

    ReferencedPartitions(Catalog live, Fates fates) {
        this.live = live;
        this.fates = fates;
    }

    /** Whether a partition that is dropped must be detached first, for a foreign key that stays. */
    boolean isDetachedFirst(ObjectId dropped) {
        return referring(dropped).stream().anyMatch(foreignKey -> !isDropped(foreignKey));
    }

    /** The foreign keys that disappear before a partition does. */
    List<ObjectId> droppedBefore(ObjectId dropped) {
        return referring(dropped).stream().filter(this::isDropped).toList();
    }

    private boolean isDropped(ObjectId foreignKey) {
        return fates.of(foreignKey).filter(Fate::removes).isPresent();
    }

    /** The foreign keys that refer to a table of which another one is a partition, or a partition of a partition. */
    private List<ObjectId> referring(ObjectId table) {
        return wholes(table).stream()
                .flatMap(whole -> live.users(whole).stream())
                .filter(key -> KEYS.contains(key.kind()))
                .flatMap(key -> live.users(key.id()).stream())
                .filter(user -> user.kind() == Kind.FOREIGN_KEY)
                .map(CatalogObject::id)
                .distinct()
                .toList();
    }

    private List<ObjectId> wholes(ObjectId table) {
        List<ObjectId> wholes = new ArrayList<>();
        for (Optional<ObjectId> at = whole(table); at.isPresent(); at = whole(at.get())) {
            wholes.add(at.get());
        }
        return wholes;
    }

    private Optional<ObjectId> whole(ObjectId partition) {
        return live.find(partition).stream()
                .flatMap(table -> Inheritance.partitioned(table).stream())
                .findFirst();
    }
}
