package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.r2dbc.wire.OwnConnection;
import dev.reflux.schema.SchemaScript;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Finds out what DDL means: PostgreSQL runs it in an empty place, and the result is read from its catalogs. The place is thrown
 * away; see {@link Scratch} for the two there are.
 *
 * <p>For scripts that were elaborated before, on a server like this one, it asks the live database one question, in one round
 * trip, and takes the answer from the cache. Immutable; everything is cold.
 */
public final class SchemaElaboration {

    private final ConnectionFactory live;
    private final Optional<ConnectionFactory> dev;
    private final CatalogScope scope;
    private final ElaborationCache cache;

    private SchemaElaboration(
            ConnectionFactory live, Optional<ConnectionFactory> dev, CatalogScope scope, ElaborationCache cache) {
        this.live = live;
        this.dev = dev;
        this.scope = scope;
        this.cache = cache;
    }

    /**
     * Elaborates in a rolled-back transaction of the live database.
     *
     * @param live the database that is to become what the scripts say
     * @param scope what a catalog covers
     */
    public static SchemaElaboration of(ConnectionFactory live, CatalogScope scope, ElaborationCache cache) {
        return new SchemaElaboration(live, Optional.empty(), scope, cache);
    }

    /**
     * The same in a database of its own.
     *
     * @param empty the development database; everything that is made there is dropped again
     */
    public SchemaElaboration on(ConnectionFactory empty) {
        return new SchemaElaboration(live, Optional.of(empty), scope, cache);
    }

    /**
     * What the scripts make in a database that is empty but for the extensions of the live one.
     *
     * @return fails with {@link ScratchRefusedException} where there is no place for it, with {@link SchemaFailedException} where
     *     PostgreSQL refuses a statement, with {@link dev.reflux.source.RefusedStatementException} where one cannot run
     */
    public Mono<Catalog> elaborate(List<SchemaScript> scripts) {
        return elaborated(scripts).map(Elaborated::catalog).single();
    }

    /**
     * What the live database would be if the scripts had made it: what scripts do not decide is as it is there. That is, the
     * extensions it has, schemas that hold nothing else, and what belongs to other roles.
     *
     * @return makes it of the catalog of the live database, which is to be read with the same scope, meanwhile or later. It comes as
     *     soon as it is known; the end comes when everything that was made is dropped again
     */
    public Flux<UnaryOperator<Catalog>> completion(List<SchemaScript> scripts) {
        return elaborated(scripts)
                .map(elaborated ->
                        current -> new LeftAlone(elaborated.surroundings()).merge(elaborated.catalog(), current));
    }

    private record Elaborated(Surroundings surroundings, Catalog catalog) {}

    private Flux<Elaborated> elaborated(List<SchemaScript> scripts) {
        return dev.map(empty -> OwnConnection.<Surroundings>use(live, SurroundingsReader::read)
                        .concatMap(surroundings -> elaborated(surroundings, scripts, onDev(empty, surroundings))))
                .orElseGet(() -> OwnConnection.use(
                        live,
                        connection -> SurroundingsReader.read(connection)
                                .flatMapMany(surroundings ->
                                        elaborated(surroundings, scripts, inside(connection, surroundings)))));
    }

    private interface Place {
        Publisher<Catalog> use(Function<Workspace, Mono<Catalog>> work);
    }

    private Place onDev(ConnectionFactory empty, Surroundings surroundings) {
        return work -> new DevDatabaseScratch(empty, live, scope).like(surroundings, work);
    }

    private Place inside(Connection connection, Surroundings surroundings) {
        return work -> new RolledBackScratch(live, scope).within(connection, surroundings, work);
    }

    private Flux<Elaborated> elaborated(Surroundings surroundings, List<SchemaScript> scripts, Place place) {
        String key = ElaborationKey.of(surroundings, scope, scripts);
        Flux<Catalog> built = Flux.defer(
                        () -> place.use(workspace -> workspace.run(scripts).then(workspace.catalog())))
                .concatMap(catalog ->
                        Flux.concat(Mono.just(catalog), cache.keep(key, catalog).then(Mono.empty())));
        return cache.find(key).flux().switchIfEmpty(built).map(catalog -> new Elaborated(surroundings, catalog));
    }
}
