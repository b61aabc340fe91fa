package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.TestDatabase;
import java.util.List;

/**
 * Where {@link SchemaPair}s are tried, one after the other: an empty database in which the new schema is made and rolled back,
 * and one that has the old schema and is changed. What a pair leaves is dropped as in a development database.
 */
final class PairPlace implements AutoCloseable {

    private static final int TABLES_AT_ONCE = 50;

    private final TestDatabase database;
    private final CatalogSession empty;
    private final String clearing;
    private final CatalogSession live;

    PairPlace(TestDatabase database) {
        this.database = database;
        this.empty = CatalogSession.on(database);
        this.clearing =
                DevSql.clear(new DevSql.Before(List.of(), List.of(), empty.texts(DevSql.PUBLIC)), TABLES_AT_ONCE);
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
        live.runAlone(clearing);
        assertThat(live.texts(DevSql.FOUND)).isEmpty();
    }

    @Override
    public void close() {
        empty.close();
        live.close();
    }
}
