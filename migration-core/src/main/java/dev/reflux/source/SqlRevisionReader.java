package dev.reflux.source;

import dev.reflux.revision.RevisionNode;
import dev.reflux.sql.LineComment;
import dev.reflux.sql.Script;
import dev.reflux.sql.SqlSyntaxException;
import dev.reflux.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Reads a SQL revision file: a header of comments, the line {@code -- upgrade} and statements, the line
 * {@code -- downgrade} and statements. A file without the second section cannot be undone; an empty second section undoes
 * nothing. Not thread-safe.
 */
final class SqlRevisionReader {

    private final String text;
    private final String origin;
    private final SqlHeader header;
    private final List<String> structure = new ArrayList<>();

    private SqlRevisionReader(String text, String origin) {
        this.text = text;
        this.origin = origin;
        this.header = new SqlHeader(text, origin);
    }

    /**
     * Adds the revision, or everything that is wrong with the file.
     *
     * @param text of the file; line ends of any kind, and a byte order mark, are welcome
     * @param origin names the file in messages
     */
    static void read(String text, String origin, Findings findings) {
        new SqlRevisionReader(text, origin).read(findings);
    }

    private void read(Findings findings) {
        List<LineComment> comments = LineComment.in(text);
        List<Marker> markers = Marker.in(text, comments);
        int end = top(markers);
        comments.stream().filter(comment -> comment.offset() < end).forEach(header::accept);
        header.requireRevision();
        if (header.isForeign()) {
            findings.addUnidentified(header.problems());
            return;
        }
        Optional<RevisionNode> node = header.node();
        TransactionMode mode = header.mode();
        SqlSections sections = SqlSections.read(text, markers, origin);
        List<String> problems = new ArrayList<>(header.problems());
        problems.addAll(structure);
        problems.addAll(sections.problems());
        if (node.isEmpty()) {
            findings.addUnidentified(problems);
        } else if (problems.isEmpty()) {
            findings.add(new LoadedRevision(node.get(), sections.code(), mode, Optional.of(Checksum.of(text))));
        } else {
            findings.addBroken(node.get(), problems);
        }
    }

    /** Where the header ends: at the first marker, statement or mistake. */
    private int top(List<Marker> markers) {
        int end = markers.isEmpty() ? text.length() : markers.get(0).offset();
        try {
            List<Statement> statements = Script.parse(text, 0, end).statements();
            if (!statements.isEmpty()) {
                int first = statements.get(0).offset();
                report(
                        first,
                        "there are statements, and no line \"-- upgrade\" before them. Write it above the first.");
                return first;
            }
            if (markers.isEmpty()) {
                report(end, "there is no line \"-- upgrade\". Write it below the header, and the statements below it.");
            }
            return end;
        } catch (SqlSyntaxException e) {
            e.problems().forEach(problem -> structure.add(Place.of(origin, problem)));
            return e.problems().get(0).position().offset();
        }
    }

    private void report(int offset, String sentence) {
        structure.add(Place.line(origin, text, offset, sentence));
    }
}
