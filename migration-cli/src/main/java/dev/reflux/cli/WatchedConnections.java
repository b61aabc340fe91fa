package dev.reflux.cli;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import java.time.Duration;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Counts the open connections of a factory, so that an interrupted process can stay until its runs have rolled back and
 * closed theirs. Thread-safe.
 */
final class WatchedConnections implements ConnectionFactory {

    private final ConnectionFactory factory;
    private int open;

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
        return Mono.from(factory.create()).map(connection -> {
            count(1);
            return new WatchedConnection(connection, () -> count(-1));
        });
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }

    /** Blocks until no connection is open, or until the limit. */
    synchronized Outcome awaitClosed(Duration limit) {
        long deadlineNanos = System.nanoTime() + limit.toNanos();
        while (open > 0) {
            long leftMillis =
                    Duration.ofNanos(deadlineNanos - System.nanoTime()).toMillis();
            if (leftMillis <= 0) {
                return Outcome.TIMED_OUT;
            }
            try {
                wait(leftMillis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Outcome.TIMED_OUT;
            }
        }
        return Outcome.ALL_CLOSED;
    }

    private synchronized void count(int change) {
        open += change;
        notifyAll();
    }
}
