package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.column;
import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.upgrade;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.count;

import dev.reflux.Sql;
import dev.reflux.event.MigrationEvent.StepDone;
import dev.reflux.event.MigrationEvent.StepStarted;
import dev.reflux.revision.RevisionId;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** What a cancelled run leaves behind; the leak check of the test database looks for open connections. */
@PostgresTest
class CancellationTest {

    private static final History SLEEPER = History.of()
            .sql("a", "CREATE TABLE a (id int)")
            .sql("b", "CREATE TABLE b (id int); SELECT pg_sleep(600)")
            .sql("c", "CREATE TABLE c (id int)");

    private final TestDatabase database;

    CancellationTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void run_notSubscribed_doesNothing() {
        migrator(database, SLEEPER).upgrade("heads");

        assertThat(value(database, "SELECT to_regclass('a') IS NULL OR true")).isEqualTo("t");
    }

    @Test
    void run_cancelledInTheMiddleOfAStatement_cancelsItAndRollsTheStepBack() {
        StepVerifier.create(migrator(database, SLEEPER).upgrade("heads"))
                .thenConsumeWhile(event -> !(event instanceof StepStarted started
                        && started.step().id().equals(RevisionId.of("b"))))
                .expectNextMatches(StepStarted.class::isInstance)
                .thenCancel()
                .verify();

        // Running again needs the lock, so it also waits for the server to have let go.
        History awake = History.of()
                .sql("a", "CREATE TABLE a (id int)")
                .sql("b", "CREATE TABLE b (id int)")
                .sql("c", "CREATE TABLE c (id int)");
        upgrade(database, awake);
        assertThat(applied(database)).containsExactly("a", "b", "c");
        assertThat(value(
                        database,
                        "SELECT count(*) FROM pg_stat_activity WHERE query LIKE '%pg_sleep(600)%'"
                                + " AND pid <> pg_backend_pid() AND state <> 'idle'"))
                .isEqualTo("0");
    }

    /** Everything that a run does, short enough to be cancelled at each of its events. */
    private static History everything() {
        return History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .alone("b", "CREATE INDEX CONCURRENTLY t_id ON t (id); INSERT INTO t VALUES (1); VACUUM t", "")
                .java(
                        "c",
                        db -> Flux.from(db.select(count()).from("t"))
                                .map(row -> Sql.of("INSERT INTO t VALUES (" + (row.value1() + 1) + ")")))
                .sql("d", "INSERT INTO t VALUES (3)");
    }

    @Test
    void run_cancelledAtAnyEvent_leavesNothingOpenAndTheNextOneCompletes() {
        TestDatabase pattern = database.fresh();
        int events = upgrade(pattern, everything()).size();
        assertThat(events).isGreaterThanOrEqualTo(10);

        for (int at = 1; at <= events; at++) {
            TestDatabase other = database.fresh();
            run(migrator(other, everything()).upgrade("heads").take(at));

            awaitNobody(other);
            upgrade(other, everything());
            assertThat(column(other, "SELECT revision FROM schema_revision_log ORDER BY id"))
                    .as("cancelled at event " + at)
                    .containsExactly("a", "b", "c", "d");
            assertThat(value(other, "SELECT string_agg(id::text, ',' ORDER BY id) FROM t"))
                    .isEqualTo("1,2,3");
            assertThat(value(other, "SELECT count(*) FROM pg_index WHERE NOT indisvalid"))
                    .isEqualTo("0");
        }
    }

    @Test
    void statementOutsideATransaction_isCancelledAtTheServer() {
        TestDatabase other = database.fresh();
        History sleeper = History.of().alone("a", "CALL sleep()", "");
        other.execute("CREATE PROCEDURE sleep() LANGUAGE sql AS 'SELECT pg_sleep(600)'");

        run(migrator(other, sleeper).upgrade("heads").takeUntil(StepStarted.class::isInstance));

        awaitNobody(other);
    }

    /** Ends when no session is left, and with it no transaction and no lock; a session that stays fails the test. */
    private void awaitNobody(TestDatabase other) {
        String sessions = "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + other.database() + "'";
        Flux.defer(() -> Flux.just(value(database, sessions)))
                .subscribeOn(Schedulers.boundedElastic())
                .repeatWhen(times -> times.delayElements(Duration.ofMillis(20)))
                .takeUntil("0"::equals)
                .blockLast(Duration.ofMinutes(1));
    }

    @Test
    void subscriptions_ofOneFlux_areRunsOfTheirOwn() {
        TestDatabase other = database.fresh();
        Flux<?> run = migrator(other, History.of().sql("a", "CREATE TABLE a (id int)"))
                .upgrade("heads");

        StepVerifier.create(run).expectNextCount(4).verifyComplete();
        StepVerifier.create(run).expectNextCount(2).verifyComplete();
    }

    @Test
    void subscriber_thatIsSlow_getsEveryEvent() {
        TestDatabase other = database.fresh();
        History history = History.of().sql("a", "SELECT 1").sql("b", "SELECT 1").sql("c", "SELECT 1");

        StepVerifier.create(migrator(other, history).upgrade("heads"), 0)
                .thenRequest(1)
                .expectNextCount(1)
                .thenRequest(1)
                .expectNextCount(1)
                .thenRequest(1)
                .expectNextMatches(StepDone.class::isInstance)
                .thenRequest(Long.MAX_VALUE)
                .expectNextCount(5)
                .expectComplete()
                .verify(Duration.ofMinutes(1));
    }
}
