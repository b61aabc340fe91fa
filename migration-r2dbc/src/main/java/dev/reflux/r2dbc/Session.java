package dev.reflux.r2dbc;

import dev.reflux.r2dbc.wire.Reply;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Wrapped;
import java.time.Duration;
import java.util.function.Function;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.pool.InstrumentedPool;
import reactor.pool.PoolBuilder;

/**
 * One connection, lent to one operation at a time, in the order in which they ask.
 *
 * <p>A migration may read from several streams at once, and each read must first send what was emitted before it. A pool of
 * one gives each operation its turn, and takes it back when the operation completes, fails, or is cancelled.
 */
final class Session {

    private static final Duration FAREWELL = Duration.ofSeconds(5);

    private final Connection connection;
    private final InstrumentedPool<Connection> line;

    private Session(Connection connection) {
        this.connection = connection;
        this.line = PoolBuilder.from(Mono.just(connection)).sizeBetween(0, 1).buildPool();
    }

    /**
     * Opens a connection for as long as the work lasts, and closes it whichever way the work ends. Cancelling also cancels
     * the statement that runs on the server, and rolls back.
     */
    static <T> Flux<T> use(ConnectionFactory factory, Function<Session, ? extends Publisher<T>> work) {
        return Flux.usingWhen(
                Mono.from(factory.create()).map(connection -> CodeFailure.guard(() -> new Session(connection))),
                work,
                Session::close,
                (session, error) -> session.close(),
                Session::cancel);
    }

    /** The same on a connection that is there, and that others close. */
    static Session on(Connection connection) {
        return new Session(connection);
    }

    /** Lends the connection to an operation, once it is its turn. */
    <T> Flux<T> lend(Function<Connection, ? extends Publisher<T>> operation) {
        return line.withPoolable(operation::apply);
    }

    /** A connection that is broken already cannot be closed properly; that is no failure of its own. */
    private Mono<Void> close() {
        return Mono.from(connection.close()).onErrorComplete();
    }

    private Mono<Void> cancel() {
        return cancelStatement()
                .then(Reply.to(connection, "ROLLBACK").then())
                .timeout(FAREWELL)
                .onErrorComplete()
                .then(close());
    }

    private Mono<Void> cancelStatement() {
        Connection inner = connection instanceof Wrapped<?> wrapped ? unwrap(wrapped) : connection;
        return inner instanceof PostgresqlConnection postgresql ? postgresql.cancelRequest() : Mono.empty();
    }

    private Connection unwrap(Wrapped<?> wrapped) {
        PostgresqlConnection inner = wrapped.unwrap(PostgresqlConnection.class);
        return inner == null ? connection : inner;
    }
}
