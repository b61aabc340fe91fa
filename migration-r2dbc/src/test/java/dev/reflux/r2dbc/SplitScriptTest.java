package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.MigrationException;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.R2dbcException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Injects scripts in which it is hard to see where a statement ends. PostgreSQL gets each twice: whole, so that its own parser
 * splits it, and as a revision, which we split. What they leave is the same.
 */
@PostgresTest
class SplitScriptTest {

    private static final int SCRIPTS = 20;

    private final TestDatabase database;

    SplitScriptTest(TestDatabase database) {
        this.database = database;
    }

    static LongStream seeds() {
        return LongStream.of(1, 2, new SecureRandom().nextLong());
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void script_splitByUsOrByTheServer_doesTheSame(long seed) {
        RandomStatements random = new RandomStatements(new Random(seed));
        int executed = 0;
        for (int i = 0; i < SCRIPTS; i++) {
            String script = random.script();

            Optional<List<List<String>>> whole = left(() -> database.execute(unsplit(script)));
            Optional<List<List<String>>> split = left(() ->
                    run(Runs.migrator(database, History.of().sql("a", script)).upgrade("heads")));

            executed += whole.isPresent() ? 1 : 0;
            assertThat(split).as("seed %d:%n%s", seed, script).isEqualTo(whole);
        }
        assertThat(executed).as("scripts that PostgreSQL executed").isGreaterThan(SCRIPTS / 2);
    }

    /** What the work leaves in an empty schema; nothing if it fails. */
    private Optional<List<List<String>>> left(Runnable work) {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public;"
                + " CREATE TABLE out (n int GENERATED ALWAYS AS IDENTITY, v text)");
        try {
            work.run();
        } catch (R2dbcException | MigrationException failed) {
            return Optional.empty();
        }
        return Optional.of(database.query("SELECT v FROM out ORDER BY n"));
    }

    /** As a string, which the driver does not look into: inside a block, PostgreSQL executes a string of many statements. */
    private static String unsplit(String script) {
        return "DO $unsplit$ BEGIN EXECUTE $whole$" + script + "$whole$; END $unsplit$";
    }
}
