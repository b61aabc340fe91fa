package dev.reflux.source;

import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.sql.LineComment;
import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Writes a draft as a plain SQL file. */
final class SqlTemplate {

    private static final List<String> NEEDED = List.of("header", "upgrade", "downgrade");

    private SqlTemplate() {}

    static RevisionFile file(RevisionDraft draft, RevisionLayout layout) {
        String header = header(draft);
        String upgrade = "-- upgrade\n" + body(draft.upgrade());
        String downgrade = draft.downgrade()
                .map(statements -> "-- downgrade\n" + body(statements))
                .orElse("");
        String text = layout.template()
                .map(template -> template.filled(parts(draft, header, upgrade, downgrade), NEEDED))
                .orElseGet(() -> header + "\n" + upgrade + (downgrade.isEmpty() ? "" : "\n" + downgrade));
        return new RevisionFile(layout.path(draft, FileNamePattern.OF_SQL) + ".sql", text);
    }

    private static Map<String, String> parts(RevisionDraft draft, String header, String upgrade, String downgrade) {
        RevisionNode node = draft.node();
        return Map.of(
                "header", header.stripTrailing(),
                "upgrade", upgrade.stripTrailing(),
                "downgrade", downgrade.stripTrailing(),
                "id", node.id().value(),
                "message", HeaderValue.write(node.message()),
                "created", node.created());
    }

    private static String header(RevisionDraft draft) {
        RevisionNode node = draft.node();
        String parents = node.revises().stream().map(RevisionId::value).collect(Collectors.joining(", "));
        return line(SqlHeader.REVISION, node.id().value())
                + line(SqlHeader.REVISES, parents)
                + line(SqlHeader.DEPENDS_ON, String.join(", ", node.dependsOn()))
                + line(SqlHeader.LABELS, String.join(", ", node.labels()))
                + line(SqlHeader.MESSAGE, HeaderValue.write(node.message()))
                + line(SqlHeader.CREATED, HeaderValue.write(node.created()))
                + (draft.mode() == TransactionMode.TRANSACTIONAL ? "" : line(SqlHeader.TRANSACTIONAL, "false"));
    }

    private static String line(String key, String value) {
        return value.isEmpty() ? "" : "-- " + key + ": " + value + "\n";
    }

    private static String body(List<String> statements) {
        return statements.stream()
                .map(statement -> terminated(harmless(statement)))
                .collect(Collectors.joining("\n"));
    }

    /** The text with a semicolon after its last statement, where a comment at the end cannot swallow it. */
    private static String terminated(String text) {
        List<Statement> statements = Script.parse(text).statements();
        if (statements.isEmpty()) {
            return text + "\n";
        }
        Statement last = statements.get(statements.size() - 1);
        int end = last.offset() + last.text().length();
        String rest = text.substring(end).stripTrailing();
        return text.substring(0, end) + (rest.stripLeading().startsWith(";") ? "" : ";") + rest + "\n";
    }

    /** A comment that would be taken for the beginning of a section is indented: then it is not. */
    private static String harmless(String text) {
        StringBuilder result = new StringBuilder(text);
        List<Marker> markers = new ArrayList<>(Marker.in(text, LineComment.in(text)));
        Collections.reverse(markers);
        markers.forEach(marker -> result.insert(marker.offset(), ' '));
        return result.toString();
    }
}
