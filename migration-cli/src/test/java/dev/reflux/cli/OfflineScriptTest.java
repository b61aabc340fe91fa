package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --sql} prints, run by psql. */
@PostgresTest
class OfflineScriptTest {

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    OfflineScriptTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void writeRevisions() {
        assumeThat(Stream.of(System.getenv("PATH").split(File.pathSeparator, -1))
                        .anyMatch(entry -> Files.isExecutable(Path.of(entry, "psql"))))
                .as("there is a psql on PATH")
                .isTrue();
        place = Workplace.in(directory).with(database.url());
        revision(
                "a100",
                "",
                "CREATE FUNCTION one() RETURNS text LANGUAGE sql AS $$ SELECT E'it\\'s; :one' -- a comment\n$$;\n"
                        + "CREATE TABLE customers (id bigint)\n-- the end",
                "DROP TABLE customers; DROP FUNCTION one();");
        revision("b200", "revises: a100", "CREATE INDEX CONCURRENTLY customers_id ON customers (id);", "");
        place.write(
                "migrations/b200.sql",
                place.read("migrations/b200.sql")
                        .replace("-- message", "-- transactional: false\n-- message")
                        .replace("-- downgrade\n", "-- downgrade\nDROP INDEX CONCURRENTLY customers_id;"));
        revision("c300", "revises: b200", "INSERT INTO customers VALUES (1);", "DELETE FROM customers;");
    }

    private void revision(String id, String header, String upgrade, String downgrade) {
        place.write(
                "migrations/" + id + ".sql",
                "-- revision: " + id + "\n" + (header.isEmpty() ? "" : "-- " + header + "\n")
                        + "-- message: \"two\\nlines\"" + "\n\n-- upgrade\n" + upgrade + "\n\n-- downgrade\n"
                        + downgrade + "\n");
    }

    private Result psql(String... arguments) throws InterruptedException {
        Result script = place.run(arguments);
        assertThat(script.err()).isEmpty();
        place.write("script.sql", script.out());
        return Child.start(
                        directory,
                        Map.of("PGCLIENTENCODING", "UTF8"),
                        List.of("psql", "-X", "-q", database.url(), "-f", "script.sql"))
                .await();
    }

    @Test
    void scripts_leadUpAndDown() throws Exception {
        assertThat(psql("upgrade", "--sql", "b200").all()).isEmpty();
        assertThat(place.run("current").out()).isEqualTo("b200, two\n");
        assertThat(database.query("SELECT one()")).containsExactly(List.of("it's; :one"));

        assertThat(psql("upgrade", "--sql", "b200:head").all()).isEmpty();
        assertThat(place.run("current", "--check-heads").code()).isZero();
        assertThat(place.run("upgrade").all()).doesNotContain("changed").startsWith("Nothing to do.");

        assertThat(psql("downgrade", "--sql", "head:base").all()).isEmpty();
        assertThat(place.run("current", "--quiet").out()).isEmpty();
        assertThat(database.query("SELECT to_regclass('customers') IS NULL")).containsExactly(List.of("t"));
        assertThat(database.query("SELECT action, count(*) FROM schema_revision_log GROUP BY 1 ORDER BY 1"))
                .containsExactly(List.of("downgrade", "3"), List.of("upgrade", "3"));
    }

    @Test
    void script_thatIsRunTwice_stopsBeforeItDoesHarm() throws Exception {
        assertThat(psql("upgrade", "--sql", "a100").all()).isEmpty();

        Result again = psql("upgrade", "--sql", "a100");

        assertThat(again.err())
                .contains("This script is for another state of the database: the upgrade of a100 does not fit."
                        + " Write a new one, from where the database is.");
        assertThat(again.code()).isEqualTo(3);
    }

    @Test
    void stamp_recordsWithoutRunning() throws Exception {
        assertThat(psql("stamp", "--sql", "head").all()).isEmpty();
        assertThat(place.run("current").out()).isEqualTo("c300 (head), two\n");

        assertThat(psql("stamp", "--sql", "head:a100").all()).isEmpty();
        assertThat(place.run("current", "--quiet").out()).isEqualTo("a100, two\n");
    }

    @Test
    void ensureVersion_createsTheTables() throws Exception {
        assertThat(psql("ensure-version", "--sql").all()).isEmpty();
        assertThat(psql("ensure-version", "--sql").all()).isEmpty();

        assertThat(place.run("ensure-version").out()).isEqualTo("There is the state table public.schema_revision\n");
    }

    @Test
    void revision_thatReads_isNamed() {
        place.write("migrations/Reads.java", """
                import dev.reflux.Migration;
                import dev.reflux.Revision;
                import org.jooq.DSLContext;
                import org.jooq.Query;
                import org.reactivestreams.Publisher;
                import reactor.core.publisher.Flux;

                @Revision(id = "d400", revises = "c300")
                public final class Reads implements Migration {

                    @Override
                    public Publisher<? extends Query> upgrade(DSLContext db) {
                        return Flux.from(db.selectOne()).map(row -> db.dropTable("t" + row.value1()));
                    }

                    @Override
                    public Publisher<? extends Query> downgrade(DSLContext db) {
                        return Flux.empty();
                    }
                }
                """);

        Result result = place.run("upgrade", "--sql");

        assertThat(result.err())
                .isEqualTo("error: Revision \"d400\" reads from the database, and a script has none to read from."
                        + " Run this revision with a connection: reflux upgrade d400\n");
        assertThat(result.out()).isEmpty();
        assertThat(result.code()).isEqualTo(1);
    }
}
