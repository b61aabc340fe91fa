package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first revision of a database that exists. */
@PostgresTest
class ExistingDatabaseTest {

    private static final String EXISTING = """
            CREATE EXTENSION citext;
            CREATE SCHEMA billing;
            COMMENT ON SCHEMA billing IS 'money';
            CREATE TABLE billing.invoices (id serial PRIMARY KEY, mail citext NOT NULL);
            CREATE FUNCTION total() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM billing.invoices';
            CREATE VIEW invoice_mails AS SELECT mail FROM billing.invoices;
            """;

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    ExistingDatabaseTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void makeProject() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        place.write("migrations/.gitkeep", "");
    }

    private Result initial(String... more) {
        return place.run(
                Stream.concat(Stream.of("revision", "--from-database", "-m", "initial schema"), Stream.of(more))
                        .toArray(String[]::new));
    }

    @Test
    void existingDatabase_isRebuiltElsewhereExactly() {
        database.execute(EXISTING);
        TestDatabase other = database.fresh();

        Result result = initial("--rev-id", "a1");

        assertThat(result.err())
                .contains("add      extension citext\n", "add      table billing.invoices\n")
                .endsWith(
                        "Revision a1 is a base. It describes what this database has already, so record it there without"
                                + " running it: reflux stamp head\n")
                .doesNotContain("warning:");
        assertThat(place.run("stamp", "head").code()).isZero();
        assertThat(place.run("upgrade", "--url", other.url()).code()).isZero();
        assertThat(place.run("diff", "--to", other.url()).all()).isEmpty();
        assertThat(place.run("downgrade", "base", "--yes", "--url", other.url()).code())
                .isZero();
        assertThat(other.query("SELECT count(*) FROM pg_namespace WHERE nspname = 'billing'")
                        .get(0))
                .containsExactly("0");
    }

    @Test
    void emptyDatabase_isRefused() {
        assertThat(initial().err())
                .startsWith(
                        "error: The database " + database.database() + " is empty: there is nothing to write down.");
    }

    @Test
    void projectWithRevisions_isRefused_unlessItIsABeginningOfItsOwn() {
        database.execute("CREATE TABLE a (id int)");
        place.run("revision", "-m", "first", "--rev-id", "a1", "--format", "sql");

        assertThat(initial().err())
                .startsWith("error: --from-database writes the first revision, and there are revisions already:"
                        + " a1 (first) and what it builds on.")
                .contains("--head base");
        assertThat(initial("--head", "base", "--rev-id", "b2").err()).contains("reflux stamp b2");
    }

    @Test
    void optionsOfModels_areRefused() {
        assertThat(initial("--schema", "x.sql").err())
                .startsWith("error: --schema goes with --autogenerate, and that is not there.\n");
        assertThat(initial("--autogenerate").code()).isEqualTo(2);
        assertThat(place.run("revision", "-m", "x", "--rename", "a=b").code()).isEqualTo(2);
    }
}
