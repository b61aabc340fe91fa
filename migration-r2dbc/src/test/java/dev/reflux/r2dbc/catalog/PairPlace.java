package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.diff.SchemaDiff;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.R2dbcException;

/**
 * Where {@link SchemaPair}s are tried, one after the other: an empty database in which the new schema is made and rolled back,
 * and one that has the old schema and is changed. What a pair leaves is dropped by a generated script; if anything remains, the
 * next pair has a new database.
 */
final class PairPlace implements AutoCloseable {

    private final TestDatabase database;
    private final CatalogSession empty;
    private final Catalog nothing;
    private CatalogSession live;

    PairPlace(TestDatabase database) {
        this.database = database;
        this.empty = CatalogSession.on(database);
        this.nothing = empty.read();
        this.live = CatalogSession.on(database.fresh());
    }

    /** An empty database, of which the session does not change anything. */
    CatalogSession empty() {
        return empty;
    }

    /** The database that is changed. */
    CatalogSession live() {
        return live;
    }

    int majorVersion() {
        return database.majorVersion();
    }

    /** Makes the place ready for the next pair. */
    void clear() {
        if (!isEmptied()) {
            live.close();
            live = CatalogSession.on(database.fresh());
        }
    }

    private boolean isEmptied() {
        try {
            live.run(SchemaPair.script(SchemaDiff.between(live.read(), nothing).statements()));
            Catalog left = live.read();
            return left.describesSameAs(nothing) && left.unmodelled().equals(nothing.unmodelled());
        } catch (R2dbcException | IllegalStateException e) {
            return false;
        }
    }

    @Override
    public void close() {
        empty.close();
        live.close();
    }
}
