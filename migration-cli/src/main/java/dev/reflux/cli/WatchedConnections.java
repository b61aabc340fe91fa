package dev.reflux.cli;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Remembers the connections that a factory made, so that an interrupted process can stay until its run has rolled back and
 * closed them. Thread-safe.
 */
final class WatchedConnections implements ConnectionFactory {

    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(5);

    private final ConnectionFactory factory;
    private final List<Connection> connections = new CopyOnWriteArrayList<>();

    WatchedConnections(ConnectionFactory factory) {
        this.factory = factory;
    }

    /** What became of waiting. */
    enum Outcome {
        ALL_CLOSED,
        TIMED_OUT
    }

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(factory.create()).doOnNext(connections::add);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    /** Ends when all connections are closed, or at the limit. */
    Mono<Outcome> closed(Duration limit) {
        return Flux.fromIterable(connections)
                .concatMap(connection -> connection.validate(ValidationDepth.LOCAL))
                .any(open -> open)
                .filter(anyOpen -> !anyOpen)
                .repeatWhenEmpty(looks -> looks.concatMap(look -> Mono.delay(BETWEEN_LOOKS)))
                .thenReturn(Outcome.ALL_CLOSED)
                .timeout(limit, Mono.just(Outcome.TIMED_OUT));
    }
}
