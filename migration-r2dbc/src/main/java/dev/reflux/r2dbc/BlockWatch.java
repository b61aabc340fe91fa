package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import dev.reflux.r2dbc.wire.OwnConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out who keeps a statement from its lock, while it waits: afterwards nobody knows. A second connection is opened when
 * an operation takes longer than half of the lock timeout, and asks twice in that time until the operation has ended. So no
 * wait that ends by the timeout goes unseen, and work that is quick never pays for it.
 *
 * <p>Our own backend is found by the lock of the state table, which it holds; a pooler may have given us any. A statement
 * outside a transaction is found by its text. What goes wrong here is not told: it must not harm the run.
 */
final class BlockWatch implements Session.Attendance {

    private static final Duration WITHOUT_LIMIT = Duration.ofSeconds(4);
    private static final Duration SHORTEST = Duration.ofMillis(20);

    private final ConnectionFactory factory;
    private final RunSettings settings;
    private final Tidings tidings;
    private volatile Optional<String> alone = Optional.empty();
    private volatile Optional<Blockers> last = Optional.empty();

    BlockWatch(ConnectionFactory factory, RunSettings settings, EventSink events) {
        this.factory = factory;
        this.settings = settings;
        this.tidings = new Tidings(events);
    }

    @Override
    public <T> Flux<T> during(Flux<T> operation) {
        Flux<T> watch = Mono.delay(period())
                .thenMany(OwnConnection.use(factory, this::ask))
                .onErrorComplete()
                .thenMany(Flux.never());
        return Flux.firstWithSignal(operation, watch);
    }

    /** From now on this statement is sent alone. */
    void sendsAlone(String sql) {
        alone = Optional.of(sql);
    }

    /** Who was seen since the last call. */
    Optional<Blockers> seen() {
        Optional<Blockers> seen = last;
        last = Optional.empty();
        return seen;
    }

    private Duration period() {
        Duration half = settings.patience().lockTimeout().dividedBy(2);
        return half.isZero() ? WITHOUT_LIMIT : half.compareTo(SHORTEST) < 0 ? SHORTEST : half;
    }

    private Flux<Void> ask(Connection connection) {
        Elapsed waited = Elapsed.sinceNow();
        return blockers(connection)
                .doOnNext(found -> {
                    last = Optional.of(found);
                    tidings.tell(() -> new Waiting(
                            Cause.LOCK, "blocked by " + found, waited.soFar().plus(period())));
                })
                .then()
                .repeatWhen(times -> times.concatMap(n -> Mono.delay(period())));
    }

    private Mono<Blockers> blockers(Connection connection) {
        return Flux.defer(
                        () -> connection.createStatement(Blockers.query(ours())).execute())
                .concatMap(result -> result.map((row, metadata) -> Blockers.from(row)))
                .reduce(Blockers::and);
    }

    private String ours() {
        String holder = "SELECT l.pid FROM pg_catalog.pg_locks l WHERE " + new LockHolder(settings.table()).condition();
        return alone.map(sql -> holder + " UNION " + RunningStatement.pids(sql)).orElse(holder);
    }
}
