package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import dev.reflux.plan.Planner;
import dev.reflux.plan.Planner.Gaps;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import dev.reflux.revision.Target;
import dev.reflux.source.LoadedMigrations;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicReference;
import reactor.core.publisher.Mono;

/**
 * Looks whether the database has what these targets mean, for a process that must not migrate. It reads the state table,
 * without a lock, and holds no transaction between two looks. Revisions that the code does not know are no obstacle: the
 * database is ahead.
 */
final class Readiness {

    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

    private final RunSettings settings;
    private final ConnectionFactory factory;
    private final LoadedMigrations migrations;
    private final EventSink events;
    private final Elapsed waited = Elapsed.sinceNow();
    private final Tidings tidings;
    private final AtomicReference<Collection<RevisionId>> goals = new AtomicReference<>();

    Readiness(RunSettings settings, ConnectionFactory factory, LoadedMigrations migrations, EventSink events) {
        this.settings = settings;
        this.factory = factory;
        this.migrations = migrations;
        this.events = events;
        this.tidings = new Tidings(events);
    }

    /** Fails if something is missing. */
    Mono<Void> check(List<Target> targets) {
        return Session.use(factory, this::state)
                .single()
                .doOnNext(state -> {
                    List<RevisionId> missing = missing(state, targets);
                    if (!missing.isEmpty()) {
                        throw SchemaNotReadyException.now(missing);
                    }
                    ready(state);
                })
                .then();
    }

    /** Ends when nothing is missing, or fails when the limit is reached. */
    Mono<Void> await(List<Target> targets) {
        return Session.use(
                        factory,
                        session -> state(session)
                                .flatMap(state -> look(session, state, targets))
                                .repeatWhenEmpty(times -> times.concatMap(PAUSES::delay)))
                .single()
                .doOnNext(this::ready)
                .then();
    }

    private Mono<State> state(Session session) {
        return session.lend(new StateReader(settings.table())::read).single();
    }

    /** The state if it will do, otherwise nothing. */
    private Mono<State> look(Session session, State state, List<Target> targets) {
        List<RevisionId> missing = missing(state, targets);
        if (missing.isEmpty()) {
            return Mono.just(state);
        }
        if (waited.soFar().compareTo(settings.patience().waitLimit()) > 0) {
            return Mono.error(SchemaNotReadyException.after(waited.soFar(), missing));
        }
        return tidings.isDue()
                ? session.lend(connection -> tell(connection, missing)).then(Mono.empty())
                : Mono.empty();
    }

    private Mono<Void> tell(Connection connection, List<RevisionId> missing) {
        return new LockHolder(settings.table())
                .ask(connection)
                .map(holder -> "; at work is " + holder)
                .defaultIfEmpty("; no run is at work")
                .doOnNext(who -> tidings.tell(() -> new Waiting(
                        Cause.SCHEMA,
                        "the schema lacks " + Sentences.count(missing.size(), "revision") + ", "
                                + Sentences.quotedAll(missing) + who,
                        waited.soFar())))
                .then();
    }

    private List<RevisionId> missing(State state, List<Target> targets) {
        NavigableSet<RevisionId> known = new TreeSet<>(state.applied());
        known.retainAll(migrations.graph().ids());
        Planner planner = new Planner(migrations.graph(), known);
        Collection<RevisionId> goal =
                goals.updateAndGet(resolved -> resolved == null ? planner.goals(targets) : resolved);
        return planner.upgradeTo(goal, Gaps.RUN).ids();
    }

    private void ready(State state) {
        NavigableSet<RevisionId> unknown = new TreeSet<>(state.applied());
        unknown.removeAll(migrations.graph().ids());
        if (!unknown.isEmpty()) {
            events.warning("The database is ahead of this code by " + Sentences.count(unknown.size(), "revision") + ": "
                    + Sentences.quotedAll(unknown) + ". Going on, for what the code needs is there.");
        }
        events.emit(new MigrationEvent.Finished(List.copyOf(migrations.graph().maximal(state.applied()))));
    }
}
