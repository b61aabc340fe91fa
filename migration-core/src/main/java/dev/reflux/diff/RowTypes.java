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

/** The changes of columns of tables whose rows something uses as values. */
final class RowTypes {

    private static final Set<Kind> TYPES = EnumSet.of(Kind.TABLE, Kind.COMPOSITE, Kind.DOMAIN, Kind.RANGE);

    private final Catalog desired;
    private final Map<ObjectId, List<Node>> changes = new HashMap<>();
    private final Map<ObjectId, List<CatalogObject>> columns = new HashMap<>();

    RowTypes(WorkGraph graph) {
        this.desired = graph.desired();
        graph.nodes().stream()
                .filter(node -> node.id().kind() == Kind.COLUMN)
                .forEach(node -> changes.computeIfAbsent(node.id().requireOwner(), table -> new ArrayList<>())
                        .add(node));
        if (!changes.isEmpty()) {
            desired.objects().stream()
                    .filter(object -> object.kind() == Kind.COLUMN)
                    .forEach(column -> columns.computeIfAbsent(column.id().requireOwner(), table -> new ArrayList<>())
                            .add(column));
        }
    }

    /** What happens to the columns of the tables whose row types an object uses, themselves or inside of other types. */
    List<Node> changedColumns(CatalogObject user) {
        if (changes.isEmpty()) {
            return List.of();
        }
        Set<ObjectId> types = new LinkedHashSet<>();
        addTypes(user, types);
        return types.stream()
                .flatMap(type -> changes.getOrDefault(type, List.of()).stream())
                .toList();
    }

    private void addTypes(CatalogObject user, Set<ObjectId> types) {
        for (ObjectId used : user.dependsOn()) {
            if (TYPES.contains(used.kind()) && types.add(used)) {
                desired.find(used).ifPresent(type -> addTypes(type, types));
                columns.getOrDefault(used, List.of()).forEach(column -> addTypes(column, types));
            }
        }
    }
}
