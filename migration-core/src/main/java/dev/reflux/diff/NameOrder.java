package dev.reflux.diff;

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
            if (node.work() == Work.DROP) {
                takenNames(node.id())
                        .forEach(name -> givenUp.computeIfAbsent(name, key -> new ArrayList<>())
                                .add(node));
            }
        }
        for (Node node : List.copyOf(graph.nodes())) {
            if (node.work() == Work.CREATE) {
                for (String name : takenNames(node.id())) {
                    for (Node drop : givenUp.getOrDefault(name, List.of())) {
                        graph.order(Optional.of(drop), Optional.of(node));
                    }
                }
            }
        }
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
        return "constraint " + id.requireOwner() + "." + id.name();
    }
}
