package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicBoolean;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * Connections to a database that may be asleep: an attempt that fails for a reason which may pass is made again, with
 * pauses, until the limit. Each attempt is bounded as a whole, because the driver's own timeout ends when the socket stands,
 * and what listens there may never answer.
 *
 * @param factory makes the connections
 * @param patience how long an attempt may take, and for how long there are attempts
 * @param events hear of the waiting
 */
record PatientConnections(ConnectionFactory factory, Patience patience, EventSink events) implements ConnectionFactory {

    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(100), Duration.ofSeconds(5));

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.defer(() -> {
            Attempts attempts = new Attempts();
            return attempt()
                    .retryWhen(Retry.from(failures ->
                            failures.concatMap(signal -> attempts.again(signal.failure(), signal.totalRetries()))));
        });
    }

    private Mono<Connection> attempt() {
        return arriving()
                .timeout(
                        patience.connectTimeout(),
                        Mono.error(() -> new ConnectFailure.NoAnswer(patience.connectTimeout())));
    }

    /**
     * A connection that nobody waits for any more is closed when it arrives. The driver does not give up a login half-way:
     * cancelled, it would leave the session open.
     */
    private Mono<Connection> arriving() {
        return Mono.create(sink -> {
            AtomicBoolean gone = new AtomicBoolean();
            sink.onCancel(() -> gone.set(true));
            Mono.<Connection>from(factory.create())
                    .flatMap(connection -> gone.get() ? closed(connection) : Mono.just(connection))
                    .contextWrite(sink.contextView())
                    .subscribe(sink::success, sink::error, sink::success);
        });
    }

    private static Mono<Connection> closed(Connection connection) {
        return Mono.from(connection.close()).onErrorComplete().then(Mono.empty());
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    /** The attempts to make one connection. */
    private final class Attempts {

        private final Elapsed waited = Elapsed.sinceNow();
        private final Tidings tidings = new Tidings(events);

        /** Waits before another attempt, where one makes sense; otherwise the error stands. */
        Mono<Long> again(Throwable error, long retries) {
            if (!ConnectFailure.mayPass(error)) {
                return Mono.error(error);
            }
            if (waited.soFar().compareTo(patience.connectLimit()) >= 0) {
                return Mono.error(retries == 0 ? error : ConnectFailure.lasting(error, retries + 1, waited.soFar()));
            }
            tidings.tell(() -> new Waiting(
                    Cause.CONNECTION, "there is no connection yet: " + ConnectFailure.said(error), waited.soFar()));
            return PAUSES.delay(retries);
        }
    }
}
