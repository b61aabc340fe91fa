package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent.Waiting;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Waits until nobody holds the lock of the state table, by asking. Between two questions there is no transaction and no
 * snapshot, so that {@code CREATE INDEX CONCURRENTLY} elsewhere does not wait for us.
 */
final class LockWatch {

    private static final Duration SHORTEST = Duration.ofMillis(50);
    private static final Duration LONGEST = Duration.ofSeconds(1);
    private static final Duration TOLD_EVERY = Duration.ofSeconds(5);

    private final RunSettings settings;
    private final EventSink events;
    private final long startedMillis = nowMillis();
    private final AtomicReference<Duration> told = new AtomicReference<>(TOLD_EVERY.negated());

    LockWatch(RunSettings settings, EventSink events) {
        this.settings = settings;
        this.events = events;
    }

    /** Ends when the lock is free, or fails when the limit is reached. */
    Mono<Void> untilFree(Session session) {
        return session.lend(this::holder)
                .reduce((one, other) -> one)
                .flatMap(this::tell)
                .switchIfEmpty(Mono.just(true))
                .filter(free -> free)
                .repeatWhenEmpty(times -> times.concatMap(n -> Mono.delay(pause(n))))
                .then();
    }

    /** A short pause of random length, before the state is read again; fails when the limit is reached. */
    Mono<Void> breathe() {
        Duration waited = waited();
        return waited.compareTo(settings.waitLimit()) > 0
                ? Mono.error(new LockTimeoutException("the state table keeps changing", waited))
                : Mono.delay(pause(0)).then();
    }

    private Duration waited() {
        return Duration.ofMillis(nowMillis() - startedMillis);
    }

    private static Duration pause(long attempt) {
        long longest = Math.min(LONGEST.toMillis(), SHORTEST.toMillis() << Math.min(attempt, 5));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(longest / 2, longest + 1));
    }

    private Mono<Boolean> tell(String holder) {
        Duration waited = waited();
        if (waited.compareTo(settings.waitLimit()) > 0) {
            return Mono.error(new LockTimeoutException(holder, waited));
        }
        if (waited.minus(told.get()).compareTo(TOLD_EVERY) >= 0) {
            told.set(waited);
            events.emit(new Waiting("another run migrates this database: " + holder, waited));
        }
        return Mono.just(false);
    }

    /** Who holds the lock, in words; empty if nobody does. An advisory lock of one key is two halves in pg_locks. */
    private Flux<String> holder(Connection connection) {
        long key = settings.table().lockKey();
        String query = """
                SELECT l.pid, a.usename::text AS user, a.application_name,
                  extract(epoch FROM clock_timestamp() - a.xact_start)::bigint AS seconds
                FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                WHERE l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted
                  AND l.classid = %d AND l.objid = %d
                  AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())""".formatted(key >>> 32, key & 0xFFFF_FFFFL);
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> describe(row)));
    }

    private static String describe(Row row) {
        String user = Optional.ofNullable(row.get("user", String.class)).orElse("unknown user");
        String application = Optional.ofNullable(row.get("application_name", String.class))
                .filter(name -> !name.isBlank())
                .orElse("unnamed application");
        String since = Optional.ofNullable(row.get("seconds", Long.class))
                .map(seconds -> ", since " + seconds + " s")
                .orElse("");
        return "process " + row.get("pid", Integer.class) + " of " + user + " (" + application + ")" + since;
    }

    /** The scheduler's clock, the same that the delays go by. */
    private static long nowMillis() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }
}
