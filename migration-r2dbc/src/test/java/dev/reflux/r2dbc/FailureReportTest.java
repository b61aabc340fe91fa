package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.failure;
import static dev.reflux.r2dbc.Runs.migrator;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.Sql;
import dev.reflux.source.RefusedStatementException;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/** The messages that a person gets to read. */
@PostgresTest
class FailureReportTest {

    private final TestDatabase database;

    FailureReportTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    @Test
    void statement_withAPosition_hasACaretUnderTheColumn() {
        History history = History.of()
                .sql("a", "CREATE TABLE customers (id int)")
                .sql("b", """
                        -- phones
                        ALTER TABLE customers ADD COLUMN mail text;
                        ALTER TABLE customers
                          ADD COLUMN phone varchr(32);
                        """)
                .sql("c", "SELECT 1")
                .sql("d", "SELECT 1");

        assertThat(failure(migrator(database, history).upgrade("heads"))).hasMessage("""
                        The upgrade of b (message of b) failed at statement 2 in b.sql, line 4:

                              ADD COLUMN phone varchr(32);
                                               ^

                        ERROR 42704: type "varchr" does not exist
                        Rolled back: b. Applied before it: a. Not started: c and d.""");
    }

    @Test
    void statement_withoutAPosition_hasACaretUnderItsBeginning() {
        History history = History.of().sql("a", "SELECT 1;\n  DROP TABLE nowhere");

        assertThat(failure(migrator(database, history).upgrade("heads"))).hasMessage("""
                        The upgrade of a (message of a) failed at statement 2 in a.sql, line 2:

                              DROP TABLE nowhere
                              ^

                        ERROR 42P01: table "nowhere" does not exist
                        Rolled back: a. Applied before it: none. Not started: none.""");
    }

    @Test
    void position_afterCharactersBeyondTheBasicPlane_isRight() {
        History history = History.of().sql("a", "SELECT '😀😀', nowhere");

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("    SELECT '😀😀', nowhere\n    " + " ".repeat(15) + "^");
    }

    @Test
    void position_insideAWrappedStatement_isRight() {
        History history = History.of().sql("a", "CREATE FUNCTION f(int) RETURNS int LANGUAGE sql RETURN $1 + nowhere");

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("RETURN $1 + nowhere\n    " + " ".repeat(60) + "^");
    }

    @Test
    void detailHintAndContext_areShown() {
        History history = History.of()
                .sql(
                        "a",
                        "DO $$ BEGIN RAISE EXCEPTION 'no' USING DETAIL = 'the detail', HINT = 'the hint', ERRCODE = 'AB123';"
                                + " END $$");

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("ERROR AB123: no\nDetail: the detail\nHint: the hint\nWhere: PL/pgSQL");
    }

    @Test
    void javaMigration_isNamedWithItsStatement() {
        History history =
                History.of().java("a", db -> Flux.just(Sql.of("SELECT 1; SELECT 2"), Sql.of("SELECT\n  nowhere")));

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("statement 3 in a.sql:\n\n      nowhere\n      ^");
    }

    @Test
    void refusedStatements_ofAllSteps_areListedBeforeAnythingRuns() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int); COMMIT")
                .sql("b", "CREATE INDEX CONCURRENTLY t_id ON t (id)")
                .sql("c", "SET search_path = app");

        assertThatThrownBy(() -> Runs.run(migrator(database, history).upgrade("heads")))
                .isInstanceOf(RefusedStatementException.class)
                .hasMessageContaining("a.sql")
                .hasMessageContaining("transactional: false")
                .hasMessageContaining("SET LOCAL search_path = app");
        assertThat(Runs.value(database, "SELECT to_regclass('t') IS NULL")).isEqualTo("t");
    }

    @Test
    void refusedStatement_thatJavaEmits_rollsItsStepBack() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .java("b", db -> Flux.just(Sql.of("INSERT INTO t VALUES (1)"), Sql.of("COMMIT")));

        assertThat(failure(migrator(database, history).upgrade("heads"))).hasMessageContaining("COMMIT");
        assertThat(Runs.value(database, "SELECT count(*) FROM t")).isEqualTo("0");
    }
}
