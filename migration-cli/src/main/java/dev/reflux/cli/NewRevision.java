package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.revision.Resolver;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import dev.reflux.revision.Target;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * Finds the place of a new revision in a graph.
 *
 * @param graph the revisions that there are
 */
record NewRevision(RevisionGraph graph) {

    private static final int RANDOM_BYTES = 6;

    /** What a new revision may build on. */
    enum Parents {
        /** Heads. */
        HEADS,
        /** Every revision; one that is no head becomes a branch point. */
        ANY
    }

    /**
     * What somebody asked for.
     *
     * @param heads targets to build on; empty for the only head
     * @param dependencies ids, labels, or the beginnings of them
     * @param created ISO 8601
     */
    record Request(
            RevisionId id,
            List<String> heads,
            Parents parents,
            List<String> dependencies,
            List<String> labels,
            String message,
            String created) {

        /** The same with another message. */
        Request withMessage(String other) {
            return new Request(id, heads, parents, dependencies, labels, other, created);
        }
    }

    /** An id that nobody else has. */
    static RevisionId randomId() {
        byte[] bytes = new byte[RANDOM_BYTES];
        new SecureRandom().nextBytes(bytes);
        return RevisionId.of(HexFormat.of().formatHex(bytes));
    }

    /**
     * The node that fits the request.
     *
     * @throws MigrationException if a name is taken or not known, or if it is not clear what to build on
     */
    RevisionNode node(Request request) {
        RevisionNode node = new RevisionNode(
                request.id(),
                List.copyOf(parents(request)),
                request.dependencies().stream().map(this::dependency).toList(),
                request.labels(),
                request.message(),
                request.created(),
                "the new revision");
        List<RevisionNode> all = new ArrayList<>(graph.nodes());
        all.add(node);
        RevisionGraph.of(all);
        return node;
    }

    private Set<RevisionId> parents(Request request) {
        if (request.heads().isEmpty()) {
            return onlyHead();
        }
        Set<RevisionId> parents = new LinkedHashSet<>();
        Resolver resolver = new Resolver(graph, List.of());
        request.heads().forEach(head -> parents.addAll(resolver.revisions(Target.parse(head))));
        if (request.parents() == Parents.HEADS) {
            refuseInner(parents);
        }
        return parents;
    }

    private Set<RevisionId> onlyHead() {
        if (graph.heads().size() > 1) {
            throw new MigrationException("It is not clear what the new revision builds on: there are "
                    + graph.heads().size() + " heads, " + titles(graph.heads()) + ".\nName one of them: --head "
                    + graph.heads().first() + "; or join them: reflux merge");
        }
        return graph.heads();
    }

    private void refuseInner(Set<RevisionId> parents) {
        List<RevisionId> inner =
                parents.stream().filter(id -> !graph.heads().contains(id)).toList();
        if (!inner.isEmpty()) {
            throw new MigrationException(
                    "Cannot build on " + titles(inner) + ": other revisions do already. The heads are "
                            + titles(graph.heads()) + ".\nName a head; or make a new branch there: --splice");
        }
    }

    private String dependency(String name) {
        return graph.labels().containsKey(name)
                ? name
                : new Resolver(graph, List.of()).revision(name).id().value();
    }

    private String titles(Collection<RevisionId> ids) {
        return Sentences.and(ids.stream().map(id -> graph.node(id).title()).toList());
    }
}
