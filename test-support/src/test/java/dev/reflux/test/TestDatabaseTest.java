package dev.reflux.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;

@PostgresTest
class TestDatabaseTest {

    @Test
    void query_ofSeveralTypes_returnsTexts(TestDatabase database) {
        assertThat(database.query("SELECT 1, true, null, 'a', '{1,2}'::int[], '{\"a\": 1}'::jsonb, date '2026-11-21';"
                        + " SELECT 1.50"))
                .containsExactly(List.of("1", "t", "NULL", "a", "{1,2}", "{\"a\": 1}", "2026-11-21"), List.of("1.50"));
    }

    @Test
    void execute_scriptThatFails_throwsAndDoesNothing(TestDatabase database) {
        assertThatThrownBy(() -> database.execute("CREATE TABLE half (); SELECT 1 / 0"))
                .isInstanceOf(R2dbcException.class)
                .hasMessageContaining("division by zero");

        assertThat(database.query("SELECT to_regclass('half')")).containsExactly(List.of("NULL"));
    }

    @Test
    void connectionFactory_isThePlainDriver(TestDatabase database) {
        assertThat(database.connectionFactory()).isInstanceOf(PostgresqlConnectionFactory.class);
    }

    @Test
    void url_asAnR2dbcUrl_connectsToTheSameDatabase(TestDatabase database) {
        assertThat(new BlockingClient(ConnectionFactories.get("r2dbc:" + database.url()))
                        .query("SELECT current_database()"))
                .containsExactly(List.of(database.database()));
        assertThat(URI.create(database.url()))
                .hasHost(database.host())
                .hasPort(database.port())
                .hasPath("/" + database.database());
    }

    @Test
    void majorVersion_isTheServers(TestDatabase database) {
        assertThat(database.query("SHOW server_version").get(0).get(0)).startsWith(database.majorVersion() + ".");
    }

    @Test
    void password_wrong_isRefused(TestDatabase database) {
        ConnectionFactoryOptions wrong = database.options()
                .mutate()
                .option(ConnectionFactoryOptions.PASSWORD, "wrong")
                .build();

        assertThatThrownBy(() -> new BlockingClient(ConnectionFactories.get(wrong)).query("SELECT 1"))
                .isInstanceOf(R2dbcException.class)
                .extracting(error -> ((R2dbcException) error).getSqlState())
                .isEqualTo("28P01");
    }

    @Test
    void fresh_isAnotherEmptyDatabase(TestDatabase database) {
        database.execute("CREATE TABLE only_here ()");

        TestDatabase another = database.fresh();

        assertThat(another.database()).isNotEqualTo(database.database());
        assertThat(another.query("SELECT to_regclass('only_here')")).containsExactly(List.of("NULL"));
    }
}
