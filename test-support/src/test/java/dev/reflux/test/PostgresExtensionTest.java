package dev.reflux.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;
import static org.junit.platform.testkit.engine.EventConditions.container;
import static org.junit.platform.testkit.engine.EventConditions.event;
import static org.junit.platform.testkit.engine.EventConditions.finishedWithFailure;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.instanceOf;
import static org.junit.platform.testkit.engine.TestExecutionResultConditions.message;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@PostgresTest
class PostgresExtensionTest {

    private static final Set<String> USED = ConcurrentHashMap.newKeySet();

    @Test
    void twoClasses_haveADatabaseEach(TestDatabase database) {
        USED.clear();

        EngineExecutionResults results = run(OneClass.class, AnotherClass.class);

        results.testEvents()
                .assertStatistics(statistics -> statistics.succeeded(4).failed(0));
        assertThat(USED).hasSize(2).doesNotContain(database.database());
    }

    @Test
    void database_afterItsClass_isDropped(TestDatabase database) {
        USED.clear();

        run(OneClass.class, LeavesAConnection.class);

        assertThat(USED).hasSize(3);
        assertThat(database.query("SELECT datname FROM pg_database").stream().map(row -> row.get(0)))
                .contains(database.database())
                .doesNotContainAnyElementsOf(USED);
    }

    @Test
    void connection_leftOpen_failsItsClass() {
        EngineExecutionResults results = run(LeavesAConnection.class);

        results.testEvents()
                .assertStatistics(statistics -> statistics.succeeded(1).failed(0));
        results.containerEvents()
                .assertThatEvents()
                .haveExactly(
                        1,
                        event(
                                container(LeavesAConnection.class),
                                finishedWithFailure(
                                        instanceOf(AssertionError.class),
                                        message(text -> text.contains("LeavesAConnection\" left connections open")
                                                && text.contains("application_name \"r2dbc-postgresql\"")
                                                && text.contains("state \"idle in transaction\"")
                                                && text.contains("query \"SELECT 42\"")))));
    }

    @Test
    void connection_closedAtTheLastMoment_isNoLeak() {
        run(ClosesAfterAll.class).allEvents().assertStatistics(statistics -> statistics.failed(0));
    }

    private static EngineExecutionResults run(Class<?>... classes) {
        EngineTestKit.Builder builder = EngineTestKit.engine("junit-jupiter");
        for (Class<?> testClass : classes) {
            builder.selectors(selectClass(testClass));
        }
        return builder.execute();
    }

    @PostgresTest
    static class OneClass {

        OneClass(TestDatabase database) {
            USED.add(database.database());
        }

        @BeforeAll
        static void createTable(TestDatabase database) {
            database.execute("CREATE TABLE numbers (number int)");
        }

        @Test
        void first(TestDatabase database) {
            database.execute("INSERT INTO numbers VALUES (1)");
        }

        @Nested
        class Inner {

            @Test
            void second(TestDatabase database) {
                assertThat(USED).contains(database.database());
                database.execute("INSERT INTO numbers VALUES (2)");
            }
        }

        @AfterAll
        static void allTests_sawTheSameTable(TestDatabase database) {
            assertThat(database.query("SELECT number FROM numbers ORDER BY number"))
                    .containsExactly(List.of("1"), List.of("2"));
        }
    }

    @PostgresTest
    static class AnotherClass {

        @Test
        void database_isEmpty(TestDatabase database) {
            USED.add(database.database());
            assertThat(database.query("SELECT FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                    .isEmpty();
        }

        @Test
        void parameter_inEachTest_isTheSame(TestDatabase database) {
            USED.add(database.database());
        }
    }

    @PostgresTest
    static class LeavesAConnection {

        @Test
        void opens(TestDatabase database) {
            USED.add(database.database());
            TestDatabase second = database.fresh();
            USED.add(second.database());
            Connection connection = open(second);
            Flux.from(connection.beginTransaction())
                    .thenMany(connection.createStatement("SELECT 42").execute())
                    .concatMap(result -> result.map(row -> row))
                    .blockLast();
        }
    }

    @PostgresTest
    static class ClosesAfterAll {

        private static Connection connection;

        @BeforeAll
        static void opens(TestDatabase database) {
            connection = open(database);
        }

        @Test
        void works() {
            assertThat(connection.isAutoCommit()).isTrue();
        }

        @AfterAll
        static void closes() {
            Mono.from(connection.close()).block();
        }
    }

    private static Connection open(TestDatabase database) {
        return Mono.<Connection>from(database.connectionFactory().create())
                .blockOptional()
                .orElseThrow();
    }
}
