package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options of the sequence behind an identity column. */
final class SequenceOptions {

    private static final Map<String, String> LARGEST = Map.of(
            "smallint", "32767",
            "integer", "2147483647",
            "bigint", "9223372036854775807");

    private SequenceOptions() {}

    /** The options that are not what PostgreSQL would take by itself. */
    static List<String> unusual(Attributes column) {
        String largest = LARGEST.getOrDefault(column.text("type"), "");
        Set<String> usual =
                Set.of("START WITH 1", "INCREMENT BY 1", "MINVALUE 1", "MAXVALUE " + largest, "CACHE 1", "NO CYCLE");
        return column.list("identity_options").stream()
                .filter(option -> !usual.contains(option))
                .toList();
    }
}
