package dev.reflux.r2dbc.doctor;

import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.doctor.Finding.Severity;
import java.util.List;
import java.util.Optional;

/**
 * What a {@link Doctor} has found.
 *
 * @param server what it is
 * @param pooling what stands before it
 * @param findings in the order of {@link Finding.Topic}
 * @param status the database compared with the revisions; empty if there were none to compare, or if it could not be read
 */
public record Diagnosis(Server server, Pooling pooling, List<Finding> findings, Optional<MigrationStatus> status) {

    public Diagnosis {
        findings = List.copyOf(findings);
    }

    /** The findings that are problems. */
    public List<Finding> problems() {
        return findings.stream()
                .filter(finding -> finding.severity() == Severity.PROBLEM)
                .toList();
    }
}
