package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.Line.Span;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.doctor.Diagnosis;
import dev.reflux.r2dbc.doctor.Finding;
import dev.reflux.r2dbc.doctor.Finding.Severity;
import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import dev.reflux.source.LoadedMigrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** Shows on one screen what there is to know of a database and its revisions. */
@Command(
        name = "status",
        description = {
            "Show where things stand: the database, its server, what is applied, what is pending, what is wrong.",
            "%nThe exit code is 0, and 1 if there is a problem. Whether the database is at the heads is not one."
        },
        footer = {
            "",
            "Examples:",
            "  reflux status            for people",
            "  reflux status --json     for programs",
            "  reflux doctor            more about the database"
        })
final class StatusCommand implements Callable<Integer> {

    private static final int SHOWN = 5;
    private static final int WIDTH = "Database".length() + 2;

    @Option(names = "--json", description = "Print JSON: the server, current and pending revisions, and problems.")
    private boolean json;

    private final Invocation invocation;

    StatusCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        try (Database database = Database.of(invocation)) {
            Diagnosis diagnosis = Examination.of(invocation, database, Optional.of(migrations));
            if (json) {
                invocation.printDocument(Json.of(fields(diagnosis, database.url())) + "\n");
            } else {
                print(diagnosis, database.url());
            }
            return diagnosis.problems().isEmpty() ? ExitCode.DONE : ExitCode.FAILED;
        }
    }

    private void print(Diagnosis diagnosis, ConnectionUrl url) {
        print("Database", List.of(new Span(Style.STRONG, url.database()), plain(" at " + place(url))));
        print("Server", List.of(plain("PostgreSQL " + diagnosis.server().version() + ", " + tls(diagnosis))));
        print("Way", List.of(plain(way(diagnosis))));
        diagnosis.status().ifPresent(this::printRevisions);
        List<Finding> problems = problems(diagnosis);
        print("Problems", List.of(plain(problems.isEmpty() ? "none" : String.valueOf(problems.size()))));
        problems.forEach(finding -> invocation.terminal().print(FindingLines.of(finding)));
    }

    private void printRevisions(MigrationStatus status) {
        RevisionLines lines = new RevisionLines(status.migrations().graph(), Set.of());
        List<RevisionId> current = List.copyOf(status.current());
        if (current.isEmpty()) {
            print("Current", List.of(plain("base: no revision is applied")));
        }
        for (int i = 0; i < current.size(); i++) {
            print(i == 0 ? "Current" : "", lines.title(current.get(i)));
        }
        List<RevisionNode> pending = status.pending();
        print("Pending", List.of(plain(pending.isEmpty() ? "none" : Sentences.count(pending.size(), "revision"))));
        pending.stream().limit(SHOWN).forEach(node -> print("", lines.title(node)));
        if (pending.size() > SHOWN) {
            print("", List.of(plain("and " + (pending.size() - SHOWN) + " more: reflux plan")));
        }
    }

    private void print(String name, List<Span> value) {
        invocation
                .terminal()
                .print(Line.of(Kind.RESULT)
                        .add(Style.FAINT, name + " ".repeat(WIDTH - name.length()))
                        .add(value));
    }

    private static Span plain(String text) {
        return new Span(Style.PLAIN, text);
    }

    private static String place(ConnectionUrl url) {
        return url.host() + ", port " + url.port() + ", as " + url.user();
    }

    private static String tls(Diagnosis diagnosis) {
        return diagnosis.server().tls().orElse("no TLS");
    }

    private static String way(Diagnosis diagnosis) {
        return switch (diagnosis.pooling()) {
            case DIRECT -> "direct";
            case SESSION -> "through a pooler in session mode";
            case TRANSACTION -> "through a pooler in transaction mode";
            case DIRECT_OR_SESSION -> "direct, or through a pooler in session mode";
            case UNKNOWN -> "not known: a second connection could not be opened";
        };
    }

    /** What is in the way of a run, and whatever there is to say about revisions. */
    private static List<Finding> problems(Diagnosis diagnosis) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.severity() == Severity.PROBLEM
                        || (finding.severity() == Severity.NOTE && finding.topic() == Topic.REVISIONS))
                .toList();
    }

    private static Map<String, Object> fields(Diagnosis diagnosis, ConnectionUrl url) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("url", url.redacted());
        fields.put("server", DoctorCommand.server(diagnosis));
        fields.put(
                "atHeads", diagnosis.status().filter(StatusCommand::isAtHeads).isPresent());
        fields.put("current", diagnosis.status().map(MigrationStatus::current).orElseGet(TreeSet::new));
        fields.put(
                "pending",
                diagnosis.status().map(MigrationStatus::pending).orElse(List.of()).stream()
                        .map(RevisionNode::id)
                        .toList());
        fields.put(
                "problems", problems(diagnosis).stream().map(FindingLines::json).toList());
        return fields;
    }

    private static boolean isAtHeads(MigrationStatus status) {
        return status.isUpToDate() && status.unknown().isEmpty();
    }
}
