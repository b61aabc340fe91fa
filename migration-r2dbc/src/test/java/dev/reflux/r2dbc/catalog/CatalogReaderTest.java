package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogOrigin;
import dev.reflux.catalog.Kind;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import dev.reflux.test.Traffic;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.test.StepVerifier;

/** How the reader behaves, whatever it finds. */
@PostgresTest
class CatalogReaderTest {

    private static final String BEGIN = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY";

    private final TestDatabase database;

    CatalogReaderTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void prepare() {
        database.execute("""
                DROP SCHEMA IF EXISTS app, "Other" CASCADE;
                CREATE SCHEMA app; CREATE SCHEMA "Other";
                CREATE TABLE app.z (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, a text DEFAULT 'x');
                CREATE TABLE app.a (id int REFERENCES app.z); COMMENT ON COLUMN app.a.id IS 'z';
                CREATE TABLE "Other"."The table" (id int);
                CREATE VIEW app.v AS SELECT z.id FROM app.z, app.a;
                """);
    }

    private <T> T onConnection(Function<Connection, Mono<T>> work) {
        return Objects.requireNonNull(
                Mono.usingWhen(database.connectionFactory().create(), work, Connection::close)
                        .block());
    }

    @Test
    void read_ofALiveDatabase_takesOneRoundTrip_andOneMessage() {
        try (CountingProxy proxy = CountingProxy.to(database)) {
            Connection connection = Objects.requireNonNull(
                    Mono.from(proxy.connectionFactory().create()).block());
            Reading.run(connection, BEGIN).block();
            Traffic before = proxy.traffic();

            CatalogReader.read(connection, CatalogScope.ALL).block();

            Traffic traffic = proxy.traffic().since(before);
            assertThat(traffic.roundTrips()).isEqualTo(1);
            assertThat(traffic.simpleQueries()).isEqualTo(1);
            assertThat(traffic.messages()).hasSize(1);
            Mono.from(connection.close()).block();
        }
    }

    @Test
    void read_doesNothingBeforeItIsSubscribed_andReadsAnewEachTime() {
        List<Catalog> catalogs = onConnection(connection -> {
            Mono<Catalog> read = CatalogReader.read(connection, CatalogScope.ALL);
            return Reading.run(connection, "BEGIN; CREATE TABLE app.later (a int)")
                    .then(read)
                    .concatWith(Reading.run(connection, "CREATE TABLE app.latest (a int)")
                            .then(read))
                    .collectList();
        });

        assertThat(new Reading(catalogs.get(0)).names())
                .contains("table app.later")
                .doesNotContain("table app.latest");
        assertThat(new Reading(catalogs.get(1)).names()).contains("table app.later", "table app.latest");
    }

    @Test
    void read_twice_givesEqualObjectsInTheSameOrder() {
        Catalog one = Reading.of(database, CatalogScope.ALL).catalog();
        database.execute("""
                ALTER TABLE app.a RENAME TO b; DROP VIEW app.v; DROP TABLE app.b;
                CREATE TABLE app.a (id int REFERENCES app.z); COMMENT ON COLUMN app.a.id IS 'z';
                CREATE VIEW app.v AS SELECT z.id FROM app.z, app.a;
                """);

        Catalog other = Reading.of(database, CatalogScope.ALL).catalog();

        assertThat(other.objects()).containsExactlyElementsOf(one.objects());
        assertThat(other.origin()).isEqualTo(one.origin());
    }

    @Test
    void origin_isTheVersionAndTheRole() {
        assertThat(Reading.of(database, CatalogScope.ALL).catalog().origin())
                .isEqualTo(new CatalogOrigin(database.majorVersion(), database.user()));
    }

    @Test
    void settings_areThoseOfTheSessionAgain_whenTheTransactionIsOver() {
        String settings = "SELECT concat_ws('|', current_setting('search_path'), current_setting('timezone'),"
                + " current_setting('jit'), current_setting('datestyle')) AS s";
        List<String> values =
                onConnection(connection -> Reading.run(connection, "SET search_path = app; SET timezone = 'Asia/Tokyo'")
                        .thenMany(Flux.concat(
                                text(connection, settings),
                                Reading.run(connection, BEGIN).then(Mono.empty()),
                                CatalogReader.read(connection, CatalogScope.ALL).then(Mono.empty()),
                                Reading.run(connection, "COMMIT").then(Mono.empty()),
                                text(connection, settings)))
                        .collectList());

        assertThat(values).hasSize(2);
        assertThat(values.get(1)).isEqualTo(values.get(0)).startsWith("app|Asia/Tokyo|");
    }

    private static Mono<String> text(Connection connection, String query) {
        return Flux.from(connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> Objects.requireNonNull(row.get(0, String.class))))
                .single();
    }

    @Test
    void constants_arePrintedTheSame_whateverTheSessionPrefers() {
        String script = """
                CREATE TABLE t (a timestamptz DEFAULT '2026-01-02 03:04:05+06', b date DEFAULT '2026-01-02',
                    c interval DEFAULT '1 day 2 hours', d bytea DEFAULT 'x', e float8 DEFAULT 0.1::float8);
                """;
        Reading one = Reading.of(database, CatalogScope.ALL, script);
        Reading other =
                Reading.of(database, CatalogScope.ALL, """
                SET LOCAL timezone = 'Asia/Tokyo'; SET LOCAL datestyle = 'SQL, DMY'; SET LOCAL intervalstyle = 'iso_8601';
                SET LOCAL bytea_output = 'escape'; SET LOCAL extra_float_digits = -5; SET LOCAL quote_all_identifiers = on;
                """ + script.replace("'2026-01-02'", "DATE '02/01/2026'"));

        assertThat(other.catalog().objects())
                .containsExactlyElementsOf(one.catalog().objects());
    }

    @Test
    void schemas_thatAreNotAskedFor_areLeftOut_withAllTheirParts() {
        Reading reading = Reading.of(database, CatalogScope.ALL.withSchemas(Set.of("Other")));

        assertThat(reading.catalog().objects())
                .extracting(object -> object.id().toString())
                .containsExactly(
                        "schema \"Other\"", "table \"Other\".\"The table\"", "column \"Other\".\"The table\".id");
    }

    @Test
    void stateTables_areLeftOut_whereTheyAre() {
        Set<String> tables = Set.of("a", "The table");
        CatalogScope everywhere = CatalogScope.ALL.without(tables);
        CatalogScope inApp = new CatalogScope(Set.of(), tables, Optional.of("app"));

        assertThat(Reading.of(database, everywhere).names())
                .containsExactly("schema \"Other\"", "schema app", "schema public", "table app.z", "view app.v");
        assertThat(Reading.of(database, everywhere).of(Kind.COMMENT, Kind.FOREIGN_KEY))
                .isEmpty();
        assertThat(Reading.of(database, inApp).names())
                .contains("table \"Other\".\"The table\"")
                .doesNotContain("table app.a");
    }

    @Test
    void objectsOfTheServer_ofExtensionsAndOfTheSession_areLeftOut() {
        Reading reading = Reading.of(database, CatalogScope.ALL.withSchemas(Set.of("app", "public")), """
                DROP SCHEMA app CASCADE; CREATE SCHEMA app;
                CREATE EXTENSION hstore SCHEMA app; CREATE EXTENSION pg_stat_statements SCHEMA app;
                GRANT SELECT ON pg_stat_statements TO pg_monitor;
                CREATE TEMP TABLE passing (a int); CREATE TEMP VIEW passing_view AS SELECT 1 AS one;
                """);

        assertThat(reading.names())
                .containsExactly("extension hstore", "extension pg_stat_statements", "schema app", "schema public");
        assertThat(reading.of(Kind.COLUMN, Kind.PRIVILEGE, Kind.COMMENT, Kind.INDEX))
                .isEmpty();
        assertThat(reading.unmodelled()).isEmpty();
    }

    @Test
    void commentOfAnExtension_isThere_ifItIsNotTheExtensionsOwn() {
        Reading reading = Reading.of(
                database,
                CatalogScope.ALL,
                "CREATE EXTENSION hstore; CREATE EXTENSION citext; COMMENT ON EXTENSION citext IS 'ours'");

        assertThat(reading.of(Kind.COMMENT)).startsWith("""
                comment of extension citext
                  text: ours
                """).doesNotContain("hstore");
    }

    @Test
    void cancelledRead_leavesTheConnectionUsable() {
        String role = onConnection(connection -> Reading.run(connection, BEGIN)
                .then(Mono.firstWithSignal(
                        CatalogReader.read(connection, CatalogScope.ALL).then(), Mono.empty()))
                .then(text(connection, "SELECT current_user::text")));

        assertThat(role).isEqualTo(database.user());
    }

    @Test
    void read_byARoleWithoutPrivileges_seesEverything() {
        Reading reading = Reading.of(
                database,
                CatalogScope.ALL,
                "CREATE ROLE nobody; CREATE SUBSCRIPTION s CONNECTION 'dbname=x' PUBLICATION p WITH (connect = false);"
                        + "SET LOCAL ROLE nobody");

        assertThat(reading.catalog().origin().role()).isEqualTo("nobody");
        assertThat(reading.names()).contains("table app.z", "view app.v");
        assertThat(reading.unmodelled()).containsExactly("subscription s");
    }

    @Test
    void errorOfTheServer_isAnError_andTheConnectionLivesOn() {
        Mono<Long> rows = Mono.usingWhen(
                database.connectionFactory().create(),
                connection -> Reading.run(connection, BEGIN + "; SET LOCAL statement_timeout = 1; SELECT 1")
                        .then(CatalogReader.read(connection, CatalogScope.ALL))
                        .then(Mono.<Long>error(new AssertionError("It was not too late.")))
                        .onErrorResume(
                                R2dbcException.class,
                                e -> Reading.run(connection, "ROLLBACK").then(Mono.just(1L))),
                Connection::close);

        StepVerifier.create(rows).expectNext(1L).verifyComplete();
    }
}
