package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The tables whose rows are used as values, themselves or inside of other types. */
final class RowTypes {

    /** The types that are made of others. */
    static final Set<Kind> TYPES = EnumSet.of(Kind.COMPOSITE, Kind.DOMAIN, Kind.RANGE);

    private final Catalog catalog;
    private final Map<ObjectId, List<CatalogObject>> columns = new HashMap<>();

    RowTypes(Catalog catalog) {
        this.catalog = catalog;
        catalog.objects().stream()
                .filter(object -> object.kind() == Kind.COLUMN)
                .forEach(column -> columns.computeIfAbsent(column.id().requireOwner(), table -> new ArrayList<>())
                        .add(column));
    }

    /** Whether a column stores rows of a table, or values of another type, themselves or inside of other types. */
    static boolean isStored(ObjectId type, Catalog catalog) {
        return catalog.users(type).stream()
                .filter(user -> user.dependsOn().contains(type))
                .anyMatch(user -> user.kind() == Kind.COLUMN
                        ? user.id().requireOwner().kind() != Kind.VIEW
                        : TYPES.contains(user.kind()) && isStored(user.id(), catalog));
    }

    /** The tables whose rows an object uses. */
    Set<ObjectId> of(CatalogObject user) {
        Set<ObjectId> types = new LinkedHashSet<>();
        addTypes(user, types);
        types.removeIf(type -> type.kind() != Kind.TABLE);
        return types;
    }

    private void addTypes(CatalogObject user, Set<ObjectId> types) {
        for (ObjectId used : user.dependsOn()) {
            if ((used.kind() == Kind.TABLE || TYPES.contains(used.kind())) && types.add(used)) {
                catalog.find(used).ifPresent(type -> addTypes(type, types));
                columns.getOrDefault(used, List.of()).forEach(column -> addTypes(column, types));
            }
        }
    }
}
