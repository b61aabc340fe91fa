package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.event.MigrationEvent.StepStarted;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The connection breaks, or never stands. */
@PostgresTest
class BrokenConnectionTest {

    private static final int REVISIONS = 40;

    private final TestDatabase database;

    BrokenConnectionTest(TestDatabase database) {
        this.database = database;
    }

    private static History history() {
        History history = History.of();
        for (int i = 10; i < 10 + REVISIONS; i++) {
            history.sql("r" + i, "CREATE TABLE t%d (id int); SELECT pg_sleep(0.02)".formatted(i));
        }
        return history;
    }

    @Test
    void connection_cutInTheMiddleOfAScript_leavesAPrefixWhole() {
        try (CountingProxy proxy = CountingProxy.to(database)) {
            Migrator cutOff = Migrator.builder(proxy.connectionFactory())
                    .migrations(history().migrations())
                    .build();

            assertThatThrownBy(() -> cutOff.upgrade("heads")
                            .doOnNext(event -> {
                                if (event instanceof StepStarted started && started.number() == 15) {
                                    proxy.cut();
                                }
                            })
                            .blockLast())
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("connection to the database failed");
        }

        // One snapshot: what is recorded is what is there, and nothing is left out in between.
        List<String> found = database.query("""
                        SELECT count(*), max(revision), count(*) FILTER (WHERE to_regclass('t' || substr(revision, 2)) IS NULL),
                          (SELECT count(*) FROM pg_tables WHERE tablename ~ '^t[0-9]+$')
                        FROM schema_revision""").get(0);
        int applied = Integer.parseInt(found.get(0));
        assertThat(applied).isGreaterThanOrEqualTo(14);
        assertThat(found).containsExactly(String.valueOf(applied), "r" + (9 + applied), "0", String.valueOf(applied));

        Runs.upgrade(database, history());
        assertThat(Runs.applied(database)).hasSize(REVISIONS);
        assertThat(Runs.value(database, "SELECT count(*) FROM schema_revision_log"))
                .isEqualTo(String.valueOf(REVISIONS));
    }

    @Test
    void database_unknown_isNamedWithARemedy() {
        assertThatThrownBy(() -> connectingWith(ConnectionFactoryOptions.builder()
                                .from(database.options())
                                .option(ConnectionFactoryOptions.DATABASE, "nowhere")
                                .build())
                        .status()
                        .block())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("database \"nowhere\" does not exist")
                .hasMessageContaining("Create it");
    }

    @Test
    void port_closed_isNamed() {
        assertThatThrownBy(() -> connectingWith(ConnectionFactoryOptions.builder()
                                .from(database.options())
                                .option(ConnectionFactoryOptions.HOST, "localhost")
                                .option(ConnectionFactoryOptions.PORT, 1)
                                .build())
                        .status()
                        .block())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("localhost")
                .hasMessageContaining("refused");
    }

    private static Migrator connectingWith(ConnectionFactoryOptions options) {
        return Migrator.builder(ConnectionFactories.get(options))
                .migrations(history().migrations())
                .connectLimit(Duration.ZERO)
                .build();
    }
}
