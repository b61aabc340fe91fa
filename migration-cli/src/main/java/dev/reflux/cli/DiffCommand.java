package dev.reflux.cli;

import dev.reflux.diff.Stages.IndexBuild;
import dev.reflux.r2dbc.SchemaDifference;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Prints the SQL that leads from one schema to another. */
@Command(
        name = "diff",
        description = {
            "Print the SQL that leads from one schema to another; nothing if they are the same. Runs none of it.",
            "%nA schema is one of: database, the one that is configured; heads, what all revisions build; the URL of"
                    + " another database; or a place of models, as for --schema."
        },
        footer = {
            "",
            "Examples:",
            "  reflux diff                               from the database to the models",
            "  reflux diff --reverse                     and back",
            "  reflux diff --from heads                  what the revisions lack",
            "  reflux diff --from heads --to database    what somebody changed by hand",
            "  reflux diff --from old.sql --to new.sql   between two files",
            "  reflux diff --to postgresql://host/other  from the database to another one"
        })
final class DiffCommand implements Callable<Integer> {

    @Option(names = "--from", paramLabel = "SCHEMA", description = "Where the way begins. Otherwise database.")
    private String from = SchemaEnds.DATABASE;

    @Option(names = "--to", paramLabel = "SCHEMA", description = "Where it leads. Otherwise the configured models.")
    private Optional<String> to = Optional.empty();

    @Option(names = "--reverse", description = "Print the way back.")
    private boolean reverse;

    @Option(names = "--concurrent-indexes", description = "Build indexes on existing tables with CONCURRENTLY, last.")
    private boolean concurrentIndexes;

    @Option(names = "--json", description = "Print JSON: the changes, and the statements.")
    private boolean json;

    @Mixin
    private ComparisonOptions options = new ComparisonOptions();

    private final Invocation invocation;

    DiffCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        try (SchemaEnds ends = SchemaEnds.of(invocation, options)) {
            SchemaDifference difference = ends.difference(from, to);
            print(reverse ? SchemaWay.back(difference) : SchemaWay.forward(difference));
            invocation.terminal().print(ChangeLines.ofUnmodelled(difference.unmodelled()));
        }
        return ExitCode.DONE;
    }

    private void print(SchemaWay way) {
        SqlDocument document =
                SqlDocument.of(way, concurrentIndexes ? IndexBuild.CONCURRENT : IndexBuild.IN_TRANSACTION);
        if (json) {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("changes", ChangeJson.of(way));
            fields.put("statements", document.statements());
            fields.put("notCompared", ChangeJson.unmodelled(way.difference()));
            invocation.printDocument(Json.of(fields) + "\n");
        } else {
            invocation.printDocument(document.text());
        }
    }
}
