package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import java.time.Duration;
import reactor.core.publisher.Mono;

/**
 * Waits until nobody holds the lock of the state table, by asking. Between two questions there is no transaction and no
 * snapshot, so that {@code CREATE INDEX CONCURRENTLY} elsewhere does not wait for us.
 */
final class LockWatch {

    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

    private final RunSettings settings;
    private final LockHolder holder;
    private final Elapsed waited = Elapsed.sinceNow();
    private final Tidings tidings;

    LockWatch(RunSettings settings, EventSink events) {
        this.settings = settings;
        this.holder = new LockHolder(settings.table());
        this.tidings = new Tidings(events);
    }

    /** Ends when the lock is free, or fails when the limit is reached. */
    Mono<Void> untilFree(Session session) {
        return session.lend(holder::ask)
                .singleOrEmpty()
                .flatMap(this::tell)
                .defaultIfEmpty(true)
                .filter(free -> free)
                .repeatWhenEmpty(times -> times.concatMap(PAUSES::delay))
                .then();
    }

    /** A short pause of random length, before the state is read again; fails when the limit is reached. */
    Mono<Void> breathe() {
        return isOver()
                ? Mono.error(new LockTimeoutException("the state table keeps changing", waited.soFar()))
                : PAUSES.delay(0).then();
    }

    private boolean isOver() {
        return waited.soFar().compareTo(settings.patience().waitLimit()) > 0;
    }

    private Mono<Boolean> tell(String who) {
        if (isOver()) {
            return Mono.error(new LockTimeoutException(who, waited.soFar()));
        }
        tidings.tell(() -> new Waiting(Cause.RUN, "another run migrates this database: " + who, waited.soFar()));
        return Mono.just(false);
    }
}
