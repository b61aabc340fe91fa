package dev.reflux.r2dbc;

import dev.reflux.r2dbc.Entry.Role;
import dev.reflux.source.MigrationCode.JavaCode;
import dev.reflux.sql.Script;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.DSLContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Executes a step outside a transaction: each statement alone in its message, with its progress journalled in the state
 * table after it.
 *
 * <p>Meanwhile a second connection keeps a transaction open that holds the lock of the state table. It is READ COMMITTED and
 * idle, so it has no snapshot, and {@code CREATE INDEX CONCURRENTLY} does not wait for it; a transaction pooler leaves its
 * server connection alone as long as it is open.
 */
final class AloneStep {

    private static final String NO_IDLE_LIMIT =
            "SELECT pg_catalog.set_config('idle_in_transaction_session_timeout', '0', true)";

    private final RunSettings settings;
    private final BookkeepingSql sql;
    private final Session session;
    private final WriteBehind writeBehind;
    private final EventSink events;

    AloneStep(RunSettings settings, Session session, WriteBehind writeBehind, EventSink events) {
        this.settings = settings;
        this.sql = settings.sql();
        this.session = session;
        this.writeBehind = writeBehind;
        this.events = events;
    }

    /**
     * Executes the step.
     *
     * @param factory makes the connection that holds the lock
     * @param table whether the state table was there when the plan was made
     */
    Mono<Void> execute(StagedStep step, ConnectionFactory factory, State.Table table) {
        return createTables(step, table)
                .thenMany(Session.use(factory, sentry -> guarded(sentry, step)))
                .then();
    }

    private Mono<Void> createTables(StagedStep step, State.Table table) {
        if (step.number() > 1 || table == State.Table.PRESENT) {
            return Mono.empty();
        }
        writeBehind.append(Entry.of(Role.BEGIN, BookkeepingSql.BEGIN, step));
        writeBehind.append(Entry.of(Role.LOCK, sql.lock(settings.patience().lockTimeout()), step));
        writeBehind.append(Entry.of(Role.CREATE_TABLES, sql.createTables(), step));
        writeBehind.append(Entry.of(Role.COMMIT, BookkeepingSql.COMMIT, step));
        return writeBehind.flush();
    }

    private Mono<Void> guarded(Session sentry, StagedStep step) {
        WriteBehind guard = new WriteBehind(sentry, events);
        guard.append(Entry.of(Role.BEGIN, BookkeepingSql.BEGIN, step));
        guard.append(Entry.of(Role.LOCK, sql.lock(settings.patience().lockTimeout()), step));
        guard.append(Entry.of(Role.LOCK, NO_IDLE_LIMIT, step));
        guard.append(Entry.of(Role.CHECK, sql.check(step), step));
        // The step is recorded by then, and a lost connection has let go of the lock by itself.
        Mono<Void> release = Mono.defer(guard::rollBack).onErrorComplete();
        return guard.flush().then(journalled(step)).then(release);
    }

    private Mono<Void> journalled(StagedStep step) {
        AtomicInteger done = new AtomicInteger();
        return one(Entry.of(Role.JOURNAL, sql.journalBegun(step), step))
                .then(statements(step, done))
                .then(Mono.defer(() -> failed(writeBehind.failure())))
                .onErrorResume(error -> journal(Entry.of(Role.JOURNAL, sql.journalFailed(step.id()), step))
                        .then(Mono.error(error)))
                .then(Mono.defer(() -> one(Entry.of(Role.JOURNAL, sql.journalDone(step), step))))
                .doOnNext(duration -> writeBehind.committed(step, duration))
                .then();
    }

    private static Mono<Void> failed(Optional<Throwable> failure) {
        return failure.<Mono<Void>>map(Mono::error).orElse(Mono.empty());
    }

    /** Journals a failure; if that fails too, the row still says that the step did not finish. */
    private Mono<Void> journal(Entry entry) {
        return one(entry).onErrorComplete().then();
    }

    private Mono<Void> statements(StagedStep step, AtomicInteger done) {
        return step.revision()
                .code()
                .match(code -> run(step, code.script(step.direction()), done), code -> java(step, code, done));
    }

    /**
     * Each query takes its place on the connection in the call in which it is emitted, so that a read which the migration
     * subscribes to next comes after it. When the publisher fails, what has begun is brought to its end first.
     */
    private Mono<Void> java(StagedStep step, JavaCode code, AtomicInteger done) {
        return Mono.defer(() -> CodeFailure.guard(() -> {
                    Intake reads = new Intake(query -> {}, writeBehind);
                    DSLContext db = Jooq.context(new ReadConnection(step, reads, writeBehind));
                    Mono<Void> emitted = Flux.from(Jooq.queries(code.instance().get(), step.direction(), db))
                            .map(query -> Jooq.script(step.revision(), db, query))
                            .map(script ->
                                    Mono.fromFuture(run(step, script, done).toFuture(), true))
                            .concatMapDelayError(running -> running, true, Integer.MAX_VALUE)
                            .then();
                    return Mono.firstWithSignal(emitted, writeBehind.crashed());
                }))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(error -> !(error instanceof ServerFailure), error -> new CodeFailure(step, error));
    }

    /** Runs the statements of a script one by one, in one turn on the connection; none after a failure. */
    private Mono<Void> run(StagedStep step, Script script, AtomicInteger done) {
        return session.lend(connection -> Flux.fromIterable(script.statements())
                        .concatMap(statement -> failed(writeBehind.failure())
                                .then(Mono.defer(() -> writeBehind.alone(
                                        connection, Entry.of(step, script, statement, done.get() + 1))))
                                .then(Mono.defer(
                                        () -> writeBehind.alone(connection, position(step, done.incrementAndGet())))))
                        .doOnError(writeBehind::failed))
                .then();
    }

    private Entry position(StagedStep step, int done) {
        return Entry.of(Role.JOURNAL, sql.journalPosition(step.id(), done), step);
    }

    /** Sends one statement alone, in its turn. */
    private Mono<Optional<Duration>> one(Entry entry) {
        return session.lend(connection -> writeBehind.alone(connection, entry)).single();
    }
}
