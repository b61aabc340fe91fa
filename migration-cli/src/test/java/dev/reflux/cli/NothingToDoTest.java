package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import dev.reflux.test.Traffic;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Injects nothing: the command itself adds no connection and no question to those that the library needs. */
@PostgresTest
class NothingToDoTest {

    private final TestDatabase database;

    @TempDir
    Path directory;

    NothingToDoTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "upgrade heads", "upgrade a", "downgrade a", "stamp a", "current", "current -v"})
    void command_onADatabaseAtItsHead_asksOneQuestion(String command) {
        Workplace workplace = Workplace.in(directory);
        workplace.write("migrations/a.sql", "-- revision: a\n-- upgrade\nCREATE TABLE t (id int);\n");
        assertThat(workplace.run("upgrade", "--url", database.url()).code()).isZero();

        assertOneQuestion(workplace, command);
    }

    @ParameterizedTest
    @ValueSource(strings = {"upgrade", "current"})
    void command_onAnEmptyDatabaseWithoutRevisions_asksOneQuestion(String command) {
        Workplace workplace = Workplace.in(directory);
        workplace.write("migrations/.keep", "");

        assertOneQuestion(workplace, command);
        assertThat(database.query("SELECT to_regclass('schema_revision') IS NULL")
                        .get(0))
                .containsExactly("t");
    }

    private void assertOneQuestion(Workplace workplace, String command) {
        try (CountingProxy proxy = CountingProxy.to(database)) {
            Result result = workplace.with(proxy.url()).run(command.split(" "));

            Traffic traffic = proxy.traffic();
            assertThat(result.code()).as(result.all()).isZero();
            assertThat(traffic.connections()).isEqualTo(1);
            assertThat(traffic.queries()).hasSize(2).first().isEqualTo("SHOW TRANSACTION ISOLATION LEVEL");
            assertThat(traffic.queries().get(1)).startsWith("SELECT revision, ");
            assertThat(traffic.roundTrips()).isEqualTo(2);
        }
    }
}
