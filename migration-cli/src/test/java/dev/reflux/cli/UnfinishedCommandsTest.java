package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands on a schema that is not ready, or a revision that did not finish. */
@PostgresTest
class UnfinishedCommandsTest {

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    UnfinishedCommandsTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void writeMigrations() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
        place = Workplace.in(directory.resolve("project")).with(database.url());
        place.write("migrations/a1.sql", """
                -- revision: a1
                -- revises:
                -- message: fill
                -- created: 2026-11-21T10:30:00Z
                -- transactional: false

                -- upgrade
                CREATE TABLE t (id int);
                CALL fill();

                -- downgrade
                DROP TABLE t;
                """);
    }

    @Test
    void check_ofASchemaThatLacksSomething_exitsWith3() {
        Result result = place.run("upgrade", "--check");

        assertThat(result.err())
                .startsWith("error: The database lacks 1 revision: \"a1\", and this process may only check.");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void wait_overItsLimit_exitsWith3() {
        Result result = place.run("upgrade", "--wait", "--wait-limit", "1ms");

        assertThat(result.err()).contains("error: Gave up after waiting 0 s for others to migrate.");
        assertThat(result.code()).isEqualTo(3);
    }

    @Test
    void waitAndCheck_together_areAMistake() {
        assertThat(place.run("upgrade", "--wait", "--check").code()).isEqualTo(2);
        assertThat(place.run("resolve", "a1").code()).isEqualTo(2);
        assertThat(place.run("resolve", "a1", "--applied", "--continue").code()).isEqualTo(2);
    }

    @Test
    void statementThatFailed_isRunAgain_andTheRestIsNot() {
        assertThat(place.run("upgrade").err())
                .contains("procedure fill() does not exist")
                .contains("the next run goes on from there");
        database.execute("CREATE PROCEDURE fill() LANGUAGE sql AS 'INSERT INTO t VALUES (1)'");

        assertThat(place.run("upgrade").code()).isZero();
        assertThat(database.query("SELECT id FROM t")).hasSize(1);
        assertThat(place.run("upgrade", "--check").code()).isZero();
    }

    @Test
    void statementOfUnknownOutcome_isResolved() {
        database.execute("CREATE PROCEDURE fill() LANGUAGE plpgsql AS 'BEGIN INSERT INTO t VALUES (1); END'");
        place.run("upgrade");
        database.execute("UPDATE schema_revision SET state = 'running', step_position = 1");

        Result asked = place.run("upgrade");
        assertThat(asked.err()).contains("CALL fill()").contains("reflux resolve a1 --continue-after");
        assertThat(asked.code()).isEqualTo(1);
        Result resolved = place.run("resolve", "a", "--continue-after");
        assertThat(resolved.err()).contains("To go on with it: run the upgrade or downgrade again.");
        assertThat(resolved.code()).isZero();
        assertThat(place.run("upgrade").code()).isZero();
        assertThat(database.query("SELECT id FROM t")).hasSize(1);
    }

    @Test
    void changedFile_isAccepted() {
        database.execute("CREATE PROCEDURE fill() LANGUAGE sql AS ''");
        place.run("upgrade");
        place.write("migrations/a1.sql", place.read("migrations/a1.sql").replace("CALL fill();", "SELECT 1;"));
        assertThat(place.run("upgrade").err()).contains("has changed since it was applied");

        assertThat(place.run("resolve", "a1", "--accept").code()).isZero();

        assertThat(place.run("upgrade").err()).doesNotContain("has changed");
    }
}
