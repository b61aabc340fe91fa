package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.Line.Span;
import dev.reflux.r2dbc.AppliedRevision;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Shows where a database is.
 *
 * @param status what it has, compared with the revision files
 */
record StatusLines(MigrationStatus status) {

    /** A line for each current revision. */
    List<Line> lines() {
        return current().stream()
                .map(row -> Line.of(Kind.RESULT).add(title(row)))
                .toList();
    }

    /** A block for each current revision, with the database that has it. */
    List<Line> blocks(ConnectionUrl url) {
        List<Line> lines = new ArrayList<>();
        if (!current().isEmpty()) {
            lines.add(Line.of(Kind.RESULT, "Current revisions of ")
                    .add(Style.STRONG, url.redacted())
                    .add(":"));
            lines.add(Line.of(Kind.RESULT));
        }
        current().forEach(row -> lines.addAll(block(row)));
        return lines;
    }

    private List<AppliedRevision> current() {
        return status.rows().stream()
                .filter(row -> status.current().contains(row.id()))
                .toList();
    }

    private List<Span> title(AppliedRevision row) {
        return status.migrations()
                .graph()
                .find(row.id())
                .map(node -> revisions().title(node))
                .orElseGet(() -> unknown(row).spans());
    }

    private static Line unknown(AppliedRevision row) {
        String message = VisibleText.firstLine(row.message());
        return Line.of(Kind.RESULT).add(RevisionLines.unknown(row.id())).add(message.isEmpty() ? "" : ", " + message);
    }

    private List<Line> block(AppliedRevision row) {
        List<Line> lines = new ArrayList<>(status.migrations()
                .graph()
                .find(row.id())
                .map(node -> revisions().block(node))
                .orElseGet(() -> List.of(Line.of(Kind.RESULT, "Rev: ").add(title(row)), Line.of(Kind.RESULT))));
        lines.add(1, applied(row));
        return lines;
    }

    private RevisionLines revisions() {
        return new RevisionLines(status.migrations().graph(), Set.of());
    }

    private static Line applied(AppliedRevision row) {
        String duration =
                row.duration().map(time -> ", in " + DurationText.of(time)).orElse("");
        return Line.of(
                Kind.RESULT,
                "Applied: " + row.appliedAt().truncatedTo(ChronoUnit.SECONDS) + " by " + row.appliedBy() + duration);
    }

    /** What a person should know besides. */
    List<Line> remarks() {
        List<Line> lines = new ArrayList<>();
        if (status.applied().isEmpty()) {
            lines.add(Line.of(Kind.PROGRESS, "The database is at ")
                    .add(Style.STRONG, "base")
                    .add(": no revision is applied."));
        }
        List<RevisionNode> pending = status.pending();
        if (!pending.isEmpty()) {
            lines.add(Line.of(
                    Kind.PROGRESS,
                    Sentences.count(pending.size(), "revision") + (pending.size() == 1 ? " is" : " are")
                            + " not applied. To run what is pending: reflux upgrade"));
        }
        warnings().forEach(warning -> lines.add(Line.warning(warning)));
        return lines;
    }

    private List<String> warnings() {
        List<String> warnings = new ArrayList<>();
        if (!status.unknown().isEmpty()) {
            warnings.add("The database has revisions that no file knows: " + Sentences.quotedAll(status.unknown())
                    + ". Bring the files back, or get the newer version of them.");
        }
        status.unfinished()
                .forEach(row -> warnings.add("Revision \"" + row.id()
                        + "\" began outside a transaction and did not finish. Look at what it has done; then record it:"
                        + " reflux stamp REVISION"));
        status.changed()
                .forEach(row -> warnings.add("The source of \"" + row.id()
                        + "\" has changed since it was applied. Put the change into a new revision."));
        return warnings;
    }
}
