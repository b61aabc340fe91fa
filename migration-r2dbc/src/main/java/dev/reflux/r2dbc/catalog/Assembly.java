package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.CatalogOrigin;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.catalog.Unmodelled;
import io.r2dbc.spi.Row;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The catalog while it is being read: the objects so far, and where PostgreSQL keeps them.
 *
 * <p>An object counts if the object in which it lives counts, down from the schemas. So only schemas and tables are ever
 * excluded by name, and members of extensions by their address; their parts find nobody to live in.
 */
final class Assembly {

    private final int version;
    private final CatalogScope scope;
    private final Sharing sharing = new Sharing();
    private final List<Draft> drafts = new ArrayList<>();
    private final List<Unmodelled> unmodelled = new ArrayList<>();
    private final Map<Address, Draft> byAddress = new HashMap<>();
    private final Map<Address, Address> parts = new HashMap<>();
    private final Map<Address, Address> standIns = new HashMap<>();
    private String role = "";

    Assembly(int version, CatalogScope scope) {
        this.version = version;
        this.scope = scope;
    }

    Catalog catalog() {
        List<CatalogObject> objects = drafts.stream().map(Draft::object).toList();
        unmodelled.sort(Comparator.comparing(Unmodelled::kind).thenComparing(Unmodelled::name));
        return Catalog.of(new CatalogOrigin(version, role), objects, unmodelled);
    }

    Sharing sharing() {
        return sharing;
    }

    void addRole(Row row) {
        role = text(row, 0);
    }

    /** A row that belongs to an object, for whatever it depends on and whatever depends on it. Extensions come first. */
    void addPart(Address part, Address whole) {
        parts.putIfAbsent(part, whole);
    }

    /** A row on which others depend who mean an object. */
    void addStandIn(Address standIn, Address meant) {
        standIns.put(standIn, meant);
    }

    void addDependency(Address from, Address to) {
        Draft user = source(from);
        Draft used = user == null ? null : target(to);
        if (user != null && used != null && !isOwnership(user.id(), used.id())) {
            user.dependOn(used.id());
        }
    }

    /** That a column owns a sequence is an object of its own. */
    private static boolean isOwnership(ObjectId user, ObjectId used) {
        return user.kind() == Kind.SEQUENCE && used.kind() == Kind.COLUMN;
    }

    void addUnmodelled(Row row) {
        Long schema = row.get(1, Long.class);
        if (schema == null || byAddress.containsKey(Address.ofSchema(schema))) {
            unmodelled.add(new Unmodelled(text(row, 0), text(row, 2)));
        }
    }

    /** Adds the objects of one query, in the order that they are to have. */
    void add(List<Draft> found) {
        for (Draft draft : found) {
            draft.rank(drafts.size());
            drafts.add(draft);
            if (draft.address() != null) {
                byAddress.put(draft.address(), draft);
            }
        }
    }

    /** The object that lives at an address itself. */
    @Nullable
    Draft at(Address address) {
        return byAddress.get(address);
    }

    /** Whether something is left out although the object in which it lives is not. */
    boolean leavesOut(@Nullable Address address, ObjectId id) {
        return switch (id.kind()) {
            case SCHEMA -> isMember(address) || !scope.covers(id.name());
            case TABLE -> isMember(address) || scope.excludes(id.requireOwner().name(), id.name());
            default -> isMember(address);
        };
    }

    /** While objects are read, only the members of extensions are known as parts of something else. */
    private boolean isMember(@Nullable Address address) {
        return address != null && parts.containsKey(address);
    }

    private @Nullable Draft source(Address address) {
        Draft draft = byAddress.get(address);
        if (draft == null && address.sub() != 0) {
            draft = byAddress.get(address.whole());
        }
        Address whole = draft == null ? parts.get(address.whole()) : null;
        return whole == null ? draft : source(whole);
    }

    private @Nullable Draft target(Address address) {
        Draft draft = source(address);
        Address meant = draft == null ? standIns.get(address.whole()) : null;
        return meant == null ? draft : target(meant);
    }

    private static String text(Row row, int column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
