package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.Verification;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.List;

/**
 * Shows what was proven of revisions, and what is wrong with them.
 *
 * @param verification what was found
 * @param graph the revisions
 */
record VerificationLines(Verification verification, RevisionGraph graph) {

    /** With what else they were compared. */
    enum Models {
        COMPARED,
        NONE
    }

    List<Line> lines(Models models) {
        List<Line> lines = new ArrayList<>();
        verification
                .sentences()
                .forEach(sentence ->
                        lines.add(Line.of(Kind.ERROR).add(Style.BAD, "error:").add(" " + sentence)));
        if (!verification.irreversible().isEmpty()) {
            lines.add(Line.warning("Only the upgrade was tried, for there is no downgrade: "
                    + Sentences.and(verification.irreversible().stream()
                            .map(graph::node)
                            .map(RevisionNode::title)
                            .toList())
                    + "."));
        }
        if (verification.isProven()) {
            lines.add(proven(models));
        }
        return lines;
    }

    private Line proven(Models models) {
        String revisions = Sentences.count(verification.revisions(), "revision");
        String end = models == Models.COMPARED
                ? ", and the end is what the models ask for."
                : ". No models were compared: nothing says where they are.";
        return Line.of(Kind.SUMMARY)
                .add(Style.DONE, "Proven:")
                .add(" " + revisions + (verification.revisions() == 1 ? " goes" : " go") + " up, down and up again"
                        + end);
    }
}
