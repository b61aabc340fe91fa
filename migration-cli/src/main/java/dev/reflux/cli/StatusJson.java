package dev.reflux.cli;

import dev.reflux.r2dbc.AppliedRevision;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.url.ConnectionUrl;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Where a database is, as JSON has it. */
final class StatusJson {

    private StatusJson() {}

    static Map<String, Object> of(MigrationStatus status, ConnectionUrl url) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("database", url.redacted());
        fields.put("atHeads", status.isUpToDate() && status.unknown().isEmpty());
        fields.put(
                "current",
                status.rows().stream()
                        .filter(row -> status.current().contains(row.id()))
                        .map(row -> applied(row, status))
                        .toList());
        fields.put("pending", RevisionJson.ids(status.pending()));
        fields.put("unknown", status.unknown());
        fields.put("unfinished", ids(status.unfinished()));
        fields.put("changed", ids(status.changed()));
        return fields;
    }

    private static Map<String, Object> applied(AppliedRevision row, MigrationStatus status) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("revision", row.id());
        fields.put("message", row.message());
        fields.put("known", status.migrations().graph().find(row.id()).isPresent());
        fields.put("appliedAt", row.appliedAt());
        fields.put("appliedBy", row.appliedBy());
        fields.put("durationMs", row.duration().map(Duration::toMillis));
        return fields;
    }

    private static List<String> ids(List<AppliedRevision> rows) {
        return rows.stream().map(row -> row.id().value()).toList();
    }
}
