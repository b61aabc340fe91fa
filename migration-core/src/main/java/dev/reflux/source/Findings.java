package dev.reflux.source;

import dev.reflux.revision.InvalidGraphException;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What a place yielded: revisions, and everything that is wrong there. A collector; not thread-safe.
 *
 * <p>File problems and graph problems are reported together. A file whose header could be read takes part in the graph
 * although its statements are broken. Once there is a file whose id nobody knows, references to unknown revisions are no
 * longer reported: they are most likely that file.
 */
final class Findings {

    private final Map<RevisionNode, LoadedRevision> revisions = new LinkedHashMap<>();
    private final List<RevisionNode> broken = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private boolean someUnidentified;

    void add(LoadedRevision revision) {
        RevisionNode node = revision.node();
        OptionalInt unstorable =
                node.message().codePoints().filter(Findings::isUnstorable).findFirst();
        if (unstorable.isEmpty()) {
            revisions.putIfAbsent(node, revision);
        } else {
            addBroken(
                    node,
                    List.of(node.origin() + ": the message of the revision contains "
                            + String.format("U+%04X", unstorable.getAsInt())
                            + ", which PostgreSQL cannot store. Remove that character."));
        }
    }

    private static boolean isUnstorable(int codePoint) {
        return codePoint == 0 || Character.getType(codePoint) == Character.SURROGATE;
    }

    /** A revision whose place in the graph is known, and that cannot be used. */
    void addBroken(RevisionNode node, List<String> reasons) {
        broken.add(node);
        addOnce(reasons);
    }

    /** Something that may have been a revision. */
    void addUnidentified(List<String> reasons) {
        someUnidentified = true;
        addOnce(reasons);
    }

    void addUnidentified(String reason) {
        addUnidentified(List.of(reason));
    }

    /** Takes over what another place yielded. */
    void addAll(Findings other) {
        other.revisions.values().forEach(this::add);
        broken.addAll(other.broken);
        someUnidentified |= other.someUnidentified;
        addOnce(other.problems);
    }

    private void addOnce(List<String> reasons) {
        reasons.stream().filter(reason -> !problems.contains(reason)).forEach(problems::add);
    }

    boolean isEmpty() {
        return revisions.isEmpty() && broken.isEmpty() && problems.isEmpty();
    }

    /**
     * The revisions, checked.
     *
     * @throws InvalidGraphException with every problem
     */
    LoadedMigrations load() {
        if (problems.isEmpty()) {
            return LoadedMigrations.of(revisions.values());
        }
        List<String> all = new ArrayList<>(problems);
        all.addAll(graphProblems());
        throw new InvalidGraphException(all);
    }

    private List<String> graphProblems() {
        List<RevisionNode> nodes =
                Stream.concat(revisions.keySet().stream(), broken.stream()).toList();
        try {
            RevisionGraph.of(someUnidentified ? withoutUnknownReferences(nodes) : nodes);
            return List.of();
        } catch (InvalidGraphException e) {
            return e.problems();
        }
    }

    private static List<RevisionNode> withoutUnknownReferences(List<RevisionNode> nodes) {
        Set<String> known = new HashSet<>();
        for (RevisionNode node : nodes) {
            known.add(node.id().value());
            known.addAll(node.labels());
        }
        return nodes.stream().map(node -> narrowed(node, known)).toList();
    }

    private static RevisionNode narrowed(RevisionNode node, Set<String> known) {
        List<RevisionId> parents = node.revises().stream()
                .filter(parent -> known.contains(parent.value()))
                .toList();
        List<String> dependencies =
                node.dependsOn().stream().filter(known::contains).toList();
        return new RevisionNode(
                node.id(), parents, dependencies, node.labels(), node.message(), node.created(), node.origin());
    }
}
