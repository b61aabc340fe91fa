package dev.reflux.r2dbc.doctor;

import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.r2dbc.wire.OwnConnection;
import dev.reflux.r2dbc.wire.TextRow;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.R2dbcException;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out what stands between a client and the server.
 *
 * <p>A transaction pooler takes the server's process away from a client that is idle and gives it to the next one. So a second
 * connection that gets the same process as an idle first one proves it. Another client may be faster, so it is tried a few
 * times.
 *
 * <p>A session pooler does not show like that. But poolers know which parameters a client may send when it connects, and a
 * server takes any that has a dot in its name: a connection with such a one is refused by a pooler, or loses it.
 *
 * @param factory makes connections
 * @param marked makes connections that send {@link Doctor#MARK}; empty if that cannot be tried
 */
record PoolingProbe(ConnectionFactory factory, Optional<ConnectionFactory> marked) {

    private static final int TRIES = 3;
    private static final String PROCESS = "SELECT pg_backend_pid()::text AS pid";
    private static final String MARK = "SELECT current_setting(" + TextRow.literal(Doctor.MARK) + ", true) AS mark";

    /**
     * @param idle a connection outside a transaction
     */
    Mono<Pooling> ask(Connection idle) {
        return Flux.range(0, TRIES)
                .concatMap(n -> sharesProcess(idle))
                .any(shared -> shared)
                .flatMap(shared -> shared ? Mono.just(Pooling.TRANSACTION) : sessionPooler())
                .onErrorReturn(R2dbcException.class, Pooling.UNKNOWN);
    }

    private Mono<Boolean> sharesProcess(Connection idle) {
        return TextRow.to(idle, PROCESS)
                .single()
                .zipWhen(mine -> OwnConnection.use(
                                factory, other -> TextRow.to(other, "BEGIN; " + PROCESS + "; ROLLBACK"))
                        .single())
                .map(both -> both.getT1().equals(both.getT2()));
    }

    private Mono<Pooling> sessionPooler() {
        return marked.map(connections -> OwnConnection.use(connections, other -> TextRow.to(other, MARK))
                        .single()
                        .map(answer -> answer.find("mark")
                                        .filter(text -> !text.isEmpty())
                                        .isPresent()
                                ? Pooling.DIRECT
                                : Pooling.SESSION)
                        .onErrorReturn(PoolingProbe::isAboutParameters, Pooling.SESSION)
                        .onErrorReturn(R2dbcException.class, Pooling.DIRECT_OR_SESSION))
                .orElse(Mono.just(Pooling.DIRECT_OR_SESSION));
    }

    /** PgBouncer: "unsupported startup parameter". */
    private static boolean isAboutParameters(Throwable error) {
        return error instanceof R2dbcException
                && String.valueOf(error.getMessage()).contains("startup parameter");
    }

    static Finding finding(Pooling pooling) {
        return switch (pooling) {
            case DIRECT -> Finding.fine(Topic.POOLING, "The connection leads straight to the server.");
            case SESSION ->
                Finding.fine(
                        Topic.POOLING,
                        "There is a pooler that keeps a server connection for each client (session mode). It behaves as the server"
                                + " does.");
            case TRANSACTION ->
                Finding.fine(
                        Topic.POOLING,
                        "There is a pooler in transaction mode. Reflux works through it; what a revision sets for its"
                                + " session would reach other clients, so that is refused.");
            case DIRECT_OR_SESSION -> Finding.fine(Topic.POOLING, "There is no pooler in transaction mode.");
            case UNKNOWN ->
                Finding.note(
                        Topic.POOLING,
                        "A second connection could not be opened, so what stands before the server is not known."
                                + " Revisions outside a transaction need two.",
                        "Raise the limit of connections of the role, the database or the server.");
        };
    }
}
