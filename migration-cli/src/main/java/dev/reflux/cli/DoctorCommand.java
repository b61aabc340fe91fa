package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.doctor.Diagnosis;
import dev.reflux.r2dbc.doctor.Finding;
import dev.reflux.revision.Sentences;
import dev.reflux.source.LoadedMigrations;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Says whether a database is fit for runs. */
@Command(
        name = "doctor",
        description = {
            "Look at the database, and say what runs have to reckon with: rights, poolers, limits of time, what an"
                    + " interrupted run has left behind. Changes nothing.",
            "%nThe exit code is 0 if runs work, and 1 if there is a problem."
        },
        footer = {
            "",
            "Examples:",
            "  reflux doctor                                the configured database",
            "  reflux doctor --url postgresql://host/db     another one",
            "  reflux doctor --json                         for programs"
        })
final class DoctorCommand implements Callable<Integer> {

    @Option(names = "--json", description = "Print JSON: the server, and the findings.")
    private boolean json;

    private final Invocation invocation;

    DoctorCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        Optional<LoadedMigrations> migrations = migrations();
        try (Database database = Database.of(invocation)) {
            invocation.terminal().print(Line.of(Kind.STATUS, "Looking at the database ..."));
            Diagnosis diagnosis = Examination.of(invocation, database, migrations);
            if (json) {
                invocation.printDocument(Json.of(fields(diagnosis)) + "\n");
            } else {
                print(diagnosis);
            }
            return diagnosis.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    /** A doctor is asked when something is wrong, so broken files are no reason to say nothing. */
    private Optional<LoadedMigrations> migrations() {
        if (!invocation.project().hasRevisions()) {
            return Optional.empty();
        }
        try {
            return Optional.of(invocation.project().load());
        } catch (MigrationException e) {
            invocation.terminal().print(Line.warning("The revisions are left out. " + e.getMessage()));
            return Optional.empty();
        }
    }

    private void print(Diagnosis diagnosis) {
        for (Finding finding : diagnosis.findings()) {
            invocation.terminal().print(FindingLines.of(finding));
        }
        int problems = diagnosis.problems().size();
        invocation
                .terminal()
                .print(Line.of(
                        Kind.SUMMARY, problems == 0 ? "No problems." : Sentences.count(problems, "problem") + "."));
    }

    private static Map<String, Object> fields(Diagnosis diagnosis) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("healthy", diagnosis.problems().isEmpty());
        fields.put("server", server(diagnosis));
        fields.put(
                "findings",
                diagnosis.findings().stream().map(FindingLines::json).toList());
        return fields;
    }

    /** What the server is; the names of the fields do not change. */
    static Map<String, Object> server(Diagnosis diagnosis) {
        Map<String, Object> server = new LinkedHashMap<>();
        server.put("version", diagnosis.server().version());
        server.put("database", diagnosis.server().database());
        server.put("user", diagnosis.server().user());
        server.put("replica", diagnosis.server().inRecovery());
        server.put("tls", diagnosis.server().tls().orElse(""));
        server.put("pooling", diagnosis.pooling().word());
        return server;
    }
}
