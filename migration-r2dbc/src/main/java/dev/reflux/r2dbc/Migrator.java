package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.event.MigrationEvent;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Plan;
import dev.reflux.plan.Planner;
import dev.reflux.plan.Planner.Gaps;
import dev.reflux.r2dbc.wire.OwnConnection;
import dev.reflux.revision.Target;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.Migrations;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Moves a PostgreSQL database along the graph of revisions.
 *
 * <pre>{@code
 * Migrator migrator = Migrator.builder(connectionFactory)
 *         .migrations(Migrations.inPackage("com.example.migrations"))
 *         .build();
 * Flux<MigrationEvent> events = migrator.upgrade("heads");
 * }</pre>
 *
 * <p>Everything is cold: nothing happens before a subscription, and each subscription is one run, on one connection of its
 * own (two while a revision runs outside a transaction). A connection pool is used for its factory only. Runs may go on at
 * the same time, in this process or in others: each step takes a lock of its transaction and checks that it still fits, and
 * a run that is late waits and finds the work done.
 *
 * <p>A run that fails emits {@link MigrationEvent.Failed} and then ends with the same {@link MigrationException}. Cancelling
 * cancels the statement at the server and rolls the current step back. Immutable and safe for several threads.
 */
public final class Migrator {

    private final ConnectionFactory factory;
    private final Migrations migrations;
    private final RunSettings settings;

    private Migrator(ConnectionFactory factory, Migrations migrations, RunSettings settings) {
        this.factory = factory;
        this.migrations = migrations;
        this.settings = settings;
    }

    /**
     * Begins to describe a migrator.
     *
     * @param factory of r2dbc-postgresql, or a pool of its connections
     */
    public static Builder builder(ConnectionFactory factory) {
        return new Builder(factory);
    }

    /**
     * Runs the upgrades that lead to these targets.
     *
     * @param targets for instance {@code "heads"}, {@code "3f2a9c1b7d04"}, {@code "+1"}, {@code "billing@head"}
     */
    public Flux<MigrationEvent> upgrade(String... targets) {
        List<Target> parsed = parse(targets);
        return run(run -> run.steps(
                Direction.UPGRADE,
                planner -> planner.goals(parsed),
                (planner, goals) -> planner.upgradeTo(goals, settings.gaps())));
    }

    /**
     * Does what a process has to do about the schema before it starts its work. Under {@link StartPolicy#WAIT} and
     * {@link StartPolicy#CHECK} it ends with {@link MigrationEvent.Finished} when the database has what these targets mean,
     * be it also ahead, and with a {@link SchemaNotReadyException} otherwise; nothing is written.
     *
     * @param targets as for {@link #upgrade}; all heads if none is given
     */
    public Flux<MigrationEvent> start(StartPolicy policy, String... targets) {
        String[] goals = targets.length == 0 ? new String[] {"heads"} : targets;
        List<Target> parsed = parse(goals);
        return switch (policy) {
            case MIGRATE -> upgrade(goals);
            case WAIT -> events((loaded, events) -> readiness(loaded, events).await(parsed));
            case CHECK -> events((loaded, events) -> readiness(loaded, events).check(parsed));
            case NONE -> Flux.empty();
        };
    }

    private Readiness readiness(LoadedMigrations loaded, EventSink events) {
        return new Readiness(settings, connections(events), loaded, events);
    }

    /**
     * Runs the downgrades that lead to this target.
     *
     * @param target for instance {@code "-1"}, {@code "base"}, {@code "3f2a9c1b7d04"}, {@code "billing@base"}
     */
    public Flux<MigrationEvent> downgrade(String target) {
        Target parsed = Target.parse(target);
        return run(run -> run.steps(
                Direction.DOWNGRADE,
                planner -> planner.floor(parsed),
                (planner, floor) -> planner.downgradeTo(parsed, floor)));
    }

    /** Records the database as being at these targets, without running anything. */
    public Flux<MigrationEvent> stamp(String... targets) {
        List<Target> parsed = parse(targets);
        return run(run -> run.stamp(planner -> planner.stamp(parsed)));
    }

    /** The same after emptying the state table: the way out when it names revisions that no longer exist. */
    public Flux<MigrationEvent> purgeAndStamp(String... targets) {
        List<Target> parsed = parse(targets);
        return run(run -> run.stamp(planner -> planner.purgeAndStamp(parsed)));
    }

    /**
     * Records what a person says about a revision that began outside a transaction and did not finish, or whose source has
     * changed. Nothing is run.
     *
     * @param revision an id of the state table, or the beginning of one
     */
    public Flux<MigrationEvent> resolve(String revision, Resolution resolution) {
        return run(run -> run.resolve(new Answer(revision, resolution)));
    }

    /** Compares the database with the revisions. One round trip, no lock. */
    public Mono<MigrationStatus> status() {
        StateReader reader = new StateReader(settings.table());
        return loaded().flatMap(
                        loaded -> Session.use(connections(new EventSink()), session -> session.lend(reader::read))
                                .single()
                                .map(state -> new MigrationStatus(loaded, state.rows())))
                .onErrorMap(Failures::explain);
    }

    /** Creates the state table and its log where they are missing; needs no revisions. */
    public Mono<StateTable.Creation> createStateTable() {
        return Mono.defer(() ->
                        new Run(settings, factory, LoadedMigrations.of(List.of()), new EventSink()).createStateTable())
                .onErrorMap(Failures::explain);
    }

    /** What {@link #upgrade} would run now. */
    public Mono<Plan> planUpgrade(String... targets) {
        List<Target> parsed = parse(targets);
        return plan(planner -> planner.upgrade(parsed, settings.gaps()));
    }

    /** What {@link #downgrade} would run now. */
    public Mono<Plan> planDowngrade(String target) {
        Target parsed = Target.parse(target);
        return plan(planner -> planner.downgrade(parsed));
    }

    private Mono<Plan> plan(Function<Planner, Plan> planning) {
        return status().map(
                        status -> planning.apply(new Planner(status.migrations().graph(), status.applied())));
    }

    private static List<Target> parse(String... targets) {
        return Arrays.stream(targets).map(Target::parse).toList();
    }

    private Flux<MigrationEvent> run(Function<Run, Mono<Void>> work) {
        return events((loaded, events) -> work.apply(new Run(settings, connections(events), loaded, events)));
    }

    private Flux<MigrationEvent> events(BiFunction<LoadedMigrations, EventSink, Mono<Void>> work) {
        return Flux.defer(() -> {
            EventSink events = new EventSink();
            Mono<Void> run = loaded().flatMap(loaded -> work.apply(loaded, events))
                    .onErrorMap(Failures::explain)
                    .doOnError(MigrationException.class, error -> events.emit(new MigrationEvent.Failed(error)));
            return events.during(run);
        });
    }

    private PatientConnections connections(EventSink events) {
        return new PatientConnections(factory, settings.patience(), events);
    }

    private Mono<LoadedMigrations> loaded() {
        return Mono.fromCallable(migrations::load).subscribeOn(Schedulers.boundedElastic());
    }

    /** Describes a {@link Migrator}. Not safe for several threads. */
    public static final class Builder {

        private final ConnectionFactory factory;
        private Optional<Migrations> migrations = Optional.empty();
        private StateTable table = StateTable.DEFAULT;
        private TransactionScope scope = TransactionScope.REVISION;
        private Gaps gaps = Gaps.REFUSE;
        private Patience patience = Patience.DEFAULT;
        private Arguments arguments = Arguments.NONE;

        private Builder(ConnectionFactory factory) {
            this.factory = factory;
        }

        /** The revisions. Required. */
        public Builder migrations(Migrations revisions) {
            this.migrations = Optional.of(revisions);
            return this;
        }

        /** Where the state is kept; {@link StateTable#DEFAULT} if not said. */
        public Builder stateTable(StateTable stateTable) {
            this.table = stateTable;
            return this;
        }

        /** What one transaction holds; a {@linkplain TransactionScope#REVISION revision} if not said. */
        public Builder transactionScope(TransactionScope transactionScope) {
            this.scope = transactionScope;
            return this;
        }

        /** Whether revisions that were inserted below applied ones are run; they are refused if not said. */
        public Builder gaps(Gaps treatment) {
            this.gaps = treatment;
            return this;
        }

        /**
         * How long a statement may wait for a lock on a table, and those who come after it with it; 5 seconds if not said,
         * zero for no limit. Then the step lets go of everything, waits a while and is tried again.
         */
        public Builder lockTimeout(Duration timeout) {
            this.patience = patience.withLockTimeout(timeout);
            return this;
        }

        /** For how long a step that does not get its locks is tried again; 5 minutes if not said, zero for one attempt. */
        public Builder blockedLimit(Duration limit) {
            this.patience = patience.withBlockedLimit(limit);
            return this;
        }

        /** How long one attempt to connect may take, the login included; 15 seconds if not said. */
        public Builder connectTimeout(Duration timeout) {
            this.patience = patience.withConnectTimeout(timeout);
            return this;
        }

        /**
         * For how long connecting is tried again while the database does not answer; a minute if not said, zero for one
         * attempt. A wrong password or an unknown database fails at once.
         */
        public Builder connectLimit(Duration limit) {
            this.patience = patience.withConnectLimit(limit);
            return this;
        }

        /** How long a run waits for another one, or for the schema under {@link StartPolicy#WAIT}; 10 minutes if not said. */
        public Builder waitLimit(Duration limit) {
            this.patience = patience.withWaitLimit(limit);
            return this;
        }

        /**
         * Values for migrations to read: in Java {@code db.data("tenant")}, in SQL
         * {@code current_setting('reflux.x.tenant', true)}, which a revision outside a transaction does not have.
         *
         * @throws MigrationException if a name has other characters than letters, digits and underscores
         */
        public Builder arguments(Map<String, String> values) {
            this.arguments = new Arguments(values);
            return this;
        }

        /**
         * The migrator.
         *
         * @throws IllegalStateException if the migrations are missing
         */
        public Migrator build() {
            Migrations revisions = migrations.orElseThrow(() -> new IllegalStateException(
                    "Say where the revisions are: Migrator.builder(factory).migrations(Migrations.inPackage(...))"));
            RunSettings settings = new RunSettings(table, scope, gaps, patience, ToolVersion.current(), arguments);
            return new Migrator(OwnConnection.unpooled(factory), revisions, settings);
        }
    }
}
