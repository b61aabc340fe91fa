package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * Somebody reads a table for long while a migration wants to change it. Injected: a transaction that has read the table and
 * stays open, and other sessions that read it all the time.
 */
@PostgresTest
class BlockedTableTest {

    private static final Duration LOCK_TIMEOUT = Duration.ofSeconds(1);

    private final TestDatabase database;
    private final ConnectionFactory connections;

    BlockedTableTest(TestDatabase database) {
        this.database = database;
        this.connections = database.connectionFactory();
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public; CREATE TABLE t (id int);"
                + "INSERT INTO t VALUES (1), (2)");
    }

    private Migrator.Builder migrator(History history) {
        return Migrator.builder(database.connectionFactory()).migrations(history.migrations());
    }

    private static History history() {
        return History.of().sql("a", "CREATE TABLE other (id int)").sql("b", "ALTER TABLE t ADD COLUMN note text");
    }

    /** A session that has read the table and keeps its transaction open for as long as the work lasts. */
    private <T> List<T> whileReading(String query, Function<Connection, Flux<T>> work) {
        return Objects.requireNonNull(Flux.usingWhen(
                        connections.create(),
                        reader -> Reply.to(reader, "SET application_name = 'report'; BEGIN")
                                .thenMany(Reply.to(reader, query))
                                .thenMany(Flux.defer(() -> work.apply(reader))),
                        Connection::close)
                .collectList()
                .block());
    }

    private static boolean isBlocked(MigrationEvent event) {
        return event instanceof Waiting waiting && waiting.cause() == Cause.LOCK;
    }

    private static boolean isRetry(MigrationEvent event) {
        return isBlocked(event) && ((Waiting) event).reason().contains("has let go");
    }

    @Test
    void step_behindALongReader_letsGoAndTriesAgain_andOtherReadersGoOn() {
        Migrator migrator = migrator(history()).lockTimeout(LOCK_TIMEOUT).build();
        Sinks.Empty<Void> over = Sinks.empty();
        Mono<List<Long>> latencies =
                latencies().takeUntilOther(over.asMono()).collectList().cache();
        latencies.subscribe();
        AtomicInteger retries = new AtomicInteger();

        List<MigrationEvent> events = whileReading(
                "SELECT count(*) FROM t",
                reader -> migrator.upgrade("heads")
                        .concatMap(event -> isRetry(event) && retries.incrementAndGet() == 3
                                ? Reply.to(reader, "COMMIT").then(Mono.just(event))
                                : Mono.just(event)));
        over.tryEmitEmpty();

        assertThat(applied(database)).containsExactly("a", "b");
        assertThat(events).filteredOn(BlockedTableTest::isBlocked).hasSizeGreaterThanOrEqualTo(4);
        assertThat(events)
                .filteredOn(BlockedTableTest::isRetry)
                .allSatisfy(event -> assertThat(((Waiting) event).reason())
                        .contains("the upgrade of b did not get its locks")
                        .contains("of " + database.user() + " (report), since ")
                        .contains("idle in transaction: SELECT count(*) FROM t"));
        // Three attempts and more held the queue up; no reader waited for two of them.
        assertThat(Objects.requireNonNull(latencies.block()))
                .hasSizeGreaterThan(3)
                .allSatisfy(millis -> assertThat(millis).isLessThan(3 * LOCK_TIMEOUT.toMillis()));
    }

    /** How long each of many readers takes, one after the other, in milliseconds. */
    private Flux<Long> latencies() {
        return Flux.usingWhen(
                        connections.create(),
                        connection -> Reply.to(connection, "SELECT count(*) FROM t")
                                .then(Mono.just(1))
                                .elapsed()
                                .map(timed -> timed.getT1())
                                .repeat(),
                        Connection::close)
                .subscribeOn(Schedulers.boundedElastic());
    }

    @Test
    void step_blockedBeyondTheLimit_failsWithWhoBlocksAndHowManyQueue() {
        Migrator migrator = migrator(history())
                .lockTimeout(Duration.ofMillis(500))
                .blockedLimit(Duration.ZERO)
                .build();

        List<Throwable> errors = whileReading(
                "SELECT count(*), 'password=geheim' FROM t",
                reader -> migrator.upgrade("heads")
                        .ignoreElements()
                        .cast(Throwable.class)
                        .onErrorResume(Mono::just)
                        .flux());

        assertThat(errors).singleElement().isInstanceOfSatisfying(MigrationFailedException.class, failure -> {
            assertThat(failure.sqlState()).contains("55P03");
            assertThat(failure)
                    .hasMessageContaining("ALTER TABLE t ADD COLUMN note text")
                    .hasMessageContaining("Tried 1 time; it was blocked by process ")
                    .hasMessageContaining("(report), since ")
                    .hasMessageContaining("(its query is not shown)")
                    .hasMessageContaining("pg_terminate_backend")
                    .hasMessageNotContaining("geheim");
        });
        assertThat(applied(database)).containsExactly("a");
        assertThat(value(database, "SELECT count(*) FROM pg_locks WHERE relation = 't'::regclass"))
                .isEqualTo("0");
    }

    @Test
    void sessionsBehindTheStep_areCounted() {
        Migrator migrator =
                migrator(history()).lockTimeout(Duration.ofSeconds(4)).build();

        List<MigrationEvent> events = whileReading(
                "SELECT count(*) FROM t",
                reader -> Flux.merge(
                                migrator.upgrade("heads")
                                        .concatMap(event -> isBlocked(event)
                                                ? Reply.to(reader, "COMMIT").then(Mono.just(event))
                                                : Mono.just(event)),
                                latencies().thenMany(Flux.<MigrationEvent>empty()))
                        .takeUntil(MigrationEvent.Finished.class::isInstance));

        assertThat(events)
                .filteredOn(BlockedTableTest::isBlocked)
                .singleElement()
                .satisfies(event -> assertThat(((Waiting) event).reason()).endsWith("1 session waits behind this run"));
    }

    @Test
    void statementOutsideATransaction_thatWaits_saysForWhom() {
        Migrator migrator = migrator(History.of().alone("a", "CREATE INDEX CONCURRENTLY t_id ON t (id)", ""))
                .lockTimeout(Duration.ofMillis(200))
                .build();

        List<MigrationEvent> events = whileReading(
                "LOCK TABLE t IN SHARE ROW EXCLUSIVE MODE",
                reader -> migrator.upgrade("heads")
                        .concatMap(event -> isBlocked(event)
                                ? Reply.to(reader, "COMMIT").then(Mono.just(event))
                                : Mono.just(event)));

        assertThat(events)
                .filteredOn(BlockedTableTest::isBlocked)
                .first()
                .satisfies(event -> assertThat(((Waiting) event).reason())
                        .contains("(report)")
                        .contains("LOCK TABLE t"));
        assertThat(applied(database)).containsExactly("a");
    }

    @Test
    void run_thatNobodyBlocks_hasNoSecondConnection() {
        List<MigrationEvent> events = run(migrator(History.of()
                        .sql(
                                "a",
                                "CREATE TABLE seen AS SELECT count(*) AS n FROM pg_stat_activity"
                                        + " WHERE datname = current_database()"))
                .build()
                .upgrade("heads"));

        assertThat(events).noneMatch(BlockedTableTest::isBlocked);
        assertThat(value(database, "SELECT n FROM seen")).isEqualTo("1");
    }
}
