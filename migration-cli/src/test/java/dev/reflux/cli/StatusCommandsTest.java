package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that look and do nothing: status, plan, doctor. */
@PostgresTest
class StatusCommandsTest {

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    StatusCommandsTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void makeProject() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        revision(
                "a1",
                "",
                "create customers",
                "CREATE TABLE customers (id int);",
                "\n-- downgrade\nDROP TABLE customers;");
        revision("b2", "-- revises: a1\n", "add phone", "ALTER TABLE customers ADD COLUMN phone text -- later\n;", "");
        revision(
                "c3",
                "-- revises: b2\n-- transactional: false\n",
                "index phone",
                "CREATE INDEX CONCURRENTLY customers_phone ON customers (phone);",
                "");
    }

    private void revision(String id, String header, String message, String upgrade, String downgrade) {
        place.write(
                "migrations/" + id + ".sql",
                "-- revision: %s\n%s-- message: %s\n\n-- upgrade\n%s\n%s"
                        .formatted(id, header, message, upgrade, downgrade));
    }

    private void insertUnknown() {
        database.execute("INSERT INTO schema_revision VALUES ('zz', 'lost', NULL, now(), 1, 'ann', 'applied', 0, 'x')");
    }

    private static JsonNode json(Result result) throws Exception {
        return new ObjectMapper().readTree(result.out());
    }

    @Test
    void status_showsAllOnOneScreen() {
        place.run("upgrade", "a1");

        Result result = place.run("status");

        assertThat(result.out().lines())
                .satisfiesExactly(
                        line -> assertThat(line)
                                .isEqualTo("Database  %s at %s, port %d, as %s"
                                        .formatted(
                                                database.database(),
                                                database.host(),
                                                database.port(),
                                                database.user())),
                        line -> assertThat(line).startsWith("Server    PostgreSQL " + database.majorVersion() + "."),
                        line -> assertThat(line).isEqualTo("Way       direct"),
                        line -> assertThat(line).isEqualTo("Current   a1, create customers"),
                        line -> assertThat(line).isEqualTo("Pending   2 revisions"),
                        line -> assertThat(line).isEqualTo("          b2, add phone"),
                        line -> assertThat(line).isEqualTo("          c3 (head), index phone"),
                        line -> assertThat(line).isEqualTo("Problems  none"));
        assertThat(result.err()).isEmpty();
        assertThat(result.code()).isZero();
    }

    @Test
    void status_ofANewDatabase_isBase() {
        assertThat(place.run("status").out())
                .contains("Current   base: no revision is applied\nPending   3 revisions\n");
    }

    @Test
    void status_withAProblem_says_whatToDo_andExitsWith1() {
        place.run("upgrade", "a1");
        insertUnknown();

        Result result = place.run("status");

        assertThat(result.out())
                .contains("          zz (no file knows it)\n")
                .contains(
                        "Problems  1\nproblem  The database has revisions that no file knows: \"zz\".\n         -> Get");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void status_asJson_keepsItsShape() throws Exception {
        place.run("upgrade", "b2");

        JsonNode status = json(place.run("status", "--json"));

        assertThat(status.get("url").textValue())
                .startsWith("postgresql://")
                .doesNotContain(":" + database.password() + "@");
        assertThat(status.get("server").get("pooling").textValue()).isEqualTo("direct");
        assertThat(status.get("atHeads").booleanValue()).isFalse();
        assertThat(status.get("current").toString()).isEqualTo("[\"b2\"]");
        assertThat(status.get("pending").toString()).isEqualTo("[\"c3\"]");
        assertThat(status.get("problems")).isEmpty();
    }

    @Test
    void plan_showsTheSteps_andRunsNothing() {
        Result result = place.run("plan");

        assertThat(result.out()).isEqualTo("""
                upgrade a1  create customers
                upgrade b2  add phone
                upgrade c3  index phone  (outside a transaction)
                """);
        assertThat(result.err()).isEqualTo("3 steps, and nothing was run. To run them: reflux upgrade heads\n");
        assertThat(database.query("SELECT to_regclass('public.schema_revision'), to_regclass('customers')"))
                .isEqualTo(List.of(List.of("NULL", "NULL")));
        assertThat(place.run("plan", "upgrade", "+1").out()).isEqualTo("upgrade a1  create customers\n");
    }

    @Test
    void plan_downwards_namesWhatIsIrreversible() {
        place.run("upgrade", "b2");

        Result result = place.run("plan", "--down", "base");

        assertThat(result.out()).isEqualTo("""
                downgrade b2  add phone  (irreversible)
                downgrade a1  create customers
                """);
        assertThat(result.err())
                .startsWith("warning: A run would be refused, for there is no downgrade: b2 (add phone).\n");
        assertThat(place.run("plan", "downgrade", "-1").out()).isEqualTo("downgrade b2  add phone  (irreversible)\n");
        assertThat(place.run("plan", "b2").all()).isEqualTo("Nothing to do: the database is there.\n");
    }

    @Test
    void plan_withSql_isAScript() {
        Result result = place.run("plan", "--sql");

        assertThat(result.out().replace(directory + "/project/", "")).isEqualTo("""
                -- upgrade a1 (create customers), migrations/a1.sql
                CREATE TABLE customers (id int);

                -- upgrade b2 (add phone), migrations/b2.sql
                ALTER TABLE customers ADD COLUMN phone text;

                -- upgrade c3 (index phone), migrations/c3.sql, outside a transaction
                CREATE INDEX CONCURRENTLY customers_phone ON customers (phone);
                """);
    }

    @Test
    void plan_withSqlOfJava_asksForItsQueries_andSaysWhereItReads() {
        place.write("migrations/Rd4.java", java("d4", "c3", "Flux.just(db.createTable(\"t\").column(\"id\", BIGINT))"));
        place.write(
                "migrations/Re5.java", java("e5", "d4", "Flux.from(db.selectOne()).map(row -> db.dropTable(\"t\"))"));

        assertThat(place.run("plan", "--sql").out())
                .contains(" (number d4), ", "Rd4.java\ncreate table \"t\" (\"id\" bigint);\n")
                .endsWith("Re5.java\n-- It reads from the database: what it runs is known when it runs.\n");
    }

    private static String java(String id, String parent, String queries) {
        return """
                import static org.jooq.impl.SQLDataType.BIGINT;

                import dev.reflux.Migration;
                import dev.reflux.Revision;
                import org.jooq.DSLContext;
                import org.jooq.Query;
                import org.reactivestreams.Publisher;
                import reactor.core.publisher.Flux;

                @Revision(id = "%1$s", revises = "%2$s", message = "number %1$s")
                public final class R%1$s implements Migration {

                    @Override
                    public Publisher<? extends Query> upgrade(DSLContext db) {
                        return %3$s;
                    }

                    @Override
                    public Publisher<? extends Query> downgrade(DSLContext db) {
                        return Flux.empty();
                    }
                }
                """.formatted(id, parent, queries);
    }

    @Test
    void plan_asJson_keepsItsShape() throws Exception {
        JsonNode plan = json(place.run("plan", "--json", "a1"));

        assertThat(plan.get("direction").textValue()).isEqualTo("upgrade");
        assertThat(plan.get("steps").get(0).toString())
                .startsWith("{\"revision\":\"a1\",\"message\":\"create customers\",\"path\":\"")
                .endsWith("\"transactional\":true,\"possible\":true,\"known\":true,"
                        + "\"statements\":[\"CREATE TABLE customers (id int)\"]}");
    }

    @Test
    void plan_thatIsRefused_saysWhy() {
        Result result = place.run("plan", "a2");

        assertThat(result.err()).isEqualTo("error: There is no revision or label \"a2\". Did you mean \"a1\"?\n");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void doctor_listsWhatItFound() {
        place.run("upgrade", "a1");

        Result result = place.run("doctor");

        assertThat(result.out())
                .startsWith("ok       PostgreSQL " + database.majorVersion() + ".")
                .contains("ok       The connection leads straight to the server.\n")
                .contains("ok       1 revision is applied, 2 are pending.\n")
                .endsWith("No problems.\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void doctor_withAProblem_exitsWith1() throws Exception {
        place.run("upgrade", "a1");
        insertUnknown();

        Result result = place.run("doctor");

        assertThat(result.out())
                .contains("problem  The database has revisions that no file knows: \"zz\".\n         -> Get the newer")
                .endsWith("1 problem.\n");
        assertThat(result.code()).isEqualTo(1);
        JsonNode json = json(place.run("doctor", "--json"));
        assertThat(json.get("healthy").booleanValue()).isFalse();
        assertThat(json.get("server").get("database").textValue()).isEqualTo(database.database());
        assertThat(json.get("findings"))
                .anySatisfy(finding -> assertThat(finding.toString())
                        .startsWith("{\"topic\":\"revisions\",\"severity\":\"problem\",\"sentence\":\"The database"));
    }

    @Test
    void doctor_needsNoProject_andBearsABrokenOne() {
        Workplace elsewhere =
                Workplace.in(directory.resolveSibling("elsewhere")).with(database.url());

        assertThat(elsewhere.run("doctor").code()).isZero();
        place.write("migrations/b2.sql", "-- revision: b2\n-- revises: nothing\n\n-- upgrade\n");
        assertThat(place.run("doctor").err()).startsWith("warning: The revisions are left out. ");
    }

    @Test
    void databaseThatIsAway_isExplained() {
        Result result = place.run("doctor", "--url", "postgresql://ann:s3cret@localhost:1/db");

        assertThat(result.err()).isEqualTo("""
                error: Nothing answers at localhost, port 1. Start PostgreSQL there, or correct host and port.
                The URL was postgresql://ann@localhost:1/db, from --url.
                """);
        assertThat(result.code()).isEqualTo(1);
    }
}
