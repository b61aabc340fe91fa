package dev.reflux.cli;

import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.source.RevisionDraft;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds the places of revisions that build on one another.
 *
 * @param graph the revisions that there are
 * @param first what was asked for; the first revision gets it all, the others build on it
 * @param id the id that was asked for; the others begin with it
 */
record RevisionChain(RevisionGraph graph, NewRevision.Request first, Optional<RevisionId> id) {

    /** The first revision without statements, to be filled in by hand. */
    RevisionDraft empty() {
        return RevisionDraft.empty(new NewRevision(graph).node(first));
    }

    /** A draft for each part, in order. */
    List<RevisionDraft> drafts(List<RevisionPart> parts) {
        List<RevisionDraft> drafts = new ArrayList<>();
        RevisionGraph known = graph;
        NewRevision.Request request = first;
        for (int i = 0; i < parts.size(); i++) {
            RevisionPart part = parts.get(i);
            RevisionNode node = new NewRevision(known)
                    .node(request.withMessage(part.message(first.message(), i + 1, parts.size())));
            drafts.add(
                    RevisionDraft.empty(node).withMode(part.mode()).withStatements(part.upgrade(), part.downgrade()));
            known = with(known, node);
            request = after(node, i + 2);
        }
        return drafts;
    }

    private static RevisionGraph with(RevisionGraph graph, RevisionNode node) {
        List<RevisionNode> nodes = new ArrayList<>(graph.nodes());
        nodes.add(node);
        return RevisionGraph.of(nodes);
    }

    private NewRevision.Request after(RevisionNode node, int number) {
        RevisionId next = id.map(given -> RevisionId.of(given + "_" + number)).orElseGet(NewRevision::randomId);
        return new NewRevision.Request(
                next,
                List.of(node.id().value()),
                NewRevision.Parents.HEADS,
                List.of(),
                List.of(),
                first.message(),
                first.created());
    }
}
