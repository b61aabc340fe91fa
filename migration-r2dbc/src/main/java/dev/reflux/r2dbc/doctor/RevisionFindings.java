package dev.reflux.r2dbc.doctor;

import dev.reflux.r2dbc.AppliedRevision;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.revision.Sentences;
import java.util.ArrayList;
import java.util.List;

/** What the state table says, compared with the revisions. */
final class RevisionFindings {

    private RevisionFindings() {}

    static List<Finding> of(MigrationStatus status) {
        List<Finding> findings = new ArrayList<>();
        if (!status.unknown().isEmpty()) {
            findings.add(Finding.problem(
                    Topic.REVISIONS,
                    "The database has revisions that no file knows: " + Sentences.quotedAll(status.unknown()) + ".",
                    "Get the newer version of the files, or bring them back. If they are gone for good:"
                            + " reflux stamp --purge REVISION"));
        }
        status.unfinished().forEach(row -> findings.add(unfinished(row)));
        if (!status.changed().isEmpty()) {
            List<String> ids =
                    status.changed().stream().map(row -> row.id().value()).toList();
            findings.add(
                    Finding.note(
                            Topic.REVISIONS,
                            "The source has changed since it was applied: " + Sentences.quotedAll(ids) + ".",
                            "Put the change into a new revision, or take the source as it is: reflux resolve REVISION --accept"));
        }
        findings.add(Finding.fine(Topic.REVISIONS, counts(status)));
        return findings;
    }

    private static Finding unfinished(AppliedRevision row) {
        return Finding.problem(
                Topic.REVISIONS,
                "Revision \"" + row.id() + "\" began outside a transaction and did not finish.",
                "If no run is at work on it now, run the same again: it goes on, and repairs what is half done. Where it"
                        + " cannot tell what happened, it asks; the answer is reflux resolve " + row.id() + ".");
    }

    private static String counts(MigrationStatus status) {
        int applied = status.applied().size();
        int pending = status.pending().size();
        return Sentences.count(applied, "revision") + (applied == 1 ? " is" : " are") + " applied, "
                + (pending == 0 ? "none is" : pending + (pending == 1 ? " is" : " are")) + " pending.";
    }
}
