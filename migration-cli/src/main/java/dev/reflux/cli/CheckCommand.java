package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.AppliedRevision;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.SchemaComparison;
import dev.reflux.r2dbc.SchemaDifference;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.LoadedMigrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Says whether database and models agree. */
@Command(
        name = "check",
        description = {
            "Say whether the database is what the models ask for, and whether applied revisions are as they were.",
            "%nThe exit code is 0 if so, and 3 with a list if not."
        },
        footer = {
            "",
            "Examples:",
            "  reflux check                          what schema in reflux.properties says",
            "  reflux check --schema schema.sql      what this file says",
            "  reflux check --exclude 'audit.*'      all but what is in the schema \"audit\"",
            "  reflux check --json                   for programs"
        })
final class CheckCommand implements Callable<Integer> {

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    @Option(names = "--json", description = "Print JSON: the changes, and the applied revisions whose source changed.")
    private boolean json;

    private final Invocation invocation;

    CheckCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        ModelSettings settings = new ModelSettings(invocation.project(), options);
        DesiredSchema desired = settings.desired();
        try (SchemaWork work = SchemaWork.of(invocation, settings)) {
            SchemaComparison.Builder comparison = work.comparison(desired, settings, options);
            if (!options.allowBehind()) {
                comparison.atHeadsOf(work.migrator(migrations));
            }
            SchemaDifference difference = work.await(
                            "Comparing the database with the models",
                            comparison.build().difference())
                    .orElseThrow();
            return report(difference, work.database().status(migrations));
        }
    }

    private int report(SchemaDifference difference, MigrationStatus status) {
        List<String> changed = status.changed().stream()
                .map(AppliedRevision::id)
                .map(Object::toString)
                .toList();
        boolean same = difference.isEmpty() && changed.isEmpty();
        if (json) {
            invocation.printDocument(Json.of(fields(difference, changed)) + "\n");
        } else {
            print(difference, changed);
        }
        return same ? ExitCode.DONE : ExitCode.DIFFERENT;
    }

    private static Map<String, Object> fields(SchemaDifference difference, List<String> changed) {
        Map<String, Object> fields = new LinkedHashMap<>();
        fields.put("changes", ChangeJson.changes(difference));
        fields.put("changedSources", changed);
        fields.put("notCompared", ChangeJson.unmodelled(difference));
        return fields;
    }

    private void print(SchemaDifference difference, List<String> changed) {
        Terminal terminal = invocation.terminal();
        if (difference.isEmpty()) {
            terminal.print(Line.of(Kind.SUMMARY, "No differences."));
        }
        terminal.print(new ChangeLines(Kind.RESULT).of(difference));
        changed.forEach(id -> terminal.print(Line.warning(
                "The source of \"" + id + "\" has changed since it was applied. Put the change into a new revision.")));
        terminal.print(ChangeLines.ofUnmodelled(difference.unmodelled()));
        if (!difference.isEmpty()) {
            terminal.print(Line.of(
                    Kind.PROGRESS, "To write a revision of this: reflux revision --autogenerate -m \"what it does\""));
        }
    }
}
