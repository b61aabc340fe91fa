package dev.reflux.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Option;

/** What the database should look like, and what of it is compared. */
class SchemaOptions {

    @Option(
            names = "--schema",
            paramLabel = "LOCATION",
            description = "What the database should look like: a SQL file, a directory of them, jooq:CLASS-OR-PACKAGE,"
                    + " jpa:CLASS-OR-PACKAGE, class:CLASS. Repeatable. Otherwise schema in reflux.properties.")
    private List<String> schema = List.of();

    @Option(
            names = "--dev-url",
            paramLabel = "URL",
            description =
                    "An empty database to try DDL in. Otherwise REFLUX_DEV_URL, then dev-url in reflux.properties;"
                            + " without one it is tried in the database itself, in a transaction that is rolled back.")
    private Optional<String> devUrl = Optional.empty();

    @Option(
            names = "--include",
            paramLabel = "PATTERN",
            description = "Compare only what fits: billing.*, customer_*, view:*. Repeatable."
                    + " Otherwise include in reflux.properties.")
    private List<String> include = List.of();

    @Option(
            names = "--exclude",
            paramLabel = "PATTERN",
            description = "Do not compare what fits: audit.*, extension:*. Repeatable."
                    + " Otherwise exclude in reflux.properties.")
    private List<String> exclude = List.of();

    List<String> schema() {
        return List.copyOf(schema);
    }

    Optional<String> devUrl() {
        return devUrl;
    }

    List<String> include() {
        return List.copyOf(include);
    }

    List<String> exclude() {
        return List.copyOf(exclude);
    }
}
