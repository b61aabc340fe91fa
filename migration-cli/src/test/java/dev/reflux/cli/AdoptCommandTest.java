package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.RequiresProgram;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Histories that the real tools have made. */
@PostgresTest
class AdoptCommandTest {

    private static final String NOTHING_WRITTEN = "SELECT to_regclass('public.schema_revision')";

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    AdoptCommandTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void makeProject() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        revision("a1", "", "create customers");
        revision("b2", "-- revises: a1\n", "add phone");
        revision("c3", "-- revises: a1\n", "create invoices");
        revision("d4", "-- revises: b2, c3\n", "join");
    }

    private void revision(String id, String header, String message) {
        place.write(
                "migrations/" + id + ".sql",
                "-- revision: %s\n%s-- message: %s\n\n-- upgrade\nSELECT 1 / 0;\n\n-- downgrade\n"
                        .formatted(id, header, message));
    }

    private ForeignTools tools() {
        return new ForeignTools(database, directory);
    }

    @Test
    @RequiresProgram("alembic")
    void alembic_headsMeanAllThatTheyBuildOn() throws Exception {
        tools().alembic(Map.of("a1", "None", "b2", "'a1'", "c3", "'a1'"), "heads");

        Result result = place.run("adopt", "alembic");

        assertThat(result.out()).startsWith("b2  is b2, add phone\nc3  is c3, create invoices\n");
        assertThat(result.err())
                .isEqualTo("stamp   a1  create customers\nstamp   b2  add phone\nstamp   c3  create invoices\n");
        assertThat(result.code()).isZero();
        assertThat(place.run("current").out()).isEqualTo("b2, add phone\nc3, create invoices\n");
        assertThat(database.query("SELECT version_num FROM alembic_version ORDER BY 1"))
                .isEqualTo(List.of(List.of("b2"), List.of("c3")));
        assertThat(place.run("adopt", "alembic").out()).endsWith("Nothing to do: that is recorded already.\n");
    }

    @Test
    @RequiresProgram("alembic")
    void alembic_withOtherIds_needsAMapping() throws Exception {
        tools().alembic(Map.of("aaaa", "None", "bbbb", "'aaaa'"), "head");

        Result refused = place.run("adopt", "alembic");

        assertThat(refused.out()).isEqualTo("bbbb  no revision\n");
        assertThat(refused.err())
                .isEqualTo("error: No revision stands for \"bbbb\". Nothing was recorded.\nSay which it is:"
                        + " --map bbbb=REVISION. To list the revisions: reflux history\n");
        assertThat(refused.code()).isEqualTo(1);
        assertThat(database.query(NOTHING_WRITTEN)).isEqualTo(List.of(List.of("NULL")));
        assertThat(place.run("adopt", "alembic", "--map", "bbbb=b").code()).isZero();
        assertThat(place.run("current").out()).isEqualTo("b2, add phone\n");
    }

    @Test
    void flyway_versionsBeforeAMappedOne_arePartOfIt() throws Exception {
        tools().flyway(Map.of(
                "V1__start.sql", "CREATE TABLE t (id int);",
                "V1.1__more.sql", "ALTER TABLE t ADD COLUMN a int;",
                "V2__phone.sql", "ALTER TABLE t ADD COLUMN b int;",
                "R__view.sql", "CREATE OR REPLACE VIEW v AS SELECT 1;"));

        Result result = place.run("adopt", "flyway", "--map", "V2=b2");

        assertThat(result.out())
                .startsWith("1    part of what follows\n1.1  part of what follows\n2    is b2, add phone\n");
        assertThat(result.err()).startsWith("warning: Left out, for it has no version: \"R__view.sql\".");
        assertThat(place.run("current").out()).isEqualTo("b2, add phone\n");
        assertThat(database.query("SELECT count(*) FROM flyway_schema_history")).isEqualTo(List.of(List.of("4")));
    }

    @Test
    void flyway_versionsWithTheSameMessage_haveToBeConfirmed() throws Exception {
        tools().flyway(Map.of(
                "V1__create_customers.sql", "CREATE TABLE t (id int);",
                "V2__Add_phone.sql", "ALTER TABLE t ADD COLUMN b int;"));

        Result unasked = place.run("adopt", "flyway");

        assertThat(unasked.out()).isEqualTo("""
                        1  is a1, create customers  (has the same message)
                        2  is b2, add phone  (has the same message)
                        """);
        assertThat(unasked.err())
                .startsWith(
                        "error: Some revisions were found by their message alone. Nobody can be asked here: say that you"
                                + " mean it, with --yes");
        assertThat(unasked.code()).isEqualTo(2);
        assertThat(place.answering("n").run("adopt", "flyway").err()).endsWith("Nothing was done.\n");
        assertThat(database.query(NOTHING_WRITTEN)).isEqualTo(List.of(List.of("NULL")));
        assertThat(place.answering("y").run("adopt", "flyway").code()).isZero();
        assertThat(place.run("current").out()).isEqualTo("b2, add phone\n");
    }

    @Test
    void flyway_versionAfterTheLastMappedOne_isRefused() throws Exception {
        tools().flyway(Map.of("V1__x.sql", "SELECT 1;", "V2__y.sql", "SELECT 1;"));

        assertThat(place.run("adopt", "flyway", "--map", "1=a1").err())
                .startsWith("error: No revision stands for \"2\". Nothing was recorded.");
        assertThat(place.run("adopt", "flyway", "--map", "3=a1").err())
                .isEqualTo("error: The history of flyway has no \"3\".\nIt has \"1\" and \"2\".\n");
        assertThat(place.run("adopt", "flyway", "--map", "2=x9").err())
                .contains("There is no revision or label \"x9\".");
        assertThat(place.run("adopt", "flyway", "--map", "2").err()).startsWith("error: \"2\" is no pair.");
    }

    @Test
    void flyway_failedMigration_isRefused() throws Exception {
        tools().flyway(Map.of("V1__x.sql", "SELECT 1;"));
        database.execute("UPDATE flyway_schema_history SET success = false");

        assertThat(place.run("adopt", "flyway", "--map", "1=a1").err())
                .startsWith("error: The history says that \"V1__x.sql\" has failed")
                .endsWith("Put that in order first: flyway repair\n");
    }

    @Test
    void liquibase_changeSets_areFoundByIdAuthorAndFile() throws Exception {
        tools().liquibase("""
                --liquibase formatted sql

                --changeset ann:a1
                CREATE TABLE t (id int);

                --changeset ann:1
                --comment: create invoices
                CREATE TABLE u (id int);

                --changeset bob:1
                CREATE TABLE w (id int);
                """);
        place.write("map.txt", "# by file, id and author\nchangelog.sql::1::bob = d4\n");

        Result result = place.run("adopt", "liquibase", "--mapping", "map.txt", "--yes");

        assertThat(result.out()).startsWith("""
                        a1                     is a1, create customers
                        changelog.sql::1::ann  is c3, create invoices  (has the same message)
                        changelog.sql::1::bob  is d4, join
                        """);
        assertThat(place.run("current").out()).isEqualTo("d4 (head), join\n");
    }

    @Test
    void r2dbcMigrate_filesAreVersions() throws Exception {
        tools().r2dbcMigrate(Map.of(
                "V1__create_customers.sql",
                "CREATE TABLE t (id int);",
                "V2__add_phone.sql",
                "CREATE TABLE u (id int);"));

        JsonNode json = new ObjectMapper()
                .readTree(place.run("adopt", "r2dbc-migrate", "--yes", "--json").out());

        assertThat(json.toString())
                .isEqualTo("{\"tool\":\"r2dbc-migrate\",\"table\":\"public.migrations\",\"versions\":["
                        + "{\"version\":\"1\",\"description\":\"create customers\",\"revision\":\"a1\",\"reason\":\"message\"},"
                        + "{\"version\":\"2\",\"description\":\"add phone\",\"revision\":\"b2\",\"reason\":\"message\"}],"
                        + "\"ignored\":[],\"recorded\":[\"a1\",\"b2\"]}");
        assertThat(place.run("current").out()).isEqualTo("b2, add phone\n");
    }

    @Test
    void dryRun_recordsNothing() {
        database.execute("CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('b2')");

        assertThat(place.run("adopt", "alembic", "--dry-run").all()).isEqualTo("b2  is b2, add phone\n");
        assertThat(database.query(NOTHING_WRITTEN)).isEqualTo(List.of(List.of("NULL")));
    }

    @Test
    void tableElsewhere_isFound_andAmbiguityIsAnError() {
        database.execute("CREATE SCHEMA one; CREATE SCHEMA two; CREATE TABLE one.alembic_version (version_num text);"
                + " INSERT INTO one.alembic_version VALUES ('a1')");

        assertThat(place.run("adopt", "alembic", "--dry-run").out()).isEqualTo("a1  is a1, create customers\n");
        database.execute("CREATE TABLE two.alembic_version (version_num text); CREATE TABLE other (x int)");
        assertThat(place.run("adopt", "alembic").err())
                .startsWith(
                        "error: There are 2 tables of that name: \"one.alembic_version\" and \"two.alembic_version\".");
        assertThat(place.run("adopt", "alembic", "--dry-run", "--table", "one.alembic_version")
                        .code())
                .isZero();
        assertThat(place.run("adopt", "alembic", "--table", "two.alembic_version")
                        .err())
                .contains("says that alembic has applied nothing");
        assertThat(place.run("adopt", "alembic", "--table", "other").err())
                .startsWith("error: The table \"public.other\" is not the history of alembic: ");
        assertThat(place.run("adopt", "flyway").err())
                .startsWith("error: There is no table \"flyway_schema_history\" in this database");
    }

    @Test
    void stateOfOurOwn_isNotOverwritten() {
        database.execute("CREATE TABLE alembic_version (version_num text); INSERT INTO alembic_version VALUES ('b2')");
        place.run("stamp", "a1");

        Result result = place.run("adopt", "alembic");

        assertThat(result.err()).isEqualTo("""
                        error: The database has a state of its own already: "a1". Nothing was recorded.
                        If it is wrong, replace it: reflux stamp --purge b2
                        """);
        assertThat(place.run("current").out()).isEqualTo("a1, create customers\n");
    }

    @Test
    void withoutRevisions_theWayToTheFirstIsShown() throws Exception {
        tools().flyway(Map.of("V1__x.sql", "CREATE TABLE t (id int);", "V2__y.sql", "CREATE TABLE u (id int);"));
        Workplace empty = Workplace.in(directory.resolve("empty")).with(database.url());
        empty.write("migrations/.gitkeep", "");

        assertThat(empty.run("adopt", "flyway").err()).isEqualTo("""
                error: There are no revisions yet, so the history of flyway stands for none.
                Write the first one from what is there, and say that it is the last version:
                  reflux revision --from-database -m "what flyway has built"
                  reflux adopt flyway --map 2=REVISION
                """);
        Result written = empty.run(
                "revision", "--from-database", "-m", "what flyway has built", "--rev-id", "f1", "--exclude", "flyway*");
        assertThat(written.code()).as(written.err()).isZero();
        assertThat(empty.run("adopt", "flyway", "--map", "2=f1").code()).isZero();
        assertThat(empty.run("current").out()).isEqualTo("f1 (head), what flyway has built\n");
    }

    @Test
    void tool_thatIsUnknown_isAMistake() {
        Result result = place.run("adopt", "dbmate");

        assertThat(result.err())
                .startsWith("error: \"dbmate\" is no tool whose history can be taken over."
                        + " Use alembic, flyway, liquibase, r2dbc-migrate.\n");
        assertThat(result.code()).isEqualTo(2);
    }
}
