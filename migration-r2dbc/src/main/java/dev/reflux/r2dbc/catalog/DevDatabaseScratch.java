package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.catalog.DevWorkspace.Ground;
import dev.reflux.r2dbc.catalog.Surroundings.Extension;
import dev.reflux.r2dbc.wire.OwnConnection;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.sql.Identifier;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * A place in a database of its own: the database is empty but for extensions, DDL is committed in it, and in the end everything
 * is dropped again, also after an error and after a cancel. It is slower to leave than a transaction, but it has room for any
 * number of objects, event triggers fire in it, and nothing of the live database can be touched.
 *
 * <p>Whoever else gives the same database waits: a second connection holds a lock for as long as this takes, in a transaction
 * without a snapshot. A killed process leaves what it has made; the database is then refused as not empty, by name.
 *
 * <p><b>Not faithful</b>: roles belong to the whole server. They have to be there if DDL names them, and those that DDL makes
 * stay. The privileges of a schema that holds only extensions, and everything in a schema of another role, are not known here.
 */
final class DevDatabaseScratch implements Scratch {

    /** Dropping a table locks what hangs on it, too: types, indexes, constraints, triggers, defaults. */
    private static final long LOCKS_PER_DROP = 40;

    private static final Duration FAREWELL = Duration.ofSeconds(5);
    private static final Duration LONGEST_CLEARING = Duration.ofMinutes(5);

    private final ConnectionFactory dev;
    private final ConnectionFactory live;
    private final CatalogScope scope;

    DevDatabaseScratch(ConnectionFactory dev, ConnectionFactory live, CatalogScope scope) {
        this.dev = dev;
        this.live = live;
        this.scope = scope;
    }

    @Override
    public <T> Mono<T> use(Function<Workspace, Mono<T>> work) {
        return OwnConnection.use(live, SurroundingsReader::read)
                .concatMap(surroundings -> like(surroundings, work))
                .singleOrEmpty();
    }

    /**
     * The same for a live database that is like this. What the work returns comes at once; the end comes when everything is
     * dropped.
     */
    <T> Flux<T> like(Surroundings surroundings, Function<Workspace, Mono<T>> work) {
        return Flux.defer(() -> {
            Clearing clearing = new Clearing();
            return Flux.usingWhen(
                    Mono.from(OwnConnection.unpooled(dev).create()),
                    connection -> Exchange.send(connection, List.of(Line.of(StageSql.BEGIN), Line.of(DevLock.TAKE)))
                            .onErrorMap(RefusedLine.class, DevLock::explain)
                            .thenMany(locked(new Turn(surroundings, clearing), work)),
                    DevDatabaseScratch::release,
                    (connection, error) -> release(connection),
                    connection -> clearing.end().then(release(connection)));
        });
    }

    private record Turn(Surroundings surroundings, Clearing clearing) {}

    private <T> Flux<T> locked(Turn turn, Function<Workspace, Mono<T>> work) {
        Clearing clearing = turn.clearing();
        return Flux.usingWhen(
                Mono.from(OwnConnection.unpooled(dev).create()).doOnNext(connection -> clearing.begin()),
                connection -> open(connection, turn).flatMap(work),
                connection -> clearing.clear(connection).then(close(connection)),
                (connection, error) ->
                        clearing.clear(connection).onErrorComplete().then(close(connection)),
                connection -> OwnConnection.cancelStatement(connection)
                        .then(rollBack(connection))
                        .timeout(FAREWELL)
                        .onErrorComplete()
                        .then(clearing.clear(connection))
                        .onErrorComplete()
                        .then(close(connection)));
    }

    private Mono<Workspace> open(Connection connection, Turn turn) {
        return SurroundingsReader.read(connection).flatMap(own -> {
            DevRefusals.check(own, turn.surroundings());
            return Mono.zip(Texts.of(connection, DevSql.FOUND), Texts.of(connection, DevSql.PUBLIC))
                    .flatMap(read -> {
                        DevRefusals.checkEmpty(read.getT1(), read.getT2());
                        turn.clearing().willDrop(clearing(own, read.getT2()));
                        Ground ground = new Ground(turn.surroundings(), own);
                        return Exchange.send(connection, opening(ground))
                                .onErrorMap(RefusedLine.class, DevRefusals::explain)
                                .thenReturn(new DevWorkspace(connection, ground, scope));
                    });
        });
    }

    private static String clearing(Surroundings own, List<String> schemaPublic) {
        DevSql.Before before = new DevSql.Before(
                own.extensions().stream().map(Extension::name).toList(),
                own.extensions().stream().map(Extension::schema).distinct().toList(),
                schemaPublic);
        return DevSql.clear(before, Math.max(1, Refusals.mostLocks(own.server()) / LOCKS_PER_DROP));
    }

    /** The schemas and the extensions of the live database. */
    private static List<Line> opening(Ground ground) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(StageSql.BEGIN));
        lines.add(Line.of(StageSql.settings("pg_catalog")));
        lines.add(Line.of(DevSql.standardPublic(ground.own().server().majorVersion())));
        Set<String> schemas = new LinkedHashSet<>(ground.stage().made());
        ground.live().extensions().forEach(extension -> schemas.add(extension.schema()));
        schemas.forEach(schema -> lines.add(Line.of("CREATE SCHEMA IF NOT EXISTS " + Identifier.quote(schema))));
        Set<String> there =
                ground.own().extensions().stream().map(Extension::name).collect(Collectors.toSet());
        ground.live().extensions().stream()
                .filter(extension -> !there.contains(extension.name()))
                .forEach(extension -> lines.add(Line.of("CREATE EXTENSION IF NOT EXISTS "
                        + Identifier.quote(extension.name()) + " WITH SCHEMA "
                        + Identifier.quote(extension.schema()) + " CASCADE")));
        lines.add(Line.of("COMMIT"));
        return lines;
    }

    private static Mono<Void> release(Connection connection) {
        return rollBack(connection).timeout(FAREWELL).onErrorComplete().then(close(connection));
    }

    private static Mono<Void> rollBack(Connection connection) {
        return Reply.to(connection, "ROLLBACK").then();
    }

    private static Mono<Void> close(Connection connection) {
        return Mono.from(connection.close()).onErrorComplete();
    }

    /** The end of a use: what has to be dropped, and when that is done. */
    private static final class Clearing {

        private final Sinks.Empty<Void> done = Sinks.empty();
        private volatile String statement = "";
        private volatile boolean begun;

        void begin() {
            begun = true;
        }

        void willDrop(String clearing) {
            statement = clearing;
        }

        /** Drops everything that was made since the database was found empty; nothing if it was not. */
        Mono<Void> clear(Connection connection) {
            return Mono.defer(() -> statement.isEmpty()
                            ? Mono.<Void>empty()
                            : rollBack(connection).then(Exchange.send(connection, List.of(Line.of(statement)))))
                    .onErrorMap(RefusedLine.class, DevRefusals::notCleared)
                    .doFinally(signal -> done.tryEmitEmpty());
        }

        /** Waits until it is done. */
        Mono<Void> end() {
            return begun ? done.asMono().timeout(LONGEST_CLEARING).onErrorComplete() : Mono.empty();
        }
    }
}
