package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Plan;
import dev.reflux.plan.Planner;
import dev.reflux.plan.StampPlan;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.revision.RevisionId;
import dev.reflux.source.LoadedMigrations;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Mono;
import reactor.util.retry.Retry;

/**
 * One run: read the state, plan, execute; and again from the start whenever another runner was faster.
 *
 * <p>Nothing is held between two attempts. The guard of each step finds out whether the plan still fits, so a plan made from
 * an old state does no harm, and whoever comes late finds the work done.
 */
final class Run {

    private final RunSettings settings;
    private final ConnectionFactory factory;
    private final LoadedMigrations migrations;
    private final EventSink events;
    private final LockWatch lock;
    private final BlockWatch watch;
    private final Blockage blockage;
    private final List<StagedStep> done = new ArrayList<>();

    Run(RunSettings settings, ConnectionFactory factory, LoadedMigrations migrations, EventSink events) {
        this.settings = settings;
        this.factory = factory;
        this.migrations = migrations;
        this.events = events;
        this.lock = new LockWatch(settings, events);
        this.watch = new BlockWatch(factory, settings, events);
        this.blockage = new Blockage(settings.patience(), events, watch);
    }

    /**
     * Runs the steps of a plan.
     *
     * @param direction of all of them
     * @param resolve finds the goal, once a run: a relative target counts from what is applied at the beginning
     * @param planning finds the way to the goal, once an attempt
     */
    <G> Mono<Void> steps(Direction direction, Function<Planner, G> resolve, BiFunction<Planner, G, Plan> planning) {
        AtomicReference<G> goal = new AtomicReference<>();
        return settled((session, read) -> atRest(session, read).flatMap(state -> {
            Planner planner = new Planner(migrations.graph(), state.before(direction));
            Plan plan =
                    planning.apply(planner, goal.updateAndGet(known -> known == null ? resolve.apply(planner) : known));
            Checks.unfinished(state, plan, migrations).forEach(events::warning);
            List<StagedStep> steps = StagedStep.of(plan, migrations, state);
            Checks.steps(steps, settings.scope());
            Checks.changes(migrations, state).forEach(events::warning);
            Checks.rewritten(steps).forEach(events::warning);
            events.emit(new MigrationEvent.Planned(plan));
            return execute(session, state.table(), steps)
                    .then(Mono.fromRunnable(() -> finished(after(state.applied(), plan))));
        }));
    }

    /**
     * Writes the state table alone. Rows of revisions that did not finish are taken away with it.
     *
     * @param planning makes a plan from a state
     */
    Mono<Void> stamp(Function<Planner, StampPlan> planning) {
        return settled((session, state) -> {
            StampPlan plan = planning.apply(new Planner(migrations.graph(), state.applied()));
            return session.lend(connection -> write(connection, state, plan)).then(Mono.fromRunnable(() -> {
                events.emit(new MigrationEvent.Stamped(plan));
                finished(after(state.applied(), plan));
            }));
        });
    }

    /** Creates the state table where it is missing, and tells whether it was. */
    Mono<StateTable.Creation> createStateTable() {
        return Session.use(
                        factory,
                        session -> state(session)
                                .flatMap(state -> session.lend(connection -> create(connection, state))
                                        .single())
                                .retryWhen(Retry.from(
                                        failures -> failures.concatMap(signal -> again(session, signal.failure())))))
                .single();
    }

    private Mono<StateTable.Creation> create(Connection connection, State state) {
        if (state.table() == State.Table.PRESENT) {
            return Mono.just(StateTable.Creation.PRESENT);
        }
        BookkeepingSql sql = settings.sql();
        return send(
                        connection,
                        List.of(
                                BookkeepingSql.BEGIN,
                                sql.lock(settings.patience().lockTimeout()),
                                sql.createTables(),
                                BookkeepingSql.COMMIT))
                .thenReturn(StateTable.Creation.CREATED);
    }

    /** Writes what a person says about a revision. */
    Mono<Void> resolve(Answer answer) {
        return settled((session, read) -> atRest(session, read).flatMap(state -> {
            AppliedRevision row = answer.row(state);
            List<String> script = List.of(
                    BookkeepingSql.BEGIN,
                    settings.sql().lock(settings.patience().lockTimeout()),
                    settings.sql().checkRow(row),
                    answer.sql(settings.sql(), migrations, row),
                    BookkeepingSql.COMMIT);
            return session.lend(connection -> send(connection, script))
                    .then(state(session))
                    .doOnNext(after -> finished(after.applied()))
                    .then();
        }));
    }

    private interface Attempt {
        Mono<Void> make(Session session, State state);
    }

    private Mono<Void> settled(Attempt attempt) {
        return Session.use(
                        factory,
                        watch,
                        session -> state(session)
                                .flatMap(state -> attempt.make(session, state))
                                .retryWhen(Retry.from(
                                        failures -> failures.concatMap(signal -> again(session, signal.failure())))))
                .then();
    }

    private Mono<State> state(Session session) {
        return session.lend(new StateReader(settings.table())::read).single();
    }

    /** The state, once nobody is at work on a revision outside a transaction: that has to be waited for, not judged. */
    private Mono<State> atRest(Session session, State state) {
        return state.unfinished().isEmpty()
                ? Mono.just(state)
                : lock.untilFree(session).then(Mono.defer(() -> state(session)));
    }

    /** Waits before another attempt, where one makes sense; otherwise the error stands. */
    private Mono<Boolean> again(Session session, Throwable error) {
        if (error instanceof ServerFailure failure && failure.lockBusy()) {
            return lock.untilFree(session).thenReturn(true);
        }
        if (error instanceof ServerFailure failure && failure.stateMoved()) {
            return lock.breathe().thenReturn(true);
        }
        if (error instanceof MigrationFailedException failed && failed.isBlocked()) {
            return blockage.again(failed).thenReturn(true);
        }
        return Mono.error(error);
    }

    private Mono<Void> execute(Session session, State.Table table, List<StagedStep> steps) {
        if (steps.isEmpty()) {
            return Mono.empty();
        }
        WriteBehind writeBehind = new WriteBehind(session, events);
        AloneStep alone = new AloneStep(settings, session, writeBehind, events, watch);
        return new Execution(settings, table, writeBehind, step -> alone.execute(step, factory, table))
                .execute(steps)
                .doOnTerminate(() -> done.addAll(writeBehind.committed()))
                .onErrorMap(error -> new FailureReport(settings.table(), steps, done).explain(error));
    }

    private Mono<Void> write(Connection connection, State state, StampPlan plan) {
        List<String> script = stampScript(state, plan);
        return script.isEmpty() ? Mono.empty() : send(connection, script);
    }

    private static Mono<Void> send(Connection connection, List<String> script) {
        return Reply.to(connection, String.join(";\n", script))
                .ofType(Reply.Failed.class)
                .singleOrEmpty()
                .flatMap(failed ->
                        Reply.to(connection, "ROLLBACK").then(Mono.error(new ServerFailure.OfStamp(failed.error()))));
    }

    private List<String> stampScript(State state, StampPlan plan) {
        if (plan.isEmpty() && state.unfinished().isEmpty()) {
            return List.of();
        }
        BookkeepingSql sql = settings.sql();
        List<String> script = new ArrayList<>(
                List.of(BookkeepingSql.BEGIN, sql.lock(settings.patience().lockTimeout())));
        if (state.table() == State.Table.MISSING) {
            script.add(sql.createTables());
        }
        script.add(sql.checkRows(state.ids()));
        state.unfinished().forEach(row -> script.add(sql.unstamp(row.id())));
        plan.remove().forEach(id -> script.add(sql.unstamp(id)));
        plan.add().forEach(node -> script.add(sql.stamp(migrations.revision(node.id()))));
        script.add(BookkeepingSql.COMMIT);
        return script;
    }

    private void finished(Set<RevisionId> applied) {
        events.emit(new MigrationEvent.Finished(List.copyOf(migrations.graph().maximal(applied))));
    }

    private static NavigableSet<RevisionId> after(NavigableSet<RevisionId> applied, Plan plan) {
        NavigableSet<RevisionId> after = new TreeSet<>(applied);
        if (plan.direction() == Direction.UPGRADE) {
            after.addAll(plan.ids());
        } else {
            plan.ids().forEach(after::remove);
        }
        return after;
    }

    private static NavigableSet<RevisionId> after(NavigableSet<RevisionId> applied, StampPlan plan) {
        NavigableSet<RevisionId> after = new TreeSet<>(applied);
        plan.remove().forEach(after::remove);
        plan.add().forEach(node -> after.add(node.id()));
        return after;
    }
}
