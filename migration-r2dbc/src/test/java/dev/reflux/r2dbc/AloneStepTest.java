package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.failure;
import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.upgrade;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revisions outside a transaction. */
@PostgresTest
class AloneStepTest {

    private final TestDatabase database;

    AloneStepTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private static History history(String alone) {
        return History.of()
                .sql("a", "CREATE TABLE t (id int, note text); INSERT INTO t VALUES (1, 'x'), (1, 'y')", "DROP TABLE t")
                .alone("b", alone, "DROP INDEX CONCURRENTLY t_note; DROP INDEX CONCURRENTLY t_id")
                .sql("c", "INSERT INTO t VALUES (3, 'z')", "DELETE FROM t WHERE id = 3");
    }

    private static final String GOOD =
            "CREATE INDEX CONCURRENTLY t_id ON t (id); CREATE INDEX CONCURRENTLY t_note ON t (note)";

    private static final String BAD = "CREATE INDEX CONCURRENTLY t_note ON t (note);"
            + "CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id); VACUUM t";

    @Test
    void statements_thatRefuseATransaction_goUpAndDown() {
        upgrade(database, history(GOOD));
        assertThat(applied(database)).containsExactly("a", "b", "c");
        assertThat(value(database, "SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass AND indisvalid"))
                .isEqualTo("2");

        run(migrator(database, history(GOOD)).downgrade("a"));
        assertThat(applied(database)).containsExactly("a");
        assertThat(value(database, "SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass"))
                .isEqualTo("0");
    }

    @Test
    void firstRevision_outsideATransaction_createsTheStateTable() {
        upgrade(database, History.of().alone("a", "VACUUM", ""));

        assertThat(applied(database)).containsExactly("a");
    }

    @Test
    void failure_isRecordedWithItsPosition() {
        MigrationFailedException failure =
                failure(migrator(database, history(BAD)).upgrade("heads"));

        assertThat(failure).hasMessageContaining("statement 2 in b.sql").hasMessageContaining("23505");
        assertThat(applied(database)).containsExactly("a");
        assertThat(value(database, "SELECT state || ' ' || step_position FROM schema_revision WHERE revision = 'b'"))
                .isEqualTo("failed 1");
    }

    @Test
    void unfinishedRevision_isRefusedWithARemedy_byARunThatDoesNotGoThroughIt() {
        failure(migrator(database, history(BAD)).upgrade("heads"));

        assertThatThrownBy(() -> run(migrator(database, history(BAD)).downgrade("base")))
                .isInstanceOf(UnfinishedException.class)
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("b (upgrade, 1 statement done, the next one failed)")
                .hasMessageContaining("reflux resolve b --not-applied");
        run(migrator(database, history(BAD)).stamp("b"));
        upgrade(database, history(BAD));

        assertThat(applied(database)).containsExactly("a", "b", "c");
    }

    @Test
    void lock_isHeldWhileAStatementRuns_withoutASnapshot() {
        upgrade(
                database,
                History.of()
                        .sql("a", "CREATE TABLE seen (holders int, snapshots int)")
                        .alone("b", """
                                INSERT INTO seen SELECT count(*), count(a.backend_xmin)
                                FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                                WHERE l.locktype = 'advisory' AND a.datname = current_database()""", ""));

        assertThat(value(database, "SELECT holders || ' ' || snapshots FROM seen"))
                .isEqualTo("1 0");
    }
}
