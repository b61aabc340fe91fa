package dev.reflux.r2dbc;

import dev.reflux.r2dbc.wire.OwnConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
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

    private final InstrumentedPool<Connection> line;
    private final Attendance attendance;

    private Session(Connection connection, Attendance attendance) {
        this.line = PoolBuilder.from(Mono.just(connection)).sizeBetween(0, 1).buildPool();
        this.attendance = attendance;
    }

    /** Something that goes on as long as an operation does. */
    interface Attendance {

        /** Nothing goes on. */
        Attendance NONE = new Attendance() {
            @Override
            public <T> Flux<T> during(Flux<T> operation) {
                return operation;
            }
        };

        /** The operation, with what goes on beside it. */
        <T> Flux<T> during(Flux<T> operation);
    }

    /**
     * Opens a connection for as long as the work lasts, and closes it whichever way the work ends. Cancelling also cancels
     * the statement that runs on the server, and rolls back.
     */
    static <T> Flux<T> use(ConnectionFactory factory, Function<Session, ? extends Publisher<T>> work) {
        return use(factory, Attendance.NONE, work);
    }

    /** The same, where something goes on beside each operation. */
    static <T> Flux<T> use(
            ConnectionFactory factory, Attendance attendance, Function<Session, ? extends Publisher<T>> work) {
        return OwnConnection.use(
                factory, connection -> work.apply(CodeFailure.guard(() -> new Session(connection, attendance))));
    }

    /** The same on a connection that is there, and that others close. */
    static Session on(Connection connection) {
        return new Session(connection, Attendance.NONE);
    }

    /** Lends the connection to an operation, once it is its turn. */
    <T> Flux<T> lend(Function<Connection, ? extends Publisher<T>> operation) {
        return line.withPoolable(connection -> attendance.during(Flux.from(operation.apply(connection))));
    }
}
