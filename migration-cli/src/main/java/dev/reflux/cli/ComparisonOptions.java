package dev.reflux.cli;

import java.util.List;
import picocli.CommandLine.Option;

/** How the database is compared with the models. */
class ComparisonOptions extends SchemaOptions {

    @Option(
            names = "--rename",
            paramLabel = "OLD=NEW",
            description = "A table or a column has got another name, and keeps its rows: customers.phone=mobile for a"
                    + " column, customers=clients for a table. Repeatable.")
    private List<String> renames = List.of();

    @Option(
            names = "--allow-behind",
            description = "Compare even if revisions are not applied; what they do is then part of the difference.")
    private boolean allowBehind;

    @Option(names = "--allow-drop-all", description = "Allow a schema that has no table, and so drops all there are.")
    private boolean allowDropAll;

    List<String> renames() {
        return List.copyOf(renames);
    }

    boolean allowBehind() {
        return allowBehind;
    }

    boolean allowDropAll() {
        return allowDropAll;
    }
}
