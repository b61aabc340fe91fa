package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Catalog;
import dev.reflux.diff.Stage;
import dev.reflux.diff.Stages.IndexBuild;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.Migrations;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Injects names and messages that nobody should choose; they come out as they went in, and nothing in them is executed. */
@PostgresTest
class HostileNamesTest {

    private static final List<String> NAMES = List.of(
            "it's",
            "a\"b",
            "a.b",
            "Upper Case",
            "\ud83d\ude80",
            "select",
            "$$;--",
            "a\\b",
            "tab\there",
            "line\nbreak",
            "%s ?",
            "\u00e4\u4e2d\u0645");

    private final TestDatabase database;

    @TempDir
    Path directory;

    HostileNamesTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    /** A type, a table with a column, a key, an index and a comment, all of that name. */
    private static String ddl(String name) {
        String name2 = quoted(name + " 2");
        return "CREATE TYPE " + quoted(name + " type") + " AS ENUM ('" + name.replace("'", "''") + "', 'x');\n"
                + "CREATE TABLE " + quoted(name) + " (" + quoted(name) + " int CONSTRAINT " + name2 + " PRIMARY KEY, "
                + name2
                + " " + quoted(name + " type") + " DEFAULT 'x');\n"
                + "CREATE INDEX " + quoted(name + " 3") + " ON " + quoted(name) + " (" + name2 + ");\n"
                + "COMMENT ON COLUMN " + quoted(name) + "." + name2 + " IS '" + name.replace("'", "''") + "';\n";
    }

    @Test
    void objects_ofAnyName_areCompared_andTheirMigrationLeadsThere() {
        Schemas schemas = Schemas.of(database.connectionFactory(), StateTable.DEFAULT);
        StringBuilder models = new StringBuilder();
        NAMES.forEach(name -> models.append(ddl(name)));
        DesiredSchema desired = DesiredSchema.of("models", models.toString());

        List<String> upgrade = statements(schemas, desired);
        History history = History.of().sql("a", String.join(";\n", upgrade));
        run(Runs.migrator(database, history).upgrade("heads"));

        assertThat(upgrade).hasSizeGreaterThan(3 * NAMES.size());
        assertThat(statements(schemas, desired)).isEmpty();
        assertThat(database.query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"))
                .containsExactly(List.of(String.valueOf(NAMES.size() + 2)));
        Catalog live = Objects.requireNonNull(schemas.live().block());
        assertThat(live.objects()).extracting(object -> object.id().name()).containsAll(NAMES);
    }

    private static List<String> statements(Schemas schemas, DesiredSchema desired) {
        return Objects.requireNonNull(SchemaComparison.builder(schemas)
                        .desired(desired)
                        .build()
                        .difference()
                        .block())
                .stages(IndexBuild.IN_TRANSACTION)
                .stream()
                .map(Stage::upgradeStatements)
                .flatMap(List::stream)
                .toList();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'); DROP TABLE schema_revision; --",
                "first\nsecond\r\nthird",
                "\u001b[31mred\u001b[0m \u0007",
                "$reflux$ END $reflux$; SELECT 1/0",
                "E'\\' || $1 || ?",
                "\ud83d\ude80 \u4e2d \u202e",
            })
    void message_isStoredAsItIs(String message) throws IOException {
        Path file = directory.resolve("a1.sql");
        Files.writeString(
                file, "-- revision: a1\n-- message: " + header(message) + "\n-- upgrade\nSELECT 1;\n-- downgrade\n");
        Migrator migrator = Migrator.builder(database.connectionFactory())
                .migrations(Migrations.inDirectory(directory))
                .build();

        run(migrator.upgrade("heads"));
        assertThat(database.query("SELECT message FROM schema_revision")).containsExactly(List.of(message));
        run(migrator.downgrade("base"));
        assertThat(database.query("SELECT DISTINCT message FROM schema_revision_log"))
                .containsExactly(List.of(message));
    }

    private static String header(String message) {
        return '"'
                + message.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\n", "\\n")
                        .replace("\r", "\\r")
                        .replace("\u001b", "\\u001b")
                        .replace("\u0007", "\\u0007")
                + '"';
    }
}
