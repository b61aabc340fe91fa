package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import dev.reflux.r2dbc.Entry.Role;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.sql.Trace;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out what became of a statement that was interrupted, and mends what it has left.
 *
 * <p>A statement goes on at the server when its client has died, so the first thing is to wait until no backend works on it
 * or on its table any more; what the catalog says before that means nothing. Then the catalog is asked, in the words of the
 * statement's {@link Trace}.
 */
final class Aftermath {

    private static final Backoff PAUSES = new Backoff(Duration.ofMillis(50), Duration.ofSeconds(1));

    private final RunSettings settings;
    private final EventSink events;
    private final StagedStep step;

    Aftermath(RunSettings settings, EventSink events, StagedStep step) {
        this.settings = settings;
        this.events = events;
        this.step = step;
    }

    /** What has to be done about a statement. */
    enum Verdict {
        /** It has taken effect. */
        DONE,
        /** It had come so far that it could only be completed, which has been done. */
        COMPLETED,
        /** It has not taken effect, or may be run again. */
        REPEAT,
        /** The catalog does not tell. */
        UNKNOWN
    }

    /** Waits until nobody works on the statement, then judges it. What it has left half-done is gone afterwards. */
    Mono<Verdict> judge(Connection connection, String sql, Trace trace) {
        return quiet(connection, sql, trace).then(Mono.defer(() -> verdict(connection, trace)));
    }

    /** The same without waiting, for a statement that nobody has begun: it must not take an invalid index for a good one. */
    Mono<Void> clear(Connection connection, Trace.IndexBuilt trace) {
        return index(connection, trace).then();
    }

    private Mono<Verdict> verdict(Connection connection, Trace trace) {
        return trace.match(new Trace.Cases<>() {
            @Override
            public Mono<Verdict> indexBuilt(Trace.IndexBuilt built) {
                return index(connection, built);
            }

            @Override
            public Mono<Verdict> indexDropped(Trace.IndexDropped dropped) {
                return one(connection, CatalogQuestions.exists(dropped), row -> flag(row, "there"))
                        .map(there -> there ? Verdict.REPEAT : Verdict.DONE);
            }

            @Override
            public Mono<Verdict> reindexed(Trace.Reindexed reindexed) {
                return dropped(connection, CatalogQuestions.leftovers(reindexed), "an interrupted REINDEX left it")
                        .thenReturn(Verdict.REPEAT);
            }

            @Override
            public Mono<Verdict> partitionDetached(Trace.PartitionDetached detached) {
                return detached(connection, detached);
            }

            @Override
            public Mono<Verdict> repeatable(Trace.Repeatable repeatable) {
                return Mono.just(Verdict.REPEAT);
            }

            @Override
            public Mono<Verdict> unknown(Trace.Unknown unknown) {
                return Mono.just(Verdict.UNKNOWN);
            }
        });
    }

    private Mono<Verdict> index(Connection connection, Trace.IndexBuilt built) {
        return dropped(
                        connection,
                        CatalogQuestions.invalid(built),
                        "an interrupted build left it, and it is built again")
                .then(one(connection, CatalogQuestions.exists(built), row -> flag(row, "there")))
                .map(there -> there ? Verdict.DONE : Verdict.REPEAT);
    }

    private Mono<Verdict> detached(Connection connection, Trace.PartitionDetached detached) {
        return one(connection, CatalogQuestions.detachPending(detached), row -> flag(row, "pending"))
                .flatMap(pending -> pending ? finalised(connection, detached) : Mono.just(Verdict.REPEAT))
                .defaultIfEmpty(Verdict.DONE);
    }

    private Mono<Verdict> finalised(Connection connection, Trace.PartitionDetached detached) {
        events.warning("The partition " + detached.partition() + " was half detached from " + detached.table()
                + " by an interrupted run. It is detached wholly now.");
        return repair(
                        connection,
                        "ALTER TABLE " + detached.table() + " DETACH PARTITION " + detached.partition() + " FINALIZE")
                .thenReturn(Verdict.COMPLETED);
    }

    /** Drops the indexes that a query names. */
    private Mono<Void> dropped(Connection connection, String query, String why) {
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> text(row, "name")))
                .collectList()
                .flatMapIterable(names -> names)
                .concatMap(name -> {
                    events.warning("The index " + name + " is invalid and is dropped: " + why + ".");
                    return repair(connection, "DROP INDEX CONCURRENTLY IF EXISTS " + name);
                })
                .then();
    }

    private Mono<Void> repair(Connection connection, String sql) {
        return Reply.to(connection, sql)
                .ofType(Reply.Failed.class)
                .next()
                .flatMap(failed -> Mono.error(new ServerFailure.OfStatement(
                        Entry.of(Role.REPAIR, sql, step), failed.error(), Optional.empty())));
    }

    private Mono<Void> quiet(Connection connection, String sql, Trace trace) {
        Elapsed waited = Elapsed.sinceNow();
        Tidings tidings = new Tidings(events);
        return Flux.defer(() -> connection
                        .createStatement(CatalogQuestions.workers(sql, trace))
                        .execute())
                .concatMap(result -> result.map((row, metadata) -> Blockers.from(row)))
                .reduce(Blockers::and)
                .flatMap(workers -> {
                    if (waited.soFar().compareTo(settings.patience().waitLimit()) > 0) {
                        return Mono.<Boolean>error(UnfinishedException.stillRunning(step, workers, waited.soFar()));
                    }
                    tidings.tell(() -> new Waiting(
                            Cause.STATEMENT,
                            "an interrupted run's statement still goes on at the server: " + workers,
                            waited.soFar()));
                    return Mono.just(false);
                })
                .defaultIfEmpty(true)
                .filter(free -> free)
                .repeatWhenEmpty(times -> times.concatMap(PAUSES::delay))
                .then();
    }

    private static <T> Mono<T> one(Connection connection, String query, Function<Row, T> reading) {
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> reading.apply(row)))
                .next();
    }

    private static boolean flag(Row row, String column) {
        return Objects.requireNonNull(row.get(column, Boolean.class));
    }

    private static String text(Row row, String column) {
        return Objects.requireNonNull(row.get(column, String.class));
    }
}
