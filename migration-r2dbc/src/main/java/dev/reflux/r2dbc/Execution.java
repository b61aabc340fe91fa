package dev.reflux.r2dbc;

import dev.reflux.Migration;
import dev.reflux.r2dbc.Entry.Role;
import dev.reflux.source.MigrationCode.JavaCode;
import dev.reflux.source.MigrationCode.SqlCode;
import dev.reflux.sql.Script;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Executes the steps of one plan on one connection; one-way. */
final class Execution {

    private final RunSettings settings;
    private final BookkeepingSql sql;
    private final State.Table table;
    private final WriteBehind writeBehind;
    private final Function<StagedStep, Mono<Void>> alone;

    /**
     * @param table whether the state table was there when the plan was made
     * @param alone executes a step outside a transaction
     */
    Execution(
            RunSettings settings, State.Table table, WriteBehind writeBehind, Function<StagedStep, Mono<Void>> alone) {
        this.settings = settings;
        this.sql = settings.sql();
        this.table = table;
        this.writeBehind = writeBehind;
        this.alone = alone;
    }

    Mono<Void> execute(List<StagedStep> steps) {
        return Flux.fromIterable(steps).concatMap(this::stage).then(Mono.defer(writeBehind::flush));
    }

    private Mono<Void> stage(StagedStep step) {
        if (!step.transactional()) {
            return writeBehind.flush().then(alone.apply(step));
        }
        begin(step);
        return step.revision()
                .code()
                .match(code -> Mono.fromRunnable(() -> stageSql(step, code)), code -> stageJava(step, code))
                .then(Mono.defer(() -> {
                    end(step);
                    return mustSend() ? writeBehind.flush() : Mono.empty();
                }));
    }

    /** A step that was sent in part is completed before others follow, or a syntax error of theirs would end it. */
    private boolean mustSend() {
        boolean partlySent = settings.scope() == TransactionScope.REVISION && writeBehind.isInTransaction();
        return partlySent || writeBehind.isFull();
    }

    private void begin(StagedStep step) {
        boolean first = step.number() == 1;
        if (first || settings.scope() == TransactionScope.REVISION) {
            writeBehind.append(Entry.of(Role.BEGIN, BookkeepingSql.BEGIN, step));
        }
        if (settings.scope() == TransactionScope.RUN) {
            writeBehind.append(Entry.of(Role.SAVEPOINT, BookkeepingSql.SAVEPOINT, step));
        }
        writeBehind.append(Entry.of(Role.LOCK, sql.lock(settings.lockTimeout()), step));
        if (first && table == State.Table.MISSING) {
            writeBehind.append(Entry.of(Role.CREATE_TABLES, sql.createTables(), step));
        }
        writeBehind.append(Entry.of(Role.CHECK, sql.check(step), step));
    }

    private void end(StagedStep step) {
        writeBehind.append(Entry.of(Role.RECORD, sql.record(step), step));
        if (settings.scope() == TransactionScope.RUN) {
            writeBehind.append(Entry.of(Role.SAVEPOINT, BookkeepingSql.RELEASE, step));
        }
        if (settings.scope() == TransactionScope.REVISION || step.number() == step.total()) {
            writeBehind.append(Entry.of(Role.COMMIT, BookkeepingSql.COMMIT, step));
        }
    }

    private void stageSql(StagedStep step, SqlCode code) {
        append(step, code.script(step.direction()), new AtomicInteger());
    }

    /** User code runs on a thread that may block: class initialisers read files, and jOOQ's do. */
    private Mono<Void> stageJava(StagedStep step, JavaCode code) {
        return Mono.defer(() -> {
                    JavaStep java = CodeFailure.guard(() -> new JavaStep(step));
                    Mono<Void> taken =
                            CodeFailure.guard(() -> java.take(code.instance().get()));
                    return Mono.firstWithSignal(taken, writeBehind.crashed());
                })
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(error -> abandon(step, error));
    }

    private void append(StagedStep step, Script script, AtomicInteger number) {
        script.statements()
                .forEach(statement -> writeBehind.append(Entry.of(step, script, statement, number.incrementAndGet())));
    }

    /** The migration itself has failed: the complete steps before it are sent, its own transaction is rolled back. */
    private Mono<Void> abandon(StagedStep step, Throwable error) {
        return Mono.defer(() -> {
            if (writeBehind.failure().isPresent()) {
                return Mono.error(writeBehind.failure().get());
            }
            writeBehind.drop(step);
            return writeBehind.flush().then(writeBehind.rollBack()).then(Mono.error(new CodeFailure(step, error)));
        });
    }

    /** One Java migration on its way into the script. */
    private final class JavaStep {

        private final StagedStep step;
        private final Intake intake;
        private final DSLContext db;
        private final AtomicInteger number = new AtomicInteger();

        JavaStep(StagedStep step) {
            this.step = step;
            this.intake = new Intake(this::append, writeBehind);
            this.db = Jooq.context(new ReadConnection(step, intake, writeBehind));
        }

        Mono<Void> take(Migration migration) {
            return intake.take(Jooq.queries(migration, step.direction(), db));
        }

        private void append(Query query) {
            Execution.this.append(step, Jooq.script(step.revision(), db, query), number);
        }
    }
}
