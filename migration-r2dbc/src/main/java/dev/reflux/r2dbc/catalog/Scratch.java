package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.ConnectionFactory;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * A place that is like an empty database, in which DDL can be run and thrown away. It has the extensions of the live database,
 * its schemas (empty), its role and its search path, so that DDL means in it what it would mean there.
 */
public interface Scratch {

    /**
     * Makes the place, works in it, and throws away everything that was made, whichever way the work ends: with a value, with
     * an error, or by being cancelled. Cold; each subscription has a place of its own.
     *
     * @return what the work returns; fails with {@link ScratchRefusedException} where no such place can be made
     */
    <T> Mono<T> use(Function<Workspace, Mono<T>> work);

    /**
     * A place in the live database itself, inside a transaction that is rolled back.
     *
     * @param live the database
     * @param scope what a catalog covers
     */
    static Scratch inRolledBackTransaction(ConnectionFactory live, CatalogScope scope) {
        return new RolledBackScratch(live, scope);
    }

    /**
     * A place in a database of its own, which has to be empty.
     *
     * @param dev the empty database; everything that is made there is dropped again
     * @param live the database that it stands in for
     * @param scope what a catalog covers
     */
    static Scratch onDevDatabase(ConnectionFactory dev, ConnectionFactory live, CatalogScope scope) {
        return new DevDatabaseScratch(dev, live, scope);
    }
}
