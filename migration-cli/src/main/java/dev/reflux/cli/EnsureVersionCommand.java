package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.ScriptOptions.Presence;
import dev.reflux.r2dbc.OfflineScript;
import dev.reflux.r2dbc.StateTable.Creation;
import dev.reflux.source.LoadedMigrations;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Creates the state table. */
@Command(
        name = "ensure-version",
        aliases = "ensure_version",
        description = {
            "Create the state table where it is missing.",
            "%nNo other command needs this: upgrade and stamp do it themselves. It is there for a role that may create"
                    + " tables, before another one that may not runs the revisions."
        })
final class EnsureVersionCommand implements Callable<Integer> {

    @Mixin
    private ScriptOptions script = new ScriptOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    @Spec
    private CommandSpec spec = CommandSpec.create();

    private final Invocation invocation;

    EnsureVersionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        script.refuseWith("--json", Presence.of(json.isSet()), spec);
        LoadedMigrations none = LoadedMigrations.of(List.of());
        if (script.sql()) {
            OfflineScript offline =
                    OfflineScript.of(none).stateTable(invocation.options().stateTable());
            offline.createStateTable().toIterable().forEach(invocation::printDocument);
            return ExitCode.DONE;
        }
        try (Database database = Database.of(invocation)) {
            report(database.explained(() -> Objects.requireNonNull(
                    database.migrator(none).build().createStateTable().block())));
        }
        return ExitCode.DONE;
    }

    private void report(Creation creation) {
        String table = invocation.options().stateTable().toString();
        if (json.isSet()) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("stateTable", table);
            fields.put("created", creation == Creation.CREATED);
            invocation.printJson(fields);
        } else {
            String text = creation == Creation.CREATED ? "Created the state table " : "There is the state table ";
            invocation.terminal().print(Line.of(Kind.SUMMARY, text).add(Style.STRONG, table));
        }
    }
}
