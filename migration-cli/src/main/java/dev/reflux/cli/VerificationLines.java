package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.Verification;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Shows what was proven of revisions, and what is wrong with them.
 *
 * @param verification what was found
 * @param graph the revisions
 * @param models with what else they were compared
 */
record VerificationLines(Verification verification, RevisionGraph graph, Models models) {

    /** With what else they were compared. */
    enum Models {
        COMPARED,
        NONE
    }

    List<Line> lines() {
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
            lines.add(proven());
        }
        return lines;
    }

    private Line proven() {
        String revisions = Sentences.count(verification.revisions(), "revision");
        String end = models == Models.COMPARED
                ? ", and the end is what the models ask for."
                : ". No models were compared: nothing says where they are.";
        return Line.of(Kind.SUMMARY)
                .add(Style.DONE, "Proven:")
                .add(" " + revisions + (verification.revisions() == 1 ? " goes" : " go") + " up, down and up again"
                        + end);
    }

    /** The same as values for {@link Json}. The names of the fields do not change. */
    Map<String, Object> json() {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("proven", verification.isProven());
        fields.put("revisions", verification.revisions());
        fields.put(
                "problems",
                verification.problems().stream().map(VerificationLines::json).toList());
        fields.put(
                "irreversible",
                verification.irreversible().stream().map(RevisionId::value).toList());
        fields.put(
                "models",
                models == Models.COMPARED ? Optional.of(ChangeJson.of(verification.models())) : Optional.empty());
        return fields;
    }

    private static Map<String, Object> json(Verification.Problem problem) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revision", problem.revision().id().value());
        fields.put("problem", problem.fact().word());
        fields.put("left", ChangeJson.of(problem.left()));
        return fields;
    }
}
