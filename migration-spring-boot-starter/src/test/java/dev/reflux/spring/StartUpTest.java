package dev.reflux.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.spring.example.EagerApplication;
import dev.reflux.spring.example.EagerApplication.Seen;
import dev.reflux.spring.example.PlainApplication;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import dev.reflux.test.Traffic;
import java.util.List;
import java.util.concurrent.Callable;
import org.jooq.Constants;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

@PostgresTest
class StartUpTest {

    private final TestDatabase shared;
    private TestDatabase database;

    StartUpTest(TestDatabase shared) {
        this.shared = shared;
        this.database = shared;
    }

    @BeforeEach
    void empty() {
        database = shared.fresh();
    }

    @Test
    void migrations_ofAFreshDatabase_runBeforeAnythingElseUsesIt() {
        try (ConfigurableApplicationContext context = Example.start(
                EagerApplication.class,
                database,
                "--spring.sql.init.mode=always",
                "--spring.sql.init.data-locations=classpath:insert-guest.sql")) {
            assertThat(context.getBeansOfType(Seen.class).values())
                    .extracting(Seen::by)
                    .containsExactlyInAnyOrderElementsOf(EagerApplication.roads());
        }
        assertThat(Example.applied(database)).containsExactly("a1", "b2");
        assertThat(database.query("SELECT name FROM guests ORDER BY name"))
                .isEqualTo(List.of(List.of("Ada"), List.of("Carl")));
    }

    @Test
    void migrations_whereBeansAreLazy_runAllTheSame() {
        try (ConfigurableApplicationContext context =
                Example.start(PlainApplication.class, database, "--spring.main.lazy-initialization=true")) {
            assertThat(context.isActive()).isTrue();
            assertThat(Example.applied(database)).containsExactly("a1", "b2");
        }
    }

    @Test
    void secondStart_withNothingToDo_isOneConnectionAndOneQuery() {
        Example.start(PlainApplication.class, database).close();
        try (CountingProxy proxy = CountingProxy.to(database)) {
            Example.start(PlainApplication.class, proxy.url(), "--spring.r2dbc.pool.initial-size=0")
                    .close();
            Traffic traffic = proxy.traffic();
            assertThat(traffic.connections()).isEqualTo(1);
            assertThat(traffic.queries().stream().filter(sql -> sql.contains("schema_revision")))
                    .hasSize(1);
            // The driver asks for the isolation level and for the types of extensions when it connects.
            assertThat(traffic.roundTrips()).isEqualTo(3);
        }
    }

    @Test
    void pool_ofOneConnection_isEnough() {
        try (ConfigurableApplicationContext context = Example.start(
                EagerApplication.class,
                database,
                "--spring.r2dbc.pool.initial-size=1",
                "--spring.r2dbc.pool.max-size=1")) {
            assertThat(context.getBean(SchemaStatus.class).now().block())
                    .satisfies(status -> assertThat(status.isUpToDate()).isTrue());
        }
    }

    @Test
    void instances_startedAtOnce_runEachRevisionOnce() throws Exception {
        Callable<ConfigurableApplicationContext> instance = () -> Example.start(EagerApplication.class, database);
        Example.startAtOnce(List.of(instance, instance)).forEach(ConfigurableApplicationContext::close);
        assertThat(Example.applied(database)).containsExactly("a1", "b2");
    }

    @Test
    void separateUrl_isUsedForMigrationsAlone() {
        try (CountingProxy proxy = CountingProxy.to(database);
                ConfigurableApplicationContext context = Example.start(
                        PlainApplication.class,
                        database,
                        "--reflux.url=" + proxy.url().replaceFirst("//.*@", "//"),
                        "--reflux.user=" + database.user(),
                        "--reflux.password=" + database.password())) {
            assertThat(proxy.traffic().connections()).isEqualTo(1);
            assertThat(context.isActive()).isTrue();
            assertThat(Example.applied(database)).containsExactly("a1", "b2");
        }
    }

    @Test
    void separateUser_isUsedWithTheAddressOfTheApplication() {
        database.execute("CREATE ROLE migrating LOGIN PASSWORD 'secret' SUPERUSER");
        try {
            Example.start(PlainApplication.class, database, "--reflux.user=migrating", "--reflux.password=secret")
                    .close();
            assertThat(database.query("SELECT DISTINCT applied_by FROM schema_revision"))
                    .isEqualTo(List.of(List.of("migrating")));
        } finally {
            database.execute("REASSIGN OWNED BY migrating TO CURRENT_USER; DROP ROLE migrating");
        }
    }

    @Test
    void settings_areThoseOfTheProperties() {
        Example.start(
                        PlainApplication.class,
                        database,
                        "--reflux.target=a1",
                        "--reflux.schema=tools",
                        "--reflux.state-table=history")
                .close();
        assertThat(database.query("SELECT revision FROM tools.history")).isEqualTo(List.of(List.of("a1")));
    }

    @Test
    void policyWait_waitsForAnotherInstance() throws Exception {
        Example.startAtOnce(List.of(
                        () -> Example.start(EagerApplication.class, database, "--reflux.policy=wait"),
                        () -> Example.start(PlainApplication.class, database)))
                .forEach(ConfigurableApplicationContext::close);
        assertThat(Example.applied(database)).containsExactly("a1", "b2");
    }

    @Test
    void policyNone_leavesTheDatabaseAlone() {
        try (ConfigurableApplicationContext context =
                Example.start(PlainApplication.class, database, "--reflux.policy=none")) {
            assertThat(context.getBean(SchemaStatus.class).now().block())
                    .satisfies(status -> assertThat(status.applied()).isEmpty());
            context.getBean(Migrator.class).upgrade("heads").blockLast();
            assertThat(Example.applied(database)).containsExactly("a1", "b2");
        }
    }

    @Test
    void disabled_thereIsNoMigrator() {
        try (ConfigurableApplicationContext context =
                Example.start(PlainApplication.class, database, "--reflux.enabled=false")) {
            assertThat(context.getBeanNamesForType(Migrator.class)).isEmpty();
        }
    }

    @Test
    void start_onAThreadThatMustNotBlock_isRefused() {
        StartUpMigration migration = new StartUpMigration(Flux.empty());
        assertThatThrownBy(() -> Mono.fromRunnable(migration::afterPropertiesSet)
                        .subscribeOn(Schedulers.parallel())
                        .block())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("must not block")
                .hasMessageContaining("reflux.policy=none");
    }

    @Test
    void jooq_isTheOneOfTheBuild_notTheOneThatSpringBootManages() {
        assertThat(Constants.FULL_VERSION).isEqualTo(System.getProperty("jooq.version"));
    }
}
