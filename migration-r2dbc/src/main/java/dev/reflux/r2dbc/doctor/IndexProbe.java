package dev.reflux.r2dbc.doctor;

import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.r2dbc.wire.TextRow;
import java.util.List;

/** Looks for what an interrupted {@code CREATE INDEX CONCURRENTLY} or {@code REINDEX CONCURRENTLY} has left behind. */
final class IndexProbe {

    static final String QUERY = """
            SELECT format('%I.%I', n.nspname, c.relname) AS name,
              format('%I.%I', tn.nspname, t.relname) AS "table",
              c.relkind::text AS kind,
              (c.relname ~ '_cc(new|old)[0-9]*$')::text AS leftover,
              EXISTS (SELECT FROM pg_stat_progress_create_index p WHERE p.index_relid = c.oid)::text AS building
            FROM pg_index i
              JOIN pg_class c ON c.oid = i.indexrelid JOIN pg_namespace n ON n.oid = c.relnamespace
              JOIN pg_class t ON t.oid = i.indrelid JOIN pg_namespace tn ON tn.oid = t.relnamespace
            WHERE NOT (i.indisvalid AND i.indisready)
            ORDER BY 1 LIMIT 100""";

    private IndexProbe() {}

    static List<Finding> findings(List<TextRow> answers) {
        return answers.isEmpty()
                ? List.of(Finding.fine(Topic.INDEXES, "All indexes are valid."))
                : answers.stream().map(IndexProbe::finding).toList();
    }

    private static Finding finding(TextRow answer) {
        String name = answer.text("name");
        String on = " on " + answer.text("table");
        if (answer.is("building")) {
            return Finding.note(
                    Topic.INDEXES,
                    "The index " + name + on + " is being built at this moment.",
                    "Wait; how far it is: SELECT * FROM pg_stat_progress_create_index;");
        }
        if (answer.text("kind").equals("I")) {
            return Finding.note(
                    Topic.INDEXES,
                    "The partitioned index " + name + on
                            + " is not valid: some partition has no index that belongs to it.",
                    "Create the missing ones, and ALTER INDEX " + name + " ATTACH PARTITION each.");
        }
        if (answer.is("leftover")) {
            return Finding.problem(
                    Topic.INDEXES,
                    "The index " + name + on
                            + " was left by a REINDEX CONCURRENTLY that did not finish. Writes keep it up"
                            + " to date, and nothing reads it.",
                    "DROP INDEX CONCURRENTLY " + name + ";");
        }
        return Finding.problem(
                Topic.INDEXES,
                "The index " + name + on + " is invalid: building it did not finish. Writes keep it up to date, and"
                        + " nothing reads it.",
                "REINDEX INDEX CONCURRENTLY " + name + "; or DROP INDEX CONCURRENTLY " + name
                        + "; if it came from a revision outside a transaction, running that again repairs it.");
    }
}
