package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.assertAppliedOnce;
import static dev.reflux.r2dbc.Runs.interrupted;
import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.upgrade;
import static dev.reflux.r2dbc.Runs.value;
import static dev.reflux.r2dbc.Runs.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.Sql;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/**
 * What a run cannot decide by itself, and how a person answers. Injected: the journal as a killed run leaves it before a
 * statement of which nothing in the catalog shows whether it ran.
 */
@PostgresTest
class ResolveTest {

    private static final String TABLE = "CREATE TABLE t (id int, note text)";
    private static final String CALL =
            "CREATE PROCEDURE fill() LANGUAGE plpgsql AS 'BEGIN INSERT INTO t VALUES (5, ''called''); COMMIT; END'";

    private final TestDatabase database;

    ResolveTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void empty() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private History calling() {
        return History.of()
                .sql("a", TABLE + "; " + CALL)
                .alone("b", "CALL fill(); INSERT INTO t VALUES (6, 'after')", "");
    }

    private String called() {
        return value(database, "SELECT string_agg(id::text, ',' ORDER BY id) FROM t WHERE id > 1");
    }

    @Test
    void call_thatEndsTransactions_runsAlone() {
        upgrade(database, calling());

        assertThat(called()).isEqualTo("5,6");
        assertAppliedOnce(database);
    }

    @Test
    void outcomeThatNobodyKnows_isAskedFor() {
        interrupted(database, calling(), 0);

        assertThatThrownBy(() -> upgrade(database, calling()))
                .isInstanceOf(UnfinishedException.class)
                .hasMessageContaining("interrupted at statement 1")
                .hasMessageContaining("CALL fill()")
                .hasMessageContaining("reflux resolve b --continue ")
                .hasMessageContaining("reflux resolve b --continue-after")
                .hasMessageContaining("reflux resolve b --applied")
                .hasMessageContaining("reflux resolve b --not-applied");
        assertThat(called()).isEqualTo("NULL");
    }

    @Test
    void resolution_decidesWhatTheNextRunDoes() {
        assertThat(resolved(Resolution.CONTINUE)).isEqualTo("5,6");
        assertThat(resolved(Resolution.CONTINUE_AFTER)).isEqualTo("6");
        assertThat(resolved(Resolution.APPLIED)).isEqualTo("NULL");
        assertThat(resolved(Resolution.NOT_APPLIED)).isEqualTo("5,6");
    }

    private String resolved(Resolution resolution) {
        empty();
        interrupted(database, calling(), 0);
        run(migrator(database, calling()).resolve("b", resolution));
        upgrade(database, calling());
        assertThat(applied(database)).containsExactly("a", "b");
        assertThat(value(database, "SELECT count(*) FROM schema_revision_log WHERE action LIKE 'resolve%'"))
                .isEqualTo("1");
        return called();
    }

    @Test
    void changedSource_isAcceptedByName() {
        History before = History.of().sql("a", "CREATE TABLE a (id int)");
        History after = History.of().sql("a", "CREATE TABLE a (id bigint)");
        upgrade(database, before);
        assertThat(warnings(upgrade(database, after))).hasSize(1);

        run(migrator(database, after).resolve("a", Resolution.ACCEPT));

        assertThat(warnings(upgrade(database, after))).isEmpty();
    }

    @Test
    void resolution_ofWhatNeedsNone_isRefused() {
        upgrade(database, History.of().sql("abc1", "SELECT 1").sql("abc2", "SELECT 1"));
        Migrator migrator =
                migrator(database, History.of().sql("abc1", "SELECT 1").sql("abc2", "SELECT 1"));

        assertThatThrownBy(() -> run(migrator.resolve("abc1", Resolution.APPLIED)))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("nothing to resolve about \"abc1\"");
        assertThatThrownBy(() -> run(migrator.resolve("abc", Resolution.APPLIED)))
                .hasMessageContaining("2 revisions that begin with \"abc\"");
        assertThatThrownBy(() -> run(migrator.resolve("x", Resolution.ACCEPT)))
                .hasMessageContaining("no revision \"x\"; it has \"abc1\" and \"abc2\"");
    }

    @Test
    void javaMigration_thatReadsBeforeItStopped_isAskedFor() {
        History history = History.of()
                .sql("a", TABLE)
                .aloneJava(
                        "b",
                        db -> Flux.concat(
                                Flux.just(Sql.of("INSERT INTO t VALUES (5, 'once')")),
                                Flux.from(db.selectOne()).map(row -> Sql.of("INSERT INTO t VALUES (6, 'then')")),
                                Flux.just(Sql.of("INSERT INTO t VALUES (7, 'then')"))));
        interrupted(database, history, 2, "INSERT INTO t VALUES (5, 'once')", "INSERT INTO t VALUES (6, 'then')");

        assertThatThrownBy(() -> upgrade(database, history))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("reads the database before the place where it stopped")
                .hasMessageContaining("reflux resolve b --applied");
        assertThat(called()).isEqualTo("5,6");
    }
}
