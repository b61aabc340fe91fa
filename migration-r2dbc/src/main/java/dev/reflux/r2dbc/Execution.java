package dev.reflux.r2dbc;

import dev.reflux.r2dbc.Entry.Role;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Executes the steps of one plan on one connection; one-way. */
final class Execution {

    private final RunSettings settings;
    private final BookkeepingSql sql;
    private final State.Table table;
    private final WriteBehind writeBehind;
    private final StepCode code;
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
        this.code = new StepCode(writeBehind, settings.arguments());
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
        return code.stage(step).then(Mono.defer(() -> {
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
        writeBehind.append(Entry.of(Role.LOCK, sql.lock(settings.patience().lockTimeout()), step));
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
}
