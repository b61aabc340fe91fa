package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.Entry.Role;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.source.MigrationCode.JavaCode;
import dev.reflux.sql.Script;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Executes a step outside a transaction, with its progress journalled in the state table; goes on where an earlier run was
 * interrupted.
 *
 * <p>Meanwhile a second connection keeps a transaction open that holds the lock of the state table. It is READ COMMITTED and
 * idle, so it has no snapshot, and {@code CREATE INDEX CONCURRENTLY} does not wait for it; a transaction pooler leaves its
 * server connection alone as long as it is open.
 */
final class AloneStep {

    private static final Duration SECOND_CONNECTION = Duration.ofSeconds(10);

    private static final String NO_IDLE_LIMIT =
            "SELECT pg_catalog.set_config('idle_in_transaction_session_timeout', '0', true)";

    private final RunSettings settings;
    private final BookkeepingSql sql;
    private final Session session;
    private final WriteBehind writeBehind;
    private final EventSink events;
    private final BlockWatch watch;

    AloneStep(RunSettings settings, Session session, WriteBehind writeBehind, EventSink events, BlockWatch watch) {
        this.settings = settings;
        this.sql = settings.sql();
        this.session = session;
        this.writeBehind = writeBehind;
        this.events = events;
        this.watch = watch;
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
        return guard.flush().then(secondConnection(step)).then(journalled(step)).then(release);
    }

    /** A pooler that has one connection to lend has lent it to the lock, and would let the step wait for itself. */
    private Mono<Void> secondConnection(StagedStep step) {
        return session.lend(connection -> Reply.to(connection, "SELECT 1"))
                .then()
                .timeout(SECOND_CONNECTION, Mono.error(() -> noSecondConnection(step)));
    }

    private static MigrationException noSecondConnection(StagedStep step) {
        return new MigrationException("Revision " + step.step().revision().title()
                + " runs outside a transaction, and so it needs a second connection while the first one holds the lock."
                + " The database, or the pooler in front of it, has not answered on it within "
                + SECOND_CONNECTION.toSeconds()
                + " s. Nothing of the revision has run.\nLet the pooler have two connections or more for this database"
                + " and user, or connect to the server directly.");
    }

    private Mono<Void> journalled(StagedStep step) {
        Mono<?> begun =
                step.resumed().isPresent() ? Mono.empty() : one(Entry.of(Role.JOURNAL, sql.journalBegun(step), step));
        return begun.then(statements(step))
                .then(Mono.defer(() -> failed(writeBehind.failure())))
                .onErrorResume(
                        error -> !(error instanceof UnfinishedException),
                        error -> journal(Entry.of(Role.JOURNAL, sql.journalFailed(step), step))
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

    private Mono<Void> statements(StagedStep step) {
        AloneStatements statements = new AloneStatements(settings, step, writeBehind, watch, events);
        return step.revision()
                .code()
                .match(code -> run(statements, code.script(step.direction())), code -> java(step, code, statements));
    }

    /**
     * Each query takes its place on the connection in the call in which it is emitted, so that a read which the migration
     * subscribes to next comes after it. When the publisher fails, what has begun is brought to its end first.
     */
    private Mono<Void> java(StagedStep step, JavaCode code, AloneStatements statements) {
        return Mono.defer(() -> CodeFailure.guard(() -> {
                    Intake reads = new Intake(query -> {}, writeBehind);
                    DSLContext db = Jooq.context(
                            new ReadConnection(step, reads, writeBehind, () -> {
                                if (!statements.isPastInterruption()) {
                                    throw UnfinishedException.readsBefore(step);
                                }
                            }),
                            settings.arguments());
                    Mono<Void> emitted = Flux.from(Jooq.queries(code.instance().get(), step.direction(), db))
                            .map(query -> Jooq.script(step.revision(), db, query))
                            .map(script ->
                                    Mono.fromFuture(run(statements, script).toFuture(), true))
                            .concatMapDelayError(running -> running, true, Integer.MAX_VALUE)
                            .then();
                    return Mono.firstWithSignal(emitted, writeBehind.crashed());
                }))
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorMap(
                        error -> !(error instanceof ServerFailure) && !(error instanceof UnfinishedException),
                        error -> new CodeFailure(step, error));
    }

    private Mono<Void> run(AloneStatements statements, Script script) {
        return session.lend(connection -> statements.run(connection, script).doOnError(writeBehind::failed))
                .then();
    }

    /** Sends one statement alone, in its turn. */
    private Mono<Optional<Duration>> one(Entry entry) {
        return session.lend(connection -> writeBehind.alone(connection, List.of(entry)))
                .single();
    }
}
