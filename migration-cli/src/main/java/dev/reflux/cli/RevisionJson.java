package dev.reflux.cli;

import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Revisions as JSON has them.
 *
 * @param graph all revisions
 * @param current where the database is; empty if nobody asked it
 */
record RevisionJson(RevisionGraph graph, Optional<Set<RevisionId>> current) {

    /** An object with a list of these revisions, in their order. */
    Map<String, Object> document(Collection<RevisionNode> nodes) {
        return Map.of("revisions", nodes.stream().map(this::of).toList());
    }

    Map<String, Object> of(RevisionNode node) {
        Set<RevisionId> children = graph.childrenOf(node.id());
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revision", node.id());
        fields.put("message", node.message());
        fields.put("revises", node.revises());
        fields.put("dependsOn", node.dependsOn());
        fields.put("labels", node.labels());
        fields.put("created", Optional.of(node.created()).filter(text -> !text.isEmpty()));
        fields.put("source", node.origin());
        fields.put("head", children.isEmpty());
        fields.put("branchPoint", children.size() > 1);
        fields.put("mergePoint", node.revises().size() > 1);
        fields.put("current", current.map(ids -> ids.contains(node.id())));
        return fields;
    }

    /** Ids alone. */
    static List<String> ids(Collection<RevisionNode> nodes) {
        return nodes.stream().map(node -> node.id().value()).toList();
    }
}
