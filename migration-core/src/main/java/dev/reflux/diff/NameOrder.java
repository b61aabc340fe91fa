package dev.reflux.diff;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A name is given up before another object takes it. */
final class NameOrder {

    private final WorkGraph graph;

    NameOrder(WorkGraph graph) {
        this.graph = graph;
    }

    void add() {
        Map<String, List<Node>> givenUp = new HashMap<>();
        for (Node node : graph.nodes()) {
            namesBefore(node)
                    .forEach(name -> givenUp.computeIfAbsent(name, key -> new ArrayList<>())
                            .add(node));
        }
        for (Node node : List.copyOf(graph.nodes())) {
            for (String name : namesAfter(node)) {
                for (Node before : givenUp.getOrDefault(name, List.of())) {
                    graph.order(Optional.of(before), Optional.of(node));
                }
            }
        }
    }

    private List<String> namesBefore(Node node) {
        return switch (node.work()) {
            case DROP -> takenNames(node.id());
            case ALTER -> changedNotNull(node, graph.live());
            default -> List.of();
        };
    }

    private List<String> namesAfter(Node node) {
        return switch (node.work()) {
            case CREATE -> takenNames(node.id());
            case ALTER -> changedNotNull(node, graph.desired());
            default -> List.of();
        };
    }

    /** The name of a column's NOT NULL in one of the catalogs, if it has another one in the other. */
    private List<String> changedNotNull(Node column, Catalog catalog) {
        if (column.id().kind() != Kind.COLUMN || !graph.pair(column).differsIn("not_null", "not_null_name")) {
            return List.of();
        }
        return catalog.find(column.id()).stream()
                .filter(object -> object.attributes().has("not_null_name"))
                .map(object -> constraint(
                        column.id().requireOwner(), object.attributes().text("not_null_name")))
                .toList();
    }

    /** The names that an object takes, each with the space in which it must be the only one. */
    private static List<String> takenNames(ObjectId id) {
        Kind kind = id.kind();
        String inSchema = id.schema().orElse("") + "." + id.name();
        if (kind == Kind.PRIMARY_KEY) { // of which there is one
            return List.of("primary key of " + id.requireOwner(), constraint(id), "relation " + inSchema);
        }
        return switch (kind.namespace()) {
            case RELATION, TYPE -> List.of("relation " + inSchema);
            case ROUTINE -> List.of("routine " + inSchema);
            case CONSTRAINT ->
                kind == Kind.CHECK || kind == Kind.FOREIGN_KEY || kind == Kind.DOMAIN_CHECK
                        ? List.of(constraint(id))
                        : List.of(constraint(id), "relation " + inSchema);
            case SCHEMA, OWN -> List.of();
        };
    }

    private static String constraint(ObjectId id) {
        return constraint(id.requireOwner(), id.quotedName());
    }

    private static String constraint(ObjectId owner, String quotedName) {
        return "constraint " + owner + "." + quotedName;
    }
}
