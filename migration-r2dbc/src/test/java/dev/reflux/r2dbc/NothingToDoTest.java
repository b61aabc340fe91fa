package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.event.MigrationEvent;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import dev.reflux.test.Traffic;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Injects nothing: the common case is that there is nothing to do. On the wire, that is one connection and one question,
 * whatever form the URL has and whether or not the state table is there; and the database stays as it was to the last row.
 */
@PostgresTest
class NothingToDoTest {

    /** The only thing that the driver asks by itself; it cannot be told not to. */
    private static final String OF_THE_DRIVER = "SHOW TRANSACTION ISOLATION LEVEL";

    /** Every row of every catalog that DDL would touch, and what has been written since the database was made. */
    private static final String EVERYTHING = "SELECT count(*), max(xmin::text::bigint) FROM pg_class UNION ALL"
            + " SELECT count(*), max(xmin::text::bigint) FROM pg_attribute UNION ALL"
            + " SELECT count(*), max(xmin::text::bigint) FROM pg_namespace";

    private final TestDatabase database;

    NothingToDoTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private static History history() {
        return History.of().sql("a", "CREATE TABLE t (id int)", "DROP TABLE t").sql("b", "INSERT INTO t VALUES (1)");
    }

    static Stream<String> forms() {
        return Stream.of(
                "postgresql://%s",
                "postgres://%s?application_name=shop&connect_timeout=10",
                "postgresql+asyncpg://%s",
                "jdbc:postgresql://%s?prepareThreshold=5",
                "r2dbc:postgresql://%s",
                "r2dbc:pool:postgresql://%s?maxSize=3&autodetectExtensions=true");
    }

    @ParameterizedTest
    @MethodSource("forms")
    void upgrade_ofADatabaseAtItsHeads_asksOneQuestion(String form) {
        run(Runs.migrator(database, history()).upgrade("heads"));

        unchanged(form, history(), migrator -> run(migrator.upgrade("heads")));
    }

    @ParameterizedTest
    @MethodSource("forms")
    void upgrade_withoutRevisions_andWithoutAStateTable_asksTheSameQuestion(String form) {
        unchanged(form, History.of(), migrator -> run(migrator.upgrade("heads")));

        assertThat(Runs.value(database, "SELECT to_regclass('schema_revision') IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void everyOtherWayToDoNothing_asksOneQuestion() {
        run(Runs.migrator(database, history()).upgrade("heads"));
        Map<String, Consumer<Migrator>> ways = Map.of(
                "status", migrator -> migrator.status().block(),
                "planUpgrade", migrator -> migrator.planUpgrade("heads").block(),
                "planDowngrade", migrator -> migrator.planDowngrade("base").block(),
                "upgrade to a revision", migrator -> run(migrator.upgrade("a")),
                "downgrade to the head", migrator -> run(migrator.downgrade("b")),
                "stamp", migrator -> run(migrator.stamp("heads")));

        ways.forEach((name, way) -> unchanged("postgresql://%s", history(), way));
    }

    private void unchanged(String form, History history, Consumer<Migrator> way) {
        List<List<String>> before = database.query(EVERYTHING);
        try (CountingProxy proxy = CountingProxy.to(database)) {
            String url = form.formatted(proxy.url().replaceFirst("^postgresql://", ""));
            Migrator migrator = Migrator.builder(ConnectionUrl.parse(url).connectionFactory())
                    .migrations(history.migrations())
                    .build();

            way.accept(migrator);

            assertOneQuestion(proxy.traffic(), form);
        }
        assertThat(database.query(EVERYTHING)).as(form).isEqualTo(before);
    }

    private static void assertOneQuestion(Traffic traffic, String form) {
        assertThat(traffic.connections()).as(form).isEqualTo(1);
        assertThat(traffic.queries()).as(form).hasSize(2).first().isEqualTo(OF_THE_DRIVER);
        assertThat(traffic.queries().get(1)).as(form).startsWith("SELECT revision, ");
        assertThat(traffic.roundTrips()).as(form).isEqualTo(2);
        assertThat(traffic.parses()).as(form).isZero();
    }

    @Test
    void upgrade_withSomethingToDo_isSeenByTheSameMeasure() {
        try (CountingProxy proxy = CountingProxy.to(database)) {
            List<MigrationEvent> events =
                    run(Migrator.builder(ConnectionUrl.parse(proxy.url()).connectionFactory())
                            .migrations(history().migrations())
                            .build()
                            .upgrade("heads"));

            assertThat(events).isNotEmpty();
            assertThat(proxy.traffic().queries()).hasSize(3).last().asString().contains("CREATE TABLE", "advisory");
        }
    }
}
