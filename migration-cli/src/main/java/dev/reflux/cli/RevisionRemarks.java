package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import dev.reflux.source.RevisionDraft;
import java.util.ArrayList;
import java.util.List;

/**
 * What to say about a revision that was written.
 *
 * @param graph the revisions that there were before
 */
record RevisionRemarks(RevisionGraph graph) {

    /** One without statements. */
    Line toBeFilledIn(RevisionNode node) {
        return place(node).add(" Write its upgrade and its downgrade, then: reflux upgrade");
    }

    /** One that joins branches; it may stay empty. */
    Line toBeMerged(RevisionNode node) {
        return place(node).add(" It may stay as it is. To run it: reflux upgrade");
    }

    /** Those that have their statements. */
    List<Line> generated(List<RevisionDraft> drafts, List<RevisionPart> parts) {
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Line line = place(drafts.get(i).node());
            lines.add(
                    parts.get(i).reason().map(reason -> line.add(" " + reason)).orElse(line));
        }
        if (!drafts.isEmpty()) {
            lines.add(
                    Line.of(Kind.PROGRESS, "Read " + (drafts.size() == 1 ? "it" : "them") + ", then: reflux upgrade"));
        }
        return lines;
    }

    /** One that describes what a database has. */
    Line describesDatabase(RevisionNode node) {
        String target = graph.nodes().isEmpty() ? "head" : node.id().value();
        return place(node)
                .add(
                        " It describes what this database has already, so record it there without running it: reflux stamp "
                                + target);
    }

    /**
     * Allows the description of a whole database only as a beginning.
     *
     * @param heads on which the new revision was to build
     */
    void refuseSecondBeginning(List<String> heads) {
        if (!graph.nodes().isEmpty() && !heads.equals(List.of("base"))) {
            throw new MigrationException("--from-database writes the first revision, and there are revisions already: "
                    + Sentences.and(graph.heads().stream()
                            .map(id -> graph.node(id).title())
                            .toList())
                    + " and what " + (graph.heads().size() == 1 ? "it builds" : "they build") + " on.\n"
                    + "To write what the models ask for besides: --autogenerate."
                    + " To write a beginning of its own next to them: --head base");
        }
    }

    private Line place(RevisionNode node) {
        List<String> parents = node.revises().stream()
                .map(parent -> graph.find(parent).map(RevisionNode::title).orElseGet(parent::value))
                .toList();
        return Line.of(Kind.PROGRESS, "Revision ")
                .add(Style.REVISION, node.id().value())
                .add(parents.isEmpty() ? " is a base." : " builds on " + String.join(" and ", parents) + ".");
    }
}
