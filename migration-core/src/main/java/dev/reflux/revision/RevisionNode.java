package dev.reflux.revision;

import java.util.Arrays;
import java.util.List;

/**
 * A revision as its source declares it: one node of the graph, not yet checked against the others.
 *
 * @param id the identity
 * @param revises the ids of the parents, in the order written; empty for a base
 * @param dependsOn ids or labels of revisions that must be applied first
 * @param labels names of the branch that this revision is on
 * @param message what it does; may be empty
 * @param created when it was written, ISO 8601; empty where unknown. Orders siblings
 * @param origin where it was found, for messages: a file or a class name
 */
public record RevisionNode(
        RevisionId id,
        List<RevisionId> revises,
        List<String> dependsOn,
        List<String> labels,
        String message,
        String created,
        String origin) {

    public RevisionNode {
        revises = List.copyOf(revises);
        dependsOn = List.copyOf(dependsOn);
        labels = List.copyOf(labels);
    }

    /** A node with parents and nothing else. */
    public static RevisionNode of(String id, String... revises) {
        return new RevisionNode(
                RevisionId.of(id),
                Arrays.stream(revises).map(RevisionId::of).toList(),
                List.of(),
                List.of(),
                "",
                "",
                id);
    }

    /** The id and the message, as messages show a revision: {@code 3f2a91 (add orders)}. */
    public String title() {
        return message.isBlank()
                ? id.value()
                : id.value() + " (" + message.lines().findFirst().orElse("") + ")";
    }
}
