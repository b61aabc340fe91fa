package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What happens to each object on the way from one catalog to another.
 *
 * <p>First each object is looked at alone: it is added, removed, altered in place or replaced. Then the consequences follow the
 * dependencies until nothing changes any more: what uses a replaced object is replaced too, and what PostgreSQL does not carry
 * over an alteration (a view over a column whose type changes) is replaced around it. A replaced type, or collation, is
 * exchanged where columns of tables use it, so that their rows stay.
 */
final class Fates {

    /** What columns are of, with their rows; a collation is part of that. */
    private static final Set<Kind> TYPES =
            EnumSet.of(Kind.ENUM, Kind.RANGE, Kind.COMPOSITE, Kind.DOMAIN, Kind.COLLATION);

    /** Kinds that hold nothing but their definition. */
    private static final Set<Kind> REPLACEABLE = EnumSet.of(
            Kind.VIEW,
            Kind.FUNCTION,
            Kind.PROCEDURE,
            Kind.AGGREGATE,
            Kind.TRIGGER,
            Kind.POLICY,
            Kind.DEFAULT,
            Kind.PUBLICATION);

    private final Catalog live;
    private final Catalog desired;
    private final Overloads overloads;
    private final Map<ObjectId, Fate> fates = new LinkedHashMap<>();
    private final Map<ObjectId, Alteration> alterations = new LinkedHashMap<>();
    private final Set<ObjectId> converted = new LinkedHashSet<>();
    private final Deque<ObjectId> toFollow = new ArrayDeque<>();

    private Fates(Catalog live, Catalog desired) {
        this.live = live;
        this.desired = desired;
        this.overloads = new Overloads(live, desired);
    }

    static Fates between(Catalog live, Catalog desired) {
        Fates fates = new Fates(live, desired);
        live.objects().forEach(fates::judge);
        desired.objects().stream()
                .filter(object -> !live.has(object.id()))
                .forEach(object -> fates.fates.put(object.id(), Fate.ADD));
        fates.exchangeTightenedDomains();
        fates.followAll();
        return fates;
    }

    /** What happens to an object; empty if it stays as it is. */
    Optional<Fate> of(ObjectId id) {
        return Optional.ofNullable(fates.get(id));
    }

    /** All objects to which something happens. */
    Map<ObjectId, Fate> all() {
        return fates;
    }

    /** How an altered object changes. */
    Optional<Alteration> alteration(ObjectId id) {
        return fates.get(id) == Fate.ALTER ? Optional.ofNullable(alterations.get(id)) : Optional.empty();
    }

    /** Replaces those of these objects that are altered in place and hold no rows; tells whether there were any. */
    boolean replaceAltered(List<ObjectId> ids) {
        List<ObjectId> altered = ids.stream()
                .filter(id -> fates.get(id) == Fate.ALTER && REPLACEABLE.contains(id.kind()))
                .toList();
        altered.forEach(this::replace);
        followAll();
        return !altered.isEmpty();
    }

    private void judge(CatalogObject before) {
        ObjectId id = before.id();
        Optional<CatalogObject> after = desired.find(id);
        if (after.isEmpty()) {
            decide(id, Fate.REMOVE);
        } else if (!before.attributes().equals(after.get().attributes())) {
            alter(before, after.get());
        }
    }

    private void alter(CatalogObject before, CatalogObject after) {
        Alteration alteration = Rules.of(before.kind()).alter(new KindRules.Pair(before, after, live, desired));
        if (alteration.way() == Alteration.Way.REPLACE) {
            replace(before.id());
        } else {
            alterations.put(before.id(), alteration);
            decide(before.id(), Fate.ALTER);
        }
    }

    private void decide(ObjectId id, Fate fate) {
        if (fates.put(id, fate) != fate) {
            toFollow.add(id);
        }
    }

    private void replace(ObjectId id) {
        Fate fate = fates.get(id);
        if (fate != Fate.REMOVE && fate != Fate.EXCHANGE) {
            decide(id, TYPES.contains(id.kind()) && storesRows(id) ? Fate.EXCHANGE : Fate.REPLACE);
        }
    }

    private boolean storesRows(ObjectId type) {
        return users(type)
                .anyMatch(user -> staysAsColumnOfTable(user)
                        || (TYPES.contains(user.kind()) && desired.has(user) && storesRows(user)));
    }

    private Stream<ObjectId> users(ObjectId id) {
        return live.users(id).stream().map(CatalogObject::id);
    }

    private boolean staysAsColumnOfTable(ObjectId id) {
        return id.kind() == Kind.COLUMN
                && id.requireOwner().kind() == Kind.TABLE
                && desired.has(id)
                && !live.find(id).orElseThrow().attributes().has("generated");
    }

    private void followAll() {
        while (!toFollow.isEmpty()) {
            ObjectId id = toFollow.remove();
            Fate fate = fates.get(id);
            if (fate == Fate.ALTER) {
                Set<Kind> rebuilds = alteration(id).map(Alteration::rebuilds).orElse(Set.of());
                users(id)
                        .filter(user -> rebuilds.contains(user.kind()) && isRebuilt(id, user))
                        .forEach(this::replaceIfItStays);
            } else if (fate == Fate.EXCHANGE) {
                users(id).forEach(user -> followExchange(id, user));
            } else {
                users(id).filter(user -> !releases(user, id)).forEach(this::replaceIfItStays);
                users(id).filter(user -> isRemovedWith(user, id)).forEach(toFollow::add);
            }
        }
    }

    /** PostgreSQL does not look for values of a domain inside of arrays and rows, so it refuses to tighten one that is there. */
    private void exchangeTightenedDomains() {
        List.copyOf(fates.keySet()).stream()
                .filter(this::tightens)
                .map(ObjectId::whole)
                .filter(domain -> live.has(domain) && isInsideOfValues(domain))
                .forEach(this::replace);
    }

    /** Whether something that happens to a domain, or to a check of it, leaves fewer values. */
    private boolean tightens(ObjectId id) {
        boolean check = id.kind() == Kind.DOMAIN_CHECK && desired.has(id);
        return check || (id.kind() == Kind.DOMAIN && isNotNull(id, desired) && !isNotNull(id, live));
    }

    private static boolean isNotNull(ObjectId domain, Catalog catalog) {
        return catalog.find(domain)
                .filter(object -> object.attributes().has("not_null"))
                .isPresent();
    }

    private boolean isInsideOfValues(ObjectId domain) {
        return users(domain)
                .anyMatch(user -> staysAsColumnOfTable(user)
                        ? !live.find(user)
                                .orElseThrow()
                                .attributes()
                                .text("type")
                                .equals(domain.qualifiedName())
                        : TYPES.contains(user.kind()) && desired.has(user) && storesRows(user));
    }

    /** Columns are rebuilt only if they are computed: the others hold rows. */
    private boolean isRebuilt(ObjectId used, ObjectId user) {
        return user.kind() != Kind.COLUMN
                || (live.find(user).orElseThrow().attributes().has("generated")
                        && !user.owner().equals(Optional.of(used)));
    }

    private void followExchange(ObjectId type, ObjectId user) {
        if (user.owner().equals(Optional.of(type))) {
            replaceIfItStays(user);
        } else if (staysAsColumnOfTable(user) && TableRules.isPartitionedBy(user, live)) {
            replaceIfItStays(user.requireOwner());
        } else if (staysAsColumnOfTable(user)) {
            convert(user);
        } else {
            replaceIfItStays(user);
        }
    }

    private void convert(ObjectId column) {
        CatalogObject before = live.find(column).orElseThrow();
        CatalogObject after = desired.find(column).orElseThrow();
        Fate fate = fates.get(column);
        if (fate == null || fate == Fate.ALTER) {
            if (converted.add(column)) {
                alterations.put(column, ColumnRules.convert(new KindRules.Pair(before, after, live, desired)));
                fates.put(column, Fate.ALTER);
                toFollow.add(column);
            }
        }
    }

    /** What used a part that disappears anyway may yet have to be replaced, now that the whole is. */
    private boolean isRemovedWith(ObjectId part, ObjectId whole) {
        return fates.get(part) == Fate.REMOVE
                && fates.get(whole) == Fate.REPLACE
                && part.owner().equals(Optional.of(whole));
    }

    private void replaceIfItStays(ObjectId id) {
        if (desired.has(id)) {
            replace(id);
        }
    }

    /** Whether an altered object no longer uses another one, or anything that is made again with it, once it is altered. */
    private boolean releases(ObjectId user, ObjectId used) {
        ObjectId remade = outermostRemade(used);
        return fates.get(user) == Fate.ALTER
                && !user.owner().equals(Optional.of(used))
                && overloads.replacing(used).isEmpty()
                && desired.find(user)
                        .filter(after -> after.dependsOn().stream().noneMatch(id -> isWithin(id, remade)))
                        .isPresent();
    }

    private ObjectId outermostRemade(ObjectId id) {
        ObjectId outermost = id;
        for (Optional<ObjectId> at = id.owner(); at.isPresent(); at = at.get().owner()) {
            if (fates.get(at.get()) == Fate.REPLACE) {
                outermost = at.get();
            }
        }
        return outermost;
    }

    private static boolean isWithin(ObjectId id, ObjectId whole) {
        return id.equals(whole)
                || id.owner().filter(owner -> isWithin(owner, whole)).isPresent();
    }
}
