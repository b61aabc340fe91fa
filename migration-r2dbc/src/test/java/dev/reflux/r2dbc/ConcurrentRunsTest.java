package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.column;
import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Finished;
import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.revision.RevisionId;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.pool.ConnectionPoolConfiguration;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Several runs on one database at once: each revision runs once, and everybody ends well. */
@PostgresTest
class ConcurrentRunsTest {

    private static final int RUNNERS = 8;

    private final TestDatabase database;

    ConcurrentRunsTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    /** No IF NOT EXISTS anywhere: whatever ran twice would fail. */
    private static History history() {
        History history = History.of().sql("a0", "CREATE TABLE a0 (id int)", "DROP TABLE a0");
        for (int i = 1; i < 12; i++) {
            history.sql(
                    "a%02d".formatted(i),
                    "CREATE TABLE a%d (id int); SELECT pg_sleep(0.01)".formatted(i),
                    "DROP TABLE a" + i);
        }
        return history;
    }

    private static List<List<MigrationEvent>> together(Flux<MigrationEvent> run) {
        return Objects.requireNonNull(Flux.range(0, RUNNERS)
                .flatMap(i -> run.collectList(), RUNNERS)
                .collectList()
                .block());
    }

    @Test
    void runners_onAnEmptyDatabase_applyEachRevisionOnce() {
        List<List<MigrationEvent>> runs = together(migrator(database, history()).upgrade("heads"));

        assertThat(runs)
                .hasSize(RUNNERS)
                .allSatisfy(events -> assertThat(events).last().isEqualTo(new Finished(List.of(RevisionId.of("a11")))));
        assertThat(applied(database)).hasSize(12);
        assertThat(value(database, "SELECT count(*) FROM schema_revision_log")).isEqualTo("12");
    }

    @Test
    void runners_onADatabaseThatIsSerializableByDefault_applyEachRevisionOnce() {
        TestDatabase serializable = database.fresh();
        serializable.execute(
                "ALTER DATABASE " + serializable.database() + " SET default_transaction_isolation = 'serializable'");

        together(migrator(serializable, history()).upgrade("heads"));

        assertThat(value(serializable, "SELECT count(*) FROM schema_revision_log"))
                .isEqualTo("12");
    }

    @Test
    void runners_withARevisionOutsideATransaction_applyItOnce() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .alone("b", "CREATE INDEX CONCURRENTLY t_id ON t (id)", "DROP INDEX CONCURRENTLY t_id")
                .sql("c", "INSERT INTO t VALUES (1)");

        together(migrator(database, history).upgrade("heads"));

        assertThat(column(database, "SELECT revision FROM schema_revision_log ORDER BY id"))
                .containsExactly("a", "b", "c");
        assertThat(value(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 't_id'::regclass"))
                .isEqualTo("t");
    }

    @Test
    void runners_thatGoDown_undoEachRevisionOnce() {
        run(migrator(database, history()).upgrade("heads"));

        together(migrator(database, history()).downgrade("base"));

        assertThat(applied(database)).isEmpty();
        assertThat(value(database, "SELECT count(*) FROM schema_revision_log WHERE action = 'downgrade'"))
                .isEqualTo("12");
    }

    @Test
    void relativeTarget_ofRunnersAtOnce_countsFromTheBeginning() {
        run(migrator(database, history()).upgrade("+1"));
        Flux<MigrationEvent> first = migrator(database, history()).upgrade("a01+1");

        together(first);

        assertThat(applied(database)).containsExactly("a0", "a01", "a02");
    }

    @Test
    void runner_whileAnotherHoldsTheLock_waitsAndSaysForWhom() {
        List<MigrationEvent> events = Objects.requireNonNull(
                holdingTheLock(migrator(database, history()).upgrade("heads").takeUntil(Waiting.class::isInstance))
                        .block());

        assertThat(events).last().isInstanceOf(Waiting.class);
        assertThat(((Waiting) events.get(events.size() - 1)).reason())
                .contains("process ")
                .contains(database.user());
    }

    @Test
    void runner_thatMayNotWait_givesUpWithTheHolder() {
        Migrator impatient = Migrator.builder(database.connectionFactory())
                .migrations(history().migrations())
                .waitLimit(Duration.ofMillis(1))
                .build();

        assertThatThrownBy(() -> holdingTheLock(impatient.upgrade("heads")).block())
                .isInstanceOf(LockTimeoutException.class)
                .hasMessageContaining("pg_terminate_backend");
        assertThat(value(database, "SELECT to_regclass('a0') IS NULL")).isEqualTo("t");
    }

    private Mono<List<MigrationEvent>> holdingTheLock(Flux<MigrationEvent> run) {
        String lock = "BEGIN; SELECT pg_advisory_xact_lock(" + StateTable.DEFAULT.lockKey() + ")";
        return Mono.usingWhen(
                database.connectionFactory().create(),
                holder -> Reply.to(holder, lock).thenMany(run).collectList(),
                Connection::close);
    }

    @Test
    void pool_ofOne_isNoObstacle() {
        ConnectionPool pool = new ConnectionPool(ConnectionPoolConfiguration.builder(database.connectionFactory())
                .initialSize(0)
                .maxSize(1)
                .build());
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .alone("b", "CREATE INDEX CONCURRENTLY t_id ON t (id)", "DROP INDEX CONCURRENTLY t_id");

        run(Migrator.builder(pool).migrations(history.migrations()).build().upgrade("heads"));
        pool.disposeLater().block();

        assertThat(applied(database)).containsExactly("a", "b");
    }
}
