package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import dev.reflux.r2dbc.Gate.Manner;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jooq.Query;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.scheduler.Schedulers;

/**
 * A database that is asleep, starting, or not there. Injected: a closed port, resets, SQLSTATE 57P03, a socket that never
 * answers, a name that does not resolve, wrong logins, a connection that is cut while a migration computes.
 */
@PostgresTest
class ColdStartTest {

    private static final History HISTORY = History.of().sql("a", "CREATE TABLE a (id int)");

    private final TestDatabase database;

    ColdStartTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private ConnectionFactory at(Gate gate) {
        return with(database.options()
                .mutate()
                .option(ConnectionFactoryOptions.HOST, "127.0.0.1")
                .option(ConnectionFactoryOptions.PORT, gate.port()));
    }

    private static ConnectionFactory with(ConnectionFactoryOptions.Builder options) {
        return ConnectionFactories.get(options.build());
    }

    private static Migrator.Builder migrator(ConnectionFactory factory) {
        return Migrator.builder(factory).migrations(HISTORY.migrations());
    }

    private static List<String> reasons(List<MigrationEvent> events) {
        return events.stream()
                .filter(event -> event instanceof Waiting waiting && waiting.cause() == Cause.CONNECTION)
                .map(event -> ((Waiting) event).reason())
                .toList();
    }

    @Test
    void port_thatIsClosedAtFirst_isTriedAgain() throws IOException {
        try (Gate gate = Gate.closed(database)) {
            List<MigrationEvent> events = run(migrator(at(gate))
                    .build()
                    .upgrade("heads")
                    .publishOn(Schedulers.boundedElastic())
                    .doOnNext(event -> {
                        if (event instanceof Waiting) {
                            gate.open();
                        }
                    }));

            assertThat(reasons(events)).singleElement().asString().contains("Connection refused");
            assertThat(applied(database)).containsExactly("a");
        }
    }

    @ParameterizedTest
    @EnumSource(Manner.class)
    void server_thatIsNotReady_isTriedAgain(Manner manner) throws IOException {
        try (Gate gate = Gate.open(database, manner, manner)) {
            List<MigrationEvent> events = run(migrator(at(gate))
                    .connectTimeout(manner == Manner.SILENCE ? Duration.ofMillis(500) : Duration.ofMinutes(1))
                    .build()
                    .upgrade("heads"));

            assertThat(reasons(events)).hasSize(1);
            assertThat(gate.accepted()).isGreaterThanOrEqualTo(3);
            assertThat(applied(database)).containsExactly("a");
        }
    }

    @Test
    void name_thatDoesNotResolveAtFirst_isTriedAgain() {
        ConnectionFactory lost = with(database.options().mutate().option(ConnectionFactoryOptions.HOST, "db.invalid"));
        AtomicInteger attempts = new AtomicInteger();
        ConnectionFactory found = database.connectionFactory();
        ConnectionFactory hiccup = new ConnectionFactory() {
            @Override
            public Publisher<? extends Connection> create() {
                return Mono.defer(() -> Mono.from(attempts.incrementAndGet() < 3 ? lost.create() : found.create()));
            }

            @Override
            public ConnectionFactoryMetadata getMetadata() {
                return found.getMetadata();
            }
        };

        List<MigrationEvent> events = run(migrator(hiccup).build().upgrade("heads"));

        assertThat(reasons(events)).singleElement().asString().contains("db.invalid");
        assertThat(applied(database)).containsExactly("a");
    }

    @Test
    void silence_beyondTheLimit_isNamed() throws IOException {
        try (Gate gate = Gate.open(database, Manner.SILENCE, Manner.SILENCE, Manner.SILENCE, Manner.SILENCE)) {
            Migrator migrator = migrator(at(gate))
                    .connectTimeout(Duration.ofMillis(300))
                    .connectLimit(Duration.ofMillis(500))
                    .build();

            assertThatThrownBy(() -> run(migrator.upgrade("heads")))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("accepted the connection and did not answer within 300 ms")
                    .hasMessageContaining("times in ");
        }
    }

    /** The leak check after this class finds sessions that stay open. */
    @Test
    void connection_thatStandsTooLate_isClosedWhenItDoes() {
        try (CountingProxy proxy = CountingProxy.to(database)) {
            proxy.delayEachWay(Duration.ofMillis(200));
            Migrator migrator = migrator(proxy.connectionFactory())
                    .connectTimeout(Duration.ofMillis(100))
                    .connectLimit(Duration.ofMillis(400))
                    .build();

            assertThatThrownBy(() -> run(migrator.upgrade("heads"))).hasMessageContaining("did not answer within");
            int attempts = proxy.traffic().connections();
            assertThat(attempts).isGreaterThan(1);
            Flux.defer(() -> Flux.just(proxy.traffic().terminates()))
                    .repeatWhen(times -> times.delayElements(Duration.ofMillis(20)))
                    .takeUntil(closed -> closed == attempts)
                    .blockLast(Duration.ofMinutes(1));
        }
    }

    @Test
    void limitOfZero_isOneAttempt() throws IOException {
        try (Gate gate = Gate.open(database, Manner.STARTING_UP, Manner.STARTING_UP)) {
            Migrator migrator = migrator(at(gate)).connectLimit(Duration.ZERO).build();

            assertThatThrownBy(() -> run(migrator.upgrade("heads")))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("the database system is starting up");
            assertThat(gate.accepted()).isEqualTo(1);
        }
    }

    @Test
    void wrongPassword_failsAtOnceWithARemedy() {
        ConnectionFactory wrong = with(database.options()
                .mutate()
                .option(ConnectionFactoryOptions.USER, "nobody")
                .option(ConnectionFactoryOptions.PASSWORD, "geheim"));

        assertRefused(wrong, "Check the user and the password");
    }

    @Test
    void unknownDatabase_failsAtOnceWithARemedy() {
        assertRefused(
                with(database.options().mutate().option(ConnectionFactoryOptions.DATABASE, "nowhere")), "Create it");
    }

    private static void assertRefused(ConnectionFactory factory, String remedy) {
        AtomicInteger waits = new AtomicInteger();

        assertThatThrownBy(() -> run(migrator(factory)
                        .build()
                        .upgrade("heads")
                        .doOnNext(event -> waits.addAndGet(event instanceof Waiting ? 1 : 0))))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(remedy)
                .hasMessageNotContaining("geheim");
        assertThat(waits).hasValue(0);
    }

    @Test
    void connection_lostWhileAMigrationComputes_isAnErrorThatNamesItself() {
        Sinks.One<Query> computed = Sinks.one();
        try (CountingProxy proxy = CountingProxy.to(database)) {
            History slow = History.of()
                    .sql("a", "CREATE TABLE a (id int)")
                    .java(
                            "b",
                            db -> Flux.from(db.selectOne())
                                    .doOnNext(row -> {
                                        proxy.cut();
                                        computed.tryEmitValue(db.query("CREATE TABLE b (id int)"));
                                    })
                                    .thenMany(computed.asMono()));
            Migrator migrator = Migrator.builder(proxy.connectionFactory())
                    .migrations(slow.migrations())
                    .build();

            assertThatThrownBy(() -> run(migrator.upgrade("heads")))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("connection to the database")
                    .hasMessageContaining("Every committed step is recorded");
        }
        assertThat(applied(database)).containsExactly("a");
    }
}
