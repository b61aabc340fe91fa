package dev.reflux.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@PostgresTest
class CountingProxyTest {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private CountingProxy proxy;

    @BeforeEach
    void startProxy(TestDatabase database) {
        proxy = CountingProxy.to(database);
    }

    @AfterEach
    void stopProxy() {
        proxy.close();
    }

    @Test
    void simpleQuery_isOneRoundTrip() {
        Traffic traffic = trafficOf(connection -> execute(connection, "SELECT 1"));

        assertThat(traffic.roundTrips()).isEqualTo(1);
        assertThat(traffic.messages()).hasToString("{Q=1}");
        assertThat(traffic.queries()).containsExactly("SELECT 1");
    }

    @Test
    void script_ofThreeStatements_isOneRoundTrip() {
        String script = "CREATE TEMP TABLE a (); DROP TABLE a; SELECT 'ä'";

        Traffic traffic = trafficOf(connection -> execute(connection, script));

        assertThat(traffic.roundTrips()).isEqualTo(1);
        assertThat(traffic.simpleQueries()).isEqualTo(1);
        assertThat(traffic.queries()).containsExactly(script);
    }

    @Test
    void queries_oneAfterTheOther_areARoundTripEach() {
        Traffic traffic = trafficOf(connection ->
                execute(connection, "SELECT 1").concatWith(Flux.defer(() -> execute(connection, "SELECT 2"))));

        assertThat(traffic.roundTrips()).isEqualTo(2);
        assertThat(traffic.queries()).containsExactly("SELECT 1", "SELECT 2");
    }

    @Test
    void query_thatFails_isOneRoundTrip() {
        Traffic traffic =
                trafficOf(connection -> execute(connection, "SELECT 1 / 0").onErrorComplete(R2dbcException.class));

        assertThat(traffic.roundTrips()).isEqualTo(1);
    }

    @Test
    void extendedQuery_isOneRoundTrip() {
        Traffic traffic = trafficOf(connection -> Flux.from(
                        connection.createStatement("SELECT $1::int").bind(0, 1).execute())
                .concatMap(CountingProxyTest::rows));

        assertThat(traffic.roundTrips()).isEqualTo(1);
        assertThat(traffic.parses()).isEqualTo(1);
        assertThat(traffic.executes()).isEqualTo(1);
        assertThat(traffic.syncs()).isEqualTo(1);
        assertThat(traffic.queries()).isEmpty();
    }

    @Test
    void extendedQuery_inPortions_isARoundTripForEach() {
        Traffic traffic = trafficOf(connection -> Flux.from(connection
                        .createStatement("SELECT generate_series(1, $1)")
                        .bind(0, 25)
                        .fetchSize(10)
                        .execute())
                .concatMap(CountingProxyTest::rows));

        assertThat(traffic.executes()).isEqualTo(3);
        assertThat(traffic.roundTrips()).as(traffic.toString()).isEqualTo(4);
    }

    @Test
    void connection_openedAndClosed_isCounted() throws InterruptedException {
        run(connection -> Flux.empty());
        run(connection -> Flux.empty());

        awaitTrue(() -> proxy.traffic().terminates() == 2);
        assertThat(proxy.traffic().connections()).isEqualTo(2);
        assertThat(proxy.traffic().terminates()).isEqualTo(2);
        assertThat(proxy.traffic().cancelRequests()).isZero();
    }

    @Test
    void encryption_preferred_isDeclinedAndTheConnectionStands() {
        ConnectionFactoryOptions preferring = proxy.options()
                .mutate()
                .option(Option.valueOf("sslMode"), "prefer")
                .build();

        assertThat(new BlockingClient(ConnectionFactories.get(preferring)).query("SELECT 1"))
                .containsExactly(List.of("1"));
        assertThat(proxy.traffic().connections()).isEqualTo(1);
    }

    @Test
    void cancelRequest_isPassedOnAndCounted() {
        Traffic traffic = trafficOf(connection -> {
            Mono<Void> cancel =
                    Mono.delay(Duration.ofMillis(100)).then(((PostgresqlConnection) connection).cancelRequest());
            return Flux.merge(execute(connection, "SELECT pg_sleep(60)"), cancel)
                    .onErrorResume(R2dbcException.class, error -> {
                        assertThat(error.getSqlState()).isEqualTo("57014");
                        return Flux.empty();
                    });
        });

        assertThat(traffic.cancelRequests()).isEqualTo(1);
        assertThat(traffic.connections()).isZero();
        assertThat(traffic.roundTrips()).isEqualTo(1);
    }

    @Test
    void delay_lengthensEachRoundTripByTwice() {
        long nanos = Objects.requireNonNull(run(connection -> {
                    proxy.delayEachWay(Duration.ofMillis(40));
                    return execute(connection, "SELECT 1").elapsed().map(timed -> timed.getT1());
                })
                .get(0));

        assertThat(Duration.ofMillis(nanos)).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    }

    @Test
    void cut_breaksOpenConnections_andNewOnesWork() throws InterruptedException {
        Connection connection = Mono.<Connection>from(proxy.connectionFactory().create())
                .blockOptional(PATIENCE)
                .orElseThrow();

        proxy.cut();
        awaitTrue(() -> !validate(connection));

        assertThatThrownBy(() -> execute(connection, "SELECT 1").blockLast(PATIENCE))
                .isInstanceOf(R2dbcException.class);
        assertThat(run(another -> execute(another, "SELECT 1"))).containsExactly("1");
    }

    @Test
    void url_leadsThroughTheProxy(TestDatabase database) {
        assertThat(proxy.url())
                .isEqualTo(
                        database.url().replace(database.host() + ":" + database.port(), "127.0.0.1:" + proxy.port()));
    }

    /** What some work costs after the connection stands. */
    private Traffic trafficOf(Function<Connection, Publisher<?>> work) {
        return Objects.requireNonNull(run(connection -> {
                    Traffic before = proxy.traffic();
                    return Flux.from(work.apply(connection))
                            .then(Mono.fromCallable(() -> proxy.traffic().since(before)));
                })
                .get(0));
    }

    private <T> List<T> run(Function<Connection, Publisher<T>> work) {
        return Objects.requireNonNull(Flux.usingWhen(proxy.connectionFactory().create(), work, Connection::close)
                .collectList()
                .block(PATIENCE));
    }

    private static Flux<String> execute(Connection connection, String sql) {
        return Flux.from(connection.createStatement(sql).execute()).concatMap(CountingProxyTest::rows);
    }

    private static Publisher<String> rows(Result result) {
        return result.map(row -> Objects.requireNonNull(row.get(0, String.class)));
    }

    private static boolean validate(Connection connection) {
        return Mono.from(connection.validate(ValidationDepth.LOCAL))
                .blockOptional(PATIENCE)
                .orElseThrow();
    }

    private static void awaitTrue(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!condition.getAsBoolean() && System.nanoTime() < end) {
            TimeUnit.MILLISECONDS.sleep(5);
        }
    }
}
