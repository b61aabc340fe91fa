package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.Entry.Role;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.r2dbc.wire.ServerError;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.function.Supplier;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitResult;

/**
 * Sends what the steps of a run emit, as late and as together as possible: one simple query for everything that is pending.
 *
 * <p>Statements are appended to a {@link PendingScript} together with the {@code BEGIN}, the guard, the state row and the
 * {@code COMMIT} of their steps, and sent when a migration reads, when the script has grown, and at the end. PostgreSQL runs
 * the statements of one message one after the other and skips the rest after an error; each {@code COMMIT} in it is a real
 * one. So whichever way a script ends, a prefix of the steps is committed, whole.
 *
 * <p><b>Which statement failed</b> is told by counting the replies that completed before. A syntax error is different: the
 * server parses the whole message before it runs any of it. Then nothing has completed, the position of the error finds the
 * statement, and the complete steps before it are sent once more. That works because a step which was sent in part is
 * completed in a script of its own: an error of the parser, too, ends the transaction that is open.
 *
 * <p><b>Order.</b> Sending and reading take turns on the connection ({@link Session}), and each turn begins by sending what
 * is pending. A read is drained from the socket with unbounded demand into memory, so that it ends whatever its consumer
 * does meanwhile; that is why reads may be nested and why emitting for each row cannot dead-lock.
 *
 * <p><b>Failure</b> is final. The first error rolls back and is remembered: whatever a migration makes of the error that its
 * read received, the run fails with it.
 */
final class WriteBehind {

    /** In characters. Small enough to be a modest message, large enough for dozens of revisions. */
    private static final int FULL = 512 * 1024;

    private final Session session;
    private final EventSink events;
    private final PendingScript pending = new PendingScript();
    private final List<StagedStep> committed = new ArrayList<>();
    private final List<Recorded> recorded = new ArrayList<>();
    private final AtomicReference<Throwable> failure = new AtomicReference<>();
    private final Sinks.Empty<Void> crashed = Sinks.empty();
    private volatile boolean inTransaction;

    /** A step whose row is written and not yet committed. */
    private record Recorded(StagedStep step, Optional<Duration> duration) {}

    WriteBehind(Session session, EventSink events) {
        this.session = session;
        this.events = events;
    }

    void append(Entry entry) {
        pending.add(entry);
    }

    /** Whether so much is pending that it should be sent. */
    boolean isFull() {
        return pending.length() >= FULL;
    }

    /** Whether a transaction is open at the server, because a step was sent in part. */
    boolean isInTransaction() {
        return inTransaction;
    }

    /** Forgets what a step has appended and not sent. */
    void drop(StagedStep step) {
        pending.drop(step);
    }

    /** The steps that are committed, in order. */
    List<StagedStep> committed() {
        return List.copyOf(committed);
    }

    /** What the run has failed with, if it has. */
    Optional<Throwable> failure() {
        return Optional.ofNullable(failure.get());
    }

    /** Takes note of a failure outside the script; the first one counts. */
    void failed(Throwable cause) {
        failure.compareAndSet(null, cause);
    }

    /** Sends what is pending. Fails with a {@link ServerFailure} if a statement fails. */
    Mono<Void> flush() {
        return session.lend(this::sendPending).then();
    }

    /**
     * Sends what is pending, then runs a read and hands its rows on; they are buffered without bound.
     *
     * <p>The exchange with the server belongs to the run and not to the reader: a reader that cancels, as {@code take(1)}
     * does, gets no more rows, but the replies to the script and the rest of the rows are still taken in, in their turn.
     */
    <T> Flux<T> read(StagedStep step, String sql, Function<Result, ? extends Publisher<T>> rows) {
        return Flux.defer(() -> {
            Sinks.Many<T> buffer = Sinks.many().unicast().onBackpressureBuffer();
            session.lend(connection -> sendPending(connection)
                            .thenMany(rows(connection, sql, rows).doOnNext(row -> hand(() -> buffer.tryEmitNext(row))))
                            .onErrorResume(
                                    R2dbcException.class,
                                    error -> fail(
                                                    connection,
                                                    new ServerFailure.OfRead(step, sql, ServerError.from(error)))
                                            .thenMany(Flux.empty())))
                    .subscribe(
                            row -> {},
                            error -> hand(() -> buffer.tryEmitError(error)),
                            () -> hand(buffer::tryEmitComplete));
            return buffer.asFlux();
        });
    }

    private static <T> Flux<T> rows(Connection connection, String sql, Function<Result, ? extends Publisher<T>> rows) {
        return Flux.defer(() -> connection.createStatement(sql).execute()).concatMap(rows);
    }

    /** Hands a signal to the reader, which is code of the migration. A reader that has gone does not get it. */
    private void hand(Supplier<EmitResult> signal) {
        try {
            CodeFailure.guard(signal);
        } catch (CodeFailure.Fatal broken) {
            crashed.tryEmitError(broken);
        }
    }

    /** Fails when code of a migration has broken in a way that its own publisher cannot tell. */
    Mono<Void> crashed() {
        return crashed.asMono();
    }

    /**
     * Sends statements as a message of their own, outside the script; a failure rolls nothing back.
     *
     * @return the duration that they have told, if one of them records a step
     */
    Mono<Optional<Duration>> alone(Connection connection, List<Entry> message) {
        Delivery delivery = new Delivery(message);
        return Reply.to(connection, PendingScript.text(message))
                .doOnNext(reply -> reply.match(delivery))
                .then(Mono.defer(() -> delivery.error
                        .<Mono<Optional<Duration>>>map(error -> Mono.error(delivery.failure(error)))
                        .orElseGet(() -> Mono.just(delivery.duration))));
    }

    /** Takes note of a step that was committed outside the script. */
    void committed(StagedStep step, Optional<Duration> duration) {
        committed.add(step);
        events.stepDone(step, duration);
    }

    /** Rolls back whatever is open. */
    Mono<Void> rollBack() {
        return session.lend(WriteBehind::rollBack).then();
    }

    static Mono<Void> rollBack(Connection connection) {
        return Reply.to(connection, "ROLLBACK").then();
    }

    private Mono<Void> sendPending(Connection connection) {
        Throwable earlier = failure.get();
        if (earlier != null) {
            return Mono.error(earlier);
        }
        List<Entry> script = pending.take();
        return script.isEmpty() ? Mono.empty() : send(connection, script);
    }

    private Mono<Void> send(Connection connection, List<Entry> script) {
        Delivery delivery = new Delivery(script);
        inTransaction = script.get(script.size() - 1).role() != Role.COMMIT;
        return Reply.to(connection, PendingScript.text(script))
                .doOnNext(reply -> reply.match(delivery))
                .then(Mono.defer(() -> delivery.error
                        .map(error -> settle(connection, delivery, error))
                        .orElseGet(delivery::verify)))
                .doOnError(error -> failure.compareAndSet(null, error));
    }

    /**
     * After an error: what came before the failed step is made good where it did not run, and the rest is rolled back. An
     * error of the whole message that points nowhere, such as one of its encoding, is looked for statement by statement.
     */
    private Mono<Void> settle(Connection connection, Delivery delivery, ServerError error) {
        if (delivery.isUnplaced(error)) {
            return Flux.fromIterable(delivery.script)
                    .concatMap(entry -> send(connection, List.of(entry)))
                    .then();
        }
        ServerFailure.OfStatement failure = delivery.failure(error);
        Entry entry = failure.entry();
        List<Entry> before = delivery.script.subList(0, firstOf(delivery.script, entry.step()));
        boolean nothingRan = delivery.completed == 0
                && !before.isEmpty()
                && before.get(before.size() - 1).role() == Role.COMMIT;
        Mono<Void> madeGood = nothingRan ? send(connection, List.copyOf(before)) : Mono.empty();
        return madeGood.then(Mono.defer(() -> fail(connection, failure)));
    }

    private Mono<Void> fail(Connection connection, Throwable cause) {
        failure.compareAndSet(null, cause);
        return rollBack(connection).onErrorComplete().then(Mono.error(cause));
    }

    private static int firstOf(List<Entry> script, StagedStep step) {
        int first = 0;
        while (script.get(first).step().number() != step.number()) {
            first++;
        }
        return first;
    }

    /** Follows the replies to one script. */
    private final class Delivery implements Reply.Cases {

        private final List<Entry> script;
        private int completed;
        private Optional<Duration> duration = Optional.empty();
        private Optional<ServerError> error = Optional.empty();

        Delivery(List<Entry> script) {
            this.script = script;
        }

        @Override
        public void said(ServerError notice) {
            Entry entry = script.get(Math.min(completed, script.size() - 1));
            if (entry.role() == Role.CHECK && notice.has(BookkeepingSql.STEP_BEGUN)) {
                events.stepStarted(entry.step());
            } else if (entry.isRecord() && notice.has(BookkeepingSql.STEP_RECORDED)) {
                duration = Optional.of(Duration.ofMillis(Long.parseLong(notice.message())));
            } else {
                events.notice(entry.step(), notice);
            }
        }

        /** The driver makes one more reply of the end of the answer, also after a failure. */
        @Override
        public void completed() {
            if (completed == script.size() || error.isPresent()) {
                return;
            }
            Entry entry = script.get(completed++);
            if (entry.role() == Role.RECORD) {
                recorded.add(new Recorded(entry.step(), duration));
                duration = Optional.empty();
            } else if (entry.role() == Role.COMMIT) {
                recorded.forEach(done -> WriteBehind.this.committed(done.step(), done.duration()));
                recorded.clear();
            }
        }

        @Override
        public void failed(ServerError failure) {
            error = Optional.of(failure);
        }

        /** Whether nothing has run and nothing tells which of several statements is to blame. */
        boolean isUnplaced(ServerError error) {
            return completed == 0
                    && script.size() > 1
                    && error.position()
                            .filter(position -> PendingScript.indexAt(script, position) >= 0)
                            .isEmpty();
        }

        /** Fails if the server has answered less than it was sent; then nobody knows what happened to the rest. */
        Mono<Void> verify() {
            return completed == script.size()
                    ? Mono.empty()
                    : Mono.error(new MigrationException("The server has answered " + completed + " of " + script.size()
                            + " statements. Run again; what is committed is recorded."));
        }

        /** The failure that an error means. */
        ServerFailure.OfStatement failure(ServerError error) {
            int failed = failedAt(error);
            return new ServerFailure.OfStatement(
                    script.get(failed),
                    error,
                    error.position().map(at -> at - PendingScript.startOf(script, failed) + 1));
        }

        /** The entry that an error belongs to: after those that completed, or where its position points if none did. */
        int failedAt(ServerError error) {
            int byPosition = completed > 0
                    ? -1
                    : error.position()
                            .map(position -> PendingScript.indexAt(script, position))
                            .orElse(-1);
            return byPosition >= 0 ? byPosition : Math.min(completed, script.size() - 1);
        }
    }
}
