package dev.reflux.r2dbc.wire;

import io.r2dbc.pool.ConnectionPool;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection that belongs to one piece of work, and is closed whichever way the work ends. */
public final class OwnConnection {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private OwnConnection() {}

    /**
     * Opens a connection for as long as the work lasts. Cancelling also cancels the statement that runs on the server, and
     * rolls back.
     */
    public static <T> Flux<T> use(
            ConnectionFactory factory, Function<Connection, ? extends Publisher<? extends T>> work) {
        return Flux.usingWhen(
                Mono.from(unpooled(factory).create()),
                work,
                OwnConnection::close,
                (connection, error) -> close(connection),
                OwnConnection::cancel);
    }

    /** The factory behind a pool; other factories as they are. */
    public static ConnectionFactory unpooled(ConnectionFactory factory) {
        ConnectionPool pool = factory instanceof Wrapped<?> wrapped ? wrapped.unwrap(ConnectionPool.class) : null;
        return pool == null ? factory : pool.unwrap();
    }

    /** Cancels the statement that runs on the server, if one does. */
    public static Mono<Void> cancelStatement(Connection connection) {
        Connection inner = connection instanceof Wrapped<?> wrapped ? unwrap(connection, wrapped) : connection;
        return inner instanceof PostgresqlConnection postgresql ? postgresql.cancelRequest() : Mono.empty();
    }

    /** A connection that is broken already cannot be closed properly; that is no failure of its own. */
    private static Mono<Void> close(Connection connection) {
        return Mono.from(connection.close()).onErrorComplete();
    }

    private static Mono<Void> cancel(Connection connection) {
        return cancelStatement(connection)
                .then(Reply.to(connection, "ROLLBACK").then())
                .timeout(FAREWELL)
                .onErrorComplete()
                .then(close(connection));
    }

    private static Connection unwrap(Connection connection, Wrapped<?> wrapped) {
        PostgresqlConnection inner = wrapped.unwrap(PostgresqlConnection.class);
        return inner == null ? connection : inner;
    }
}
