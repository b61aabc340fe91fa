package dev.reflux.r2dbc.catalog;

import static dev.reflux.r2dbc.catalog.Schemas.in;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reflux.schema.SchemaScript;
import dev.reflux.source.RefusedStatementException;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a person reads whose schema PostgreSQL refuses. */
@PostgresTest
class SchemaFailureTest {

    private final TestDatabase database;

    SchemaFailureTest(TestDatabase database) {
        this.database = database;
    }

    private void build(String ddl) {
        Scratch place = Scratch.inRolledBackTransaction(database.connectionFactory(), CatalogScope.ALL);
        in(place, ddl);
    }

    private SchemaFailedException failure(String ddl) {
        List<SchemaScript> scripts = List.of(
                new SchemaScript("first.sql", "CREATE TABLE first (id int);"), new SchemaScript("schema.sql", ddl));
        Scratch place = Scratch.inRolledBackTransaction(database.connectionFactory(), CatalogScope.ALL);
        return catchThrowableOfType(SchemaFailedException.class, () -> in(place, scripts));
    }

    @Test
    void statementThatFails_isShownWithACaret() {
        assertThat(failure(
                        "CREATE TABLE a (id int);\n\nCREATE TABLE b (\n  id int,\n  c nothing\n);\nCREATE TABLE c ();"))
                .hasMessage("""
                        PostgreSQL refused statement 2 of schema.sql, line 5:

                              c nothing
                                ^

                        ERROR 42704: type "nothing" does not exist""")
                .satisfies(failure -> {
                    assertThat(failure.source()).isEqualTo("schema.sql");
                    assertThat(failure.line()).isEqualTo(5);
                    assertThat(failure.sqlState()).isEqualTo("42704");
                });
    }

    @Test
    void syntaxError_isFoundThoughNothingHasRun() {
        assertThat(failure("CREATE TABLE ü (id int);\nCREATE TABEL b (id int);"))
                .hasMessage("""
                PostgreSQL refused statement 2 of schema.sql, line 2:

                    CREATE TABEL b (id int);
                           ^

                ERROR 42601: syntax error at or near "TABEL\"""");
    }

    @Test
    void errorWithoutAPosition_isShownAtItsStatement() {
        assertThat(failure("CREATE TABLE a (id int);\n-- again\nCREATE TABLE a (id int);"))
                .hasMessage("""
                PostgreSQL refused statement 2 of schema.sql, line 3:

                    CREATE TABLE a (id int);
                    ^

                ERROR 42P07: relation "a" already exists""");
    }

    @Test
    void errorInAStatementThatTheDriverCannotTake_isShownWithACaret() {
        assertThat(failure("CREATE FUNCTION f(int) RETURNS int LANGUAGE sql\nRETURN $1 + nothing;"))
                .hasMessageContaining("""
                        line 2:

                            RETURN $1 + nothing
                                        ^
                        """.replace("nothing\n", "nothing;\n"));
    }

    @Test
    void errorAfterLeftOutConcurrently_isShownInItsPlace() {
        assertThat(failure("CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY ON a ((nothing));"))
                .hasMessageContaining("""
                            CREATE TABLE a (id int); CREATE INDEX CONCURRENTLY ON a ((nothing));
                                                                                      ^
                        """);
    }

    @Test
    void errorInALaterMessage_isShownAtItsStatement() {
        StringBuilder ddl = new StringBuilder();
        for (int i = 0; i < 3000; i++) {
            ddl.append("CREATE FUNCTION f%d() RETURNS text LANGUAGE sql AS $$ SELECT '%s' $$;\n"
                    .formatted(i, "x".repeat(200)));
        }
        assertThat(failure(ddl + "DROP FUNCTION f3000();"))
                .hasMessageContaining("statement 3001 of schema.sql, line 3001:");
    }

    @Test
    void whatCannotRun_isSaidAtOnce() {
        assertThatExceptionOfType(RefusedStatementException.class)
                .isThrownBy(() -> build("BEGIN;\nVACUUM;\nLISTEN x;\n\\i other.sql\n"))
                .satisfies(refused -> assertThat(refused.problems()).hasSize(1));
        assertThatExceptionOfType(RefusedStatementException.class)
                .isThrownBy(() -> build("BEGIN;\nVACUUM;\nLISTEN x;"))
                .withMessageContaining("schema.sql:1:1: BEGIN begins, ends or changes a transaction.")
                .withMessageContaining("schema.sql:2:1: VACUUM cannot run in a transaction")
                .withMessageContaining("schema.sql:3:1: LISTEN stays in the session.");
    }
}
