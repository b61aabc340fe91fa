package dev.reflux.r2dbc.doctor;

import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.r2dbc.wire.TextRow;
import java.util.List;

/** Looks for partitions that an interrupted {@code DETACH PARTITION … CONCURRENTLY} has left half attached. */
final class PartitionProbe {

    static final String QUERY = """
            SELECT inhrelid::regclass::text AS partition, inhparent::regclass::text AS parent
            FROM pg_inherits WHERE inhdetachpending ORDER BY 1 LIMIT 100""";

    private PartitionProbe() {}

    static List<Finding> findings(List<TextRow> answers) {
        return answers.stream()
                .map(answer -> Finding.problem(
                        Topic.PARTITIONS,
                        "The partition " + answer.text("partition") + " of " + answer.text("parent")
                                + " is half detached: its detaching did not finish.",
                        "ALTER TABLE " + answer.text("parent") + " DETACH PARTITION " + answer.text("partition")
                                + " FINALIZE;"))
                .toList();
    }
}
