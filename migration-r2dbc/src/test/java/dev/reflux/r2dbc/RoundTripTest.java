package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Round trips, counted on the wire. */
@PostgresTest
class RoundTripTest {

    private static final int REVISIONS = 300;

    private final TestDatabase database;

    RoundTripTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private static History history() {
        History history = History.of();
        for (int i = 0; i < REVISIONS; i++) {
            history.sql(
                    "r%04d".formatted(i),
                    "CREATE TABLE t%1$d (id bigint PRIMARY KEY, note text); CREATE INDEX ON t%1$d (note)".formatted(i));
        }
        return history;
    }

    @Test
    void upgrade_ofManyRevisions_takesAFewRoundTrips() {
        try (CountingProxy proxy = CountingProxy.to(database)) {
            run(migrator(proxy).upgrade("heads"));

            assertThat(proxy.traffic().connections()).isEqualTo(1);
            assertThat(afterConnecting(proxy))
                    .isLessThanOrEqualTo(REVISIONS / 10 + 5)
                    .isEqualTo(3);
        }
        assertThat(Runs.applied(database)).hasSize(REVISIONS);
        assertThat(Runs.value(database, "SELECT count(DISTINCT xmin::text) FROM schema_revision"))
                .isEqualTo(String.valueOf(REVISIONS));
    }

    /** The driver itself asks one question of each connection that it opens: SHOW TRANSACTION ISOLATION LEVEL. */
    private static int afterConnecting(CountingProxy proxy) {
        assertThat(proxy.traffic().queries().get(0)).isEqualTo("SHOW TRANSACTION ISOLATION LEVEL");
        return proxy.traffic().roundTrips() - 1;
    }

    private static Migrator migrator(CountingProxy proxy) {
        ConnectionFactoryOptions options = proxy.options()
                .mutate()
                .option(PostgresqlConnectionFactoryProvider.AUTODETECT_EXTENSIONS, false)
                .build();
        return Migrator.builder(ConnectionFactories.get(options))
                .migrations(history().migrations())
                .lockTimeout(Duration.ofMinutes(5)) // however slow the machine is, nobody looks who blocks
                .build();
    }
}
