package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands on a real database. */
@PostgresTest
class MigrationCommandsTest {

    private static final String JAVA = """
            import static org.jooq.impl.SQLDataType.BIGINT;
            import static org.jooq.impl.SQLDataType.VARCHAR;

            import dev.reflux.Migration;
            import dev.reflux.Revision;
            import org.jooq.DSLContext;
            import org.jooq.Query;
            import org.reactivestreams.Publisher;
            import reactor.core.publisher.Flux;

            @Revision(id = "a1", message = "create customers", created = "2026-11-21")
            public final class CreateCustomers implements Migration {

                @Override
                public Publisher<? extends Query> upgrade(DSLContext db) {
                    return Flux.just(db.createTable("customers").column("id", BIGINT).column("name", VARCHAR(200)));
                }

                @Override
                public Publisher<? extends Query> downgrade(DSLContext db) {
                    return Flux.just(db.dropTable("customers"));
                }
            }
            """;

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    MigrationCommandsTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void writeMigrations() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        place.write("migrations/CreateCustomers.java", JAVA);
        sql(
                "b2",
                "a1",
                "add phone",
                "ALTER TABLE customers ADD COLUMN phone text;",
                "ALTER TABLE customers DROP COLUMN phone;");
    }

    private void sql(String id, String parent, String message, String upgrade, String downgrade) {
        place.write("migrations/" + id + ".sql", """
                -- revision: %s
                -- revises: %s
                -- message: %s

                -- upgrade
                %s

                -- downgrade
                %s
                """.formatted(id, parent, message, upgrade, downgrade));
    }

    private List<String> columns() {
        return database
                .query("SELECT column_name FROM information_schema.columns WHERE table_name = 'customers' ORDER BY 1")
                .stream()
                .map(row -> row.get(0))
                .toList();
    }

    private static String withoutTimes(String text) {
        return text.replaceAll("\\(\\d+ ms\\)", "(n ms)");
    }

    @Test
    void javaAndSql_goUpAndDown() {
        Result up = place.run("upgrade");

        assertThat(withoutTimes(up.err()))
                .isEqualTo("upgrade a1  create customers  (n ms)\nupgrade b2  add phone  (n ms)\n");
        assertThat(up.out()).isEqualTo("The database is at b2 (head), add phone\n");
        assertThat(up.code()).isZero();
        assertThat(columns()).containsExactly("id", "name", "phone");
        assertThat(place.run("current").all()).isEqualTo("b2 (head), add phone\n");

        Result one = place.run("downgrade", "-1");

        assertThat(withoutTimes(one.err())).isEqualTo("downgrade b2  add phone  (n ms)\n");
        assertThat(one.out()).isEqualTo("The database is at a1, create customers\n");
        assertThat(columns()).containsExactly("id", "name");
        assertThat(place.run("history", "-i").out())
                .isEqualTo("a1 -> b2 (head), add phone\n<base> -> a1 (current), create customers\n");

        assertThat(place.run("downgrade", "base", "--yes").out())
                .isEqualTo("The database is at base: no revision is applied.\n");
        assertThat(columns()).isEmpty();
    }

    @Test
    void upgrade_withNothingToDo_saysSo() {
        place.run("upgrade", "heads");

        assertThat(place.run("upgrade", "heads").all())
                .isEqualTo("Nothing to do.\nThe database is at b2 (head), add phone\n");
        assertThat(place.run("-q", "upgrade").all()).isEmpty();
    }

    @Test
    void current_ofANewDatabase_leavesStandardOutputEmpty() {
        Result result = place.run("current");

        assertThat(result.out()).isEmpty();
        assertThat(result.err()).isEqualTo("""
                The database is at base: no revision is applied.
                2 revisions are not applied. To run what is pending: reflux upgrade
                """);
        assertThat(result.code()).isZero();
    }

    @Test
    void current_verbose_showsTheDatabaseWithoutItsPassword() {
        place.run("upgrade", "+1");

        Result result = place.run("current", "-v");

        assertThat(result.out())
                .startsWith("Current revisions of postgresql://" + database.user() + "@")
                .contains("Rev: a1\nApplied: ", " by " + database.user(), "Path: ", "    create customers\n");
        assertThat(result.err()).contains(", from REFLUX_URL in the environment\n", "1 revision is not applied.");
        assertThat(result.all()).doesNotContain(":" + database.password() + "@");
    }

    @Test
    void brokenMigration_showsStatementLineAndCaret_andLeavesNothingOfItself() {
        sql("c3", "b2", "broken", "CREATE TABLE orders (id int);\nALTER TABLE orders\n  ADD COLUM x int;", "");

        Result result = place.run("upgrade");

        assertThat(withoutTimes(result.err()))
                .startsWith("""
                upgrade a1  create customers  (n ms)
                upgrade b2  add phone  (n ms)
                error: The upgrade of c3 (broken) failed at statement 2 in\
                """)
                .contains("c3.sql, line 8:", """
                      ADD COLUM x int;
                                  ^
                """, "syntax error at or near \"int\"", "Rolled back: c3.")
                .doesNotContain("Exception");
        assertThat(result.code()).isEqualTo(1);
        assertThat(database.query("SELECT to_regclass('orders')")).containsExactly(List.of("NULL"));
        assertThat(place.run("current").out()).isEqualTo("b2, add phone\n");
    }

    @Test
    void singleTransaction_thatFails_appliesNothing() {
        sql("c3", "b2", "broken", "SELECT 1 / 0;", "");

        assertThat(place.run("upgrade", "--single-transaction").code()).isEqualTo(1);
        assertThat(place.run("current").out()).isEmpty();
    }

    @Test
    void notice_ofTheServer_isShown_andItsControlCharactersAreNot() {
        sql("c3", "b2", "speaks", "DO $$ BEGIN RAISE NOTICE E'hello\\033[2J'; END $$;", "");

        assertThat(place.run("upgrade").err()).contains("notice  c3  hello\\u001b[2J\n");
    }

    @Test
    void gap_isRefused_andRunOnRequest() {
        place.run("upgrade");
        sql("a0", "a1", "inserted", "CREATE TABLE a0 (id int);", "");
        sql("b2", "a0", "add phone", "SELECT 1;", "SELECT 1;");

        assertThat(place.run("upgrade").err()).contains("--allow-gaps");
        assertThat(place.run("upgrade", "--allow-gaps").code()).isZero();
        assertThat(database.query("SELECT count(*) FROM a0")).containsExactly(List.of("0"));
    }

    @Test
    void stamp_writesTheStateAlone() {
        Result stamped = place.run("stamp", "heads");

        assertThat(stamped.err()).isEqualTo("stamp   a1  create customers\nstamp   b2  add phone\n");
        assertThat(columns()).isEmpty();
        assertThat(place.run("stamp", "--purge", "a1", "--yes").out())
                .isEqualTo("The database is at a1, create customers\n");
    }

    @Test
    void stateTable_mayBeElsewhere() {
        place.run("upgrade", "--state-table", "ops.revisions");

        assertThat(database.query("SELECT revision FROM ops.revisions ORDER BY 1"))
                .containsExactly(List.of("a1"), List.of("b2"));
        assertThat(place.run("current").out()).isEmpty();
    }

    @Test
    void revision_thatNoFileKnows_isShownAsThat() {
        place.run("upgrade");
        database.execute("INSERT INTO schema_revision SELECT (r).* FROM (SELECT jsonb_populate_record(s,"
                + " '{\"revision\": \"zz\", \"message\": \"from elsewhere\"}') r FROM schema_revision s LIMIT 1) x");

        Result result = place.run("current");

        assertThat(result.out()).isEqualTo("b2 (head), add phone\nzz (no file knows it), from elsewhere\n");
        assertThat(result.err()).contains("warning: The database has revisions that no file knows: \"zz\".");
    }

    @Test
    void unknownTarget_isAnErrorAndNotAUsageError() {
        Result result = place.run("upgrade", "a2");

        assertThat(result.err()).isEqualTo("error: There is no revision or label \"a2\". Did you mean \"a1\"?\n");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void password_isInNoOutput() {
        String wrong = database.url().replace(database.password() + "@", "wr0ng-s3cret@");

        for (String[] arguments : List.of(
                new String[] {"current", "-v", "--url", wrong},
                new String[] {"upgrade", "--stacktrace", "--url", wrong},
                new String[] {"upgrade", "-v", "--url", wrong.replace("/" + database.database(), "/nodb")},
                new String[] {"current", "--stacktrace", "--url", wrong.replaceFirst(":\\d+/", ":1/")},
                new String[] {"current", "--stacktrace", "--url", wrong + "?sslmode=nonsense"})) {
            Result result = place.run(arguments);

            assertThat(result.all()).doesNotContain("wr0ng-s3cret");
            assertThat(result.code()).isEqualTo(1);
        }
    }

    @Test
    void server_thatIsNotThere_isNamed_withTheOriginOfTheUrl() {
        Result result = place.run("current", "--url", "postgresql://ann:s3cret@localhost:1/db");

        assertThat(result.err()).isEqualTo("""
                error: Nothing answers at localhost, port 1. Start PostgreSQL there, or correct host and port.
                The URL was postgresql://ann@localhost:1/db, from --url.
                """);
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void url_isFoundInTheEnvironmentFile() {
        Workplace other = Workplace.in(directory.resolve("project"));
        other.write(".env", "export DATABASE_URL='" + database.url() + "'\n");

        assertThat(other.run("-v", "current").err()).contains("from DATABASE_URL in \".env\"\n");
    }

    @Test
    void missingUrl_isAnErrorThatListsThePlaces() {
        Result result = Workplace.in(directory.resolve("project")).run("current");

        assertThat(result.err())
                .startsWith("error: There is no connection URL.")
                .contains("--url", "REFLUX_URL");
        assertThat(result.code()).isEqualTo(1);
    }
}
