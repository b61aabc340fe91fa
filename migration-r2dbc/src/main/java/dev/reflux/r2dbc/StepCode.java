package dev.reflux.r2dbc;

import dev.reflux.Migration;
import dev.reflux.source.MigrationCode.JavaCode;
import dev.reflux.source.MigrationCode.SqlCode;
import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Brings the statements of migrations into the pending script, and lets Java migrations read in between. */
final class StepCode {

    private final WriteBehind writeBehind;
    private final Arguments arguments;
    private final Function<Statement, Optional<Statement>> form;

    /** Sends the statements as they are. */
    StepCode(WriteBehind writeBehind, Arguments arguments) {
        this(writeBehind, arguments, Optional::of);
    }

    /**
     * @param form the statement that is sent for one, as long as it is; empty if it is left out
     */
    StepCode(WriteBehind writeBehind, Arguments arguments, Function<Statement, Optional<Statement>> form) {
        this.writeBehind = writeBehind;
        this.arguments = arguments;
        this.form = form;
    }

    /** Appends what the migration of a step emits. */
    Mono<Void> stage(StagedStep step) {
        return step.revision()
                .code()
                .match(code -> Mono.fromRunnable(() -> stageSql(step, code)), code -> stageJava(step, code));
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
        for (Statement statement : script.statements()) {
            int place = number.incrementAndGet();
            form.apply(statement).ifPresent(sent -> writeBehind.append(Entry.of(step, script, sent, place)));
        }
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
            this.db = Jooq.context(new ReadConnection(step, intake, writeBehind), arguments);
        }

        Mono<Void> take(Migration migration) {
            return intake.take(Jooq.queries(migration, step.direction(), db));
        }

        private void append(Query query) {
            StepCode.this.append(step, Jooq.script(step.revision(), db, query), number);
        }
    }
}
