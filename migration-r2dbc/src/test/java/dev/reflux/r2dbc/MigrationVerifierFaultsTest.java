package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.diff.ObjectFilter;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.Migrations;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class MigrationVerifierFaultsTest {

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;

    MigrationVerifierFaultsTest(TestDatabase database) {
        this.database = database.fresh();
    }

    private void revision(String id, String parent, String upgrade, String downgrade) {
        String revises = parent.isEmpty() ? "" : "-- revises: " + parent + "\n";
        String text =
                "-- revision: " + id + "\n" + revises + "\n-- upgrade\n" + upgrade + "\n\n-- downgrade\n" + downgrade;
        try {
            Files.writeString(directory.resolve(id + ".sql"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Schemas schemas() {
        return Schemas.of(database.connectionFactory(), StateTable.DEFAULT);
    }

    private Verification verify(Schemas schemas) {
        return Objects.requireNonNull(new MigrationVerifier(schemas)
                .verify(Migrations.inDirectory(directory))
                .block());
    }

    @Test
    void downgradeThatForgetsSomething_isNamed_andTheOthersAreProven() {
        revision("a1", "", "CREATE TABLE a (id int);", "DROP TABLE a;");
        revision("b2", "a1", "CREATE TABLE b (id int); CREATE INDEX i ON a (id);", "DROP TABLE b;");
        revision("c3", "b2", "CREATE TABLE c (id int);", "SELECT 1;");

        assertThat(verify(schemas()).problems())
                .extracting(problem -> problem.revision().id() + " " + problem.left())
                .containsExactly("b2 [remove index public.a.i]", "c3 [remove table public.c]");
    }

    @Test
    void schemasAndExtensionsOfTheDatabase_areNotInTheWay() {
        database.execute("CREATE SCHEMA billing; CREATE EXTENSION citext; CREATE TABLE billing.a (mail citext)");
        revision(
                "a1",
                "",
                "CREATE SCHEMA billing; CREATE EXTENSION citext; CREATE TABLE billing.a (mail citext);",
                "DROP TABLE billing.a; DROP EXTENSION citext; DROP SCHEMA billing;");

        assertThat(verify(schemas()).isProven()).isTrue();
        assertThat(verify(schemas().withDevDatabase(database.fresh().connectionFactory()))
                        .isProven())
                .isTrue();
        assertThat(schemas().ofHeads(Migrations.inDirectory(directory)).block())
                .extracting(catalog -> catalog.objects().stream().toList())
                .isEqualTo(Objects.requireNonNull(schemas().live().block()).objects().stream()
                        .toList());
    }

    @Test
    void failure_isShownAtItsStatement() {
        revision("a1", "", "CREATE TABLE a (id int);\nSELECT 1/0;\nSELECT 2;", "DROP TABLE a;");

        assertThatThrownBy(() -> verify(schemas()))
                .hasMessageContaining("The upgrade of a1 failed at statement 2")
                .hasMessageContaining("line 5:\n\n    SELECT 1/0;");
    }

    @Test
    void filter_leavesOutWhatIsNotCompared() {
        revision("a1", "", "CREATE TABLE a (id int); CREATE TABLE log_a (id int);", "DROP TABLE a, log_a;");

        Verification verification = new MigrationVerifier(schemas())
                .filter(ObjectFilter.of(List.of(), List.of("log_*")))
                .verify(Migrations.inDirectory(directory), DesiredSchema.of("models", "CREATE TABLE a (id int);"))
                .block();

        assertThat(Objects.requireNonNull(verification).models()).isEmpty();
    }
}
