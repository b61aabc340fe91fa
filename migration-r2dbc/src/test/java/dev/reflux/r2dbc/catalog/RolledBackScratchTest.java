package dev.reflux.r2dbc.catalog;

import static dev.reflux.r2dbc.catalog.Schemas.described;
import static dev.reflux.r2dbc.catalog.Schemas.in;
import static dev.reflux.r2dbc.catalog.Schemas.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.r2dbc.wire.OwnConnection;
import dev.reflux.schema.SchemaScript;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** DDL in a rolled-back transaction means what it means in an empty database, and leaves nothing behind. */
@PostgresTest
class RolledBackScratchTest {

    private final TestDatabase database;
    private TestDatabase live;
    private TestDatabase empty;

    RolledBackScratchTest(TestDatabase database) {
        this.database = database;
        this.live = database;
        this.empty = database;
    }

    @BeforeEach
    void freshDatabases() {
        live = database.fresh();
        empty = database.fresh();
    }

    private Scratch place() {
        return Scratch.inRolledBackTransaction(live.connectionFactory(), CatalogScope.ALL);
    }

    private Map<String, String> inEmptyDatabase(String ddl) {
        empty.execute(ddl);
        return described(Schemas.of(empty));
    }

    @Test
    void catalog_ofEverything_isThatOfTheSameDdlInAnEmptyDatabase() {
        live.execute(Ddl.LIVE);
        Map<String, String> before = described(Schemas.of(live));

        assertThat(described(in(place(), Ddl.EVERYTHING)))
                .isEqualTo(inEmptyDatabase(Ddl.EVERYTHING.replace("CONCURRENTLY ", "")));
        assertThat(described(Schemas.of(live))).isEqualTo(before);
    }

    @Test
    void catalog_ofNothing_isThatOfAnEmptyDatabase() {
        live.execute(Ddl.LIVE);

        assertThat(names(in(place(), ""))).containsExactly("schema public");
    }

    @Test
    void catalog_ofWhatIsLive_isWhatIsLive() {
        live.execute(Ddl.EVERYTHING.replace("CONCURRENTLY ", ""));

        assertThat(described(in(place(), Ddl.EVERYTHING))).isEqualTo(described(Schemas.of(live)));
    }

    @Test
    void schemaThatIsNotMade_isThereIfSomethingIsPutIntoIt() {
        live.execute("CREATE SCHEMA billing; CREATE TABLE billing.old (id int); CREATE SCHEMA other");

        assertThat(names(in(place(), "CREATE TABLE billing.invoices (id int)")))
                .containsExactly("schema billing", "schema public", "table billing.invoices");
    }

    @Test
    void schemaThatIsMade_isThereEvenIfItIsEmpty() {
        live.execute("CREATE SCHEMA billing; CREATE TABLE billing.old (id int); CREATE SCHEMA other");

        assertThat(names(in(place(), "CREATE SCHEMA billing; CREATE SCHEMA IF NOT EXISTS other")))
                .containsExactly("schema billing", "schema other", "schema public");
    }

    @Test
    void extension_usedWithAndWithoutItsSchema_isThatOfTheLiveDatabase() {
        live.execute("CREATE EXTENSION citext; CREATE EXTENSION pgcrypto; CREATE TABLE t (name citext)");
        String ddl = "CREATE TABLE a (x citext, y public.citext DEFAULT 'z', k uuid DEFAULT public.gen_random_uuid());"
                + " CREATE INDEX ON a (x); CREATE VIEW v AS SELECT crypt(x::text, gen_salt('bf')) AS c FROM a WHERE x = y";
        Map<String, String> expected = inEmptyDatabase("CREATE EXTENSION citext; CREATE EXTENSION pgcrypto; " + ddl);

        assertThat(described(in(place(), ddl))).isEqualTo(expected);
        assertThat(described(in(place(), "CREATE EXTENSION citext; CREATE EXTENSION IF NOT EXISTS pgcrypto; " + ddl)))
                .isEqualTo(expected);
    }

    @Test
    void extension_inASchemaOfItsOwn_staysThere() {
        live.execute("CREATE SCHEMA extensions; CREATE EXTENSION citext SCHEMA extensions; CREATE TABLE t (id int)");
        String ddl = "CREATE SCHEMA extensions; CREATE EXTENSION citext WITH SCHEMA extensions;"
                + " CREATE TABLE a (x extensions.citext)";

        assertThat(described(in(place(), ddl))).isEqualTo(inEmptyDatabase(ddl));
    }

    @Test
    void extension_thatIsNew_isMadeAndRolledBack() {
        live.execute("CREATE TABLE t (id int)");
        String ddl = "CREATE EXTENSION hstore; CREATE TABLE a (x hstore)";

        assertThat(described(in(place(), ddl))).isEqualTo(inEmptyDatabase(ddl));
        assertThat(live.query("SELECT count(*) FROM pg_extension WHERE extname = 'hstore'"))
                .containsExactly(List.of("0"));
    }

    @Test
    void dump_isUnderstood() {
        live.execute("CREATE EXTENSION citext; CREATE TABLE old (id int)");
        Map<String, String> expected = inEmptyDatabase("CREATE EXTENSION citext; " + Ddl.DUMPED);

        assertThat(described(in(place(), Ddl.DUMP))).isEqualTo(expected);
    }

    @Test
    void settings_endWithTheirScript() {
        List<SchemaScript> scripts = List.of(
                new SchemaScript("dump.sql", Ddl.DUMP_WITHOUT_EXTENSION),
                new SchemaScript("zone.sql", "SET TIME ZONE 'Asia/Tokyo'; SET ROLE pg_monitor"),
                new SchemaScript(
                        "more.sql",
                        "CREATE TABLE more (id int DEFAULT nullif(current_setting('TimeZone'), 'Asia/Tokyo')::int)"));

        Catalog catalog = in(place(), scripts);

        assertThat(catalog.has(ObjectId.of(Kind.TABLE, "public", "more"))).isTrue();
        assertThat(catalog.origin().role()).isEqualTo(live.user());
    }

    @Test
    void searchPath_withASchemaOfTheRole_leadsThere() {
        live.execute("CREATE SCHEMA AUTHORIZATION CURRENT_USER; CREATE TABLE mine (id int)");

        assertThat(names(in(place(), "CREATE TABLE t (id int)")))
                .containsExactly("schema " + live.user(), "schema public", "table " + live.user() + ".t");
    }

    @Test
    void schemaOfTheRole_madeByTheScript_isThatOfTheScript() {
        live.execute("CREATE SCHEMA AUTHORIZATION CURRENT_USER; CREATE TABLE mine (id int)");

        assertThat(names(in(place(), "CREATE SCHEMA AUTHORIZATION CURRENT_USER; CREATE TABLE t (id int)")))
                .containsExactly("schema " + live.user(), "schema public", "table " + live.user() + ".t");
    }

    @Test
    void twoDumps_areUnderstood() {
        live.execute("CREATE TABLE old (id int)");
        String second =
                "\\restrict abc\r\nSET lock_timeout = 0;\r\nCREATE TABLE public.t (id int);\r\n\\unrestrict abc\r\n";

        assertThat(names(in(place(), Ddl.DUMP_WITHOUT_EXTENSION + second)))
                .contains("table public.t", "table sales.orders");
    }

    @Test
    void searchPath_withASchemaThatTheScriptMakes_leadsThereFromThenOn() {
        live.execute("CREATE TABLE old (id int)");

        assertThat(names(in(
                        place(),
                        "CREATE TABLE a (id int); CREATE SCHEMA AUTHORIZATION CURRENT_USER; CREATE TABLE b (id int)")))
                .contains("table public.a", "table " + live.user() + ".b");
    }

    @Test
    void enumValue_addedAndUsed_isPossibleWherePostgresqlPermitsIt() {
        String ddl =
                "CREATE TYPE mood AS ENUM ('sad'); ALTER TYPE mood ADD VALUE 'ok'; CREATE TABLE t (a mood DEFAULT 'ok')";

        if (live.majorVersion() >= 17) {
            assertThat(names(in(place(), ddl))).contains("table public.t");
        } else {
            assertThatExceptionOfType(ScratchRefusedException.class)
                    .isThrownBy(() -> in(place(), ddl))
                    .withMessageContaining("unsafe use of new value")
                    .withMessageContaining("--dev-url");
        }
    }

    @Test
    void place_canBeUsedAgainAndAgain() {
        live.execute(Ddl.LIVE);

        Catalog last = Schemas.get(place().use(place -> place.run(Schemas.script(Ddl.DUMPED_WITHOUT_EXTENSION))
                .then(place.catalog())
                .then(place.run(Schemas.script("DROP SCHEMA sales CASCADE; CREATE TABLE t (id int)")))
                .then(place.catalog())));

        assertThat(names(last))
                .contains("table public.customers", "table public.t")
                .doesNotContain("schema sales");
    }

    @Test
    void schemaThatIsMadeTooLate_isAnErrorAsAnywhere() {
        live.execute("CREATE SCHEMA app; CREATE TABLE app.t (id int)");

        assertThatExceptionOfType(SchemaFailedException.class)
                .isThrownBy(() ->
                        Schemas.get(place().use(place -> place.run(Schemas.script("CREATE TABLE app.t (id int)"))
                                .then(place.run(Schemas.script("CREATE SCHEMA app"))))))
                .withMessageContaining("schema \"app\" already exists");
    }

    @Test
    void session_isAsItWas() {
        live.execute(Ddl.LIVE);
        String settings = "SELECT name || ' ' || setting FROM pg_settings WHERE name !~ '[.]' UNION ALL"
                + " SELECT mode FROM pg_locks WHERE pid = pg_backend_pid() AND locktype = 'advisory' ORDER BY 1";
        String ddl = Ddl.DUMP_WITHOUT_EXTENSION + "SET search_path = sales; SET work_mem = '7MB'; SET ROLE pg_monitor;";

        RolledBackScratch scratch = new RolledBackScratch(live.connectionFactory(), CatalogScope.ALL);

        List<List<String>> both = Schemas.get(OwnConnection.use(
                        live.connectionFactory(),
                        connection -> Flux.concat(
                                Texts.of(connection, settings),
                                SurroundingsReader.read(connection)
                                        .flatMap(surroundings -> scratch.within(
                                                connection,
                                                surroundings,
                                                place -> place.run(Schemas.script(ddl))
                                                        .then(place.catalog())
                                                        .then(Mono.<List<String>>empty()))),
                                Texts.of(connection, settings)))
                .collectList());

        assertThat(both).hasSize(2);
        assertThat(both.get(1)).isEqualTo(both.get(0)).hasSizeGreaterThan(300);
    }

    @Test
    void databaseWithoutPublic_hasNoneInTheResult() {
        live.execute("DROP SCHEMA public; CREATE SCHEMA app; CREATE TABLE app.t (id int)");

        assertThat(names(in(place(), "CREATE SCHEMA app"))).containsExactly("schema app");
    }
}
