package dev.reflux.r2dbc.catalog;

import static dev.reflux.r2dbc.catalog.Schemas.described;
import static dev.reflux.r2dbc.catalog.Schemas.in;
import static dev.reflux.r2dbc.catalog.Schemas.names;
import static dev.reflux.r2dbc.catalog.Schemas.script;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.reflux.catalog.Catalog;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.Disposable;
import reactor.core.publisher.Mono;

/** DDL in a development database means the same, and the database is empty again whatever happens. */
@PostgresTest
class DevDatabaseScratchTest {

    private final TestDatabase database;
    private TestDatabase live;
    private TestDatabase dev;
    private String before = "";

    DevDatabaseScratchTest(TestDatabase database) {
        this.database = database;
        this.live = database;
        this.dev = database;
    }

    @BeforeEach
    void freshDatabases() {
        live = database.fresh();
        dev = database.fresh();
        before = content();
    }

    /** Everything in the database that is not PostgreSQL's own, and how schema public is. */
    private String content() {
        return dev.query("SELECT 'class ' || relname FROM pg_class WHERE oid >= 16384"
                        + " UNION ALL SELECT 'type ' || typname FROM pg_type WHERE oid >= 16384"
                        + " UNION ALL SELECT 'routine ' || proname FROM pg_proc WHERE oid >= 16384"
                        + " UNION ALL SELECT 'cast' FROM pg_cast WHERE oid >= 16384"
                        + " UNION ALL SELECT 'operator ' || oprname FROM pg_operator WHERE oid >= 16384"
                        + " UNION ALL SELECT 'extension ' || extname FROM pg_extension"
                        + " UNION ALL SELECT 'publication ' || pubname FROM pg_publication"
                        + " UNION ALL SELECT 'event trigger ' || evtname FROM pg_event_trigger"
                        + " UNION ALL SELECT 'default acl' FROM pg_default_acl"
                        + " UNION ALL SELECT concat_ws(' ', nspname, nspacl, obj_description(oid, 'pg_namespace'))"
                        + "   FROM pg_namespace WHERE nspname !~ '^pg_(toast_)?temp' ORDER BY 1")
                .toString();
    }

    @AfterEach
    void everythingIsGone() {
        assertThat(content()).isEqualTo(before);
    }

    private Scratch place() {
        return Scratch.onDevDatabase(dev.connectionFactory(), live.connectionFactory(), CatalogScope.ALL);
    }

    private Map<String, String> inEmptyDatabase(String ddl) {
        TestDatabase empty = database.fresh();
        empty.execute(ddl);
        return described(Schemas.of(empty));
    }

    @Test
    void catalog_ofEverything_isThatOfTheSameDdlInAnEmptyDatabase() {
        live.execute(Ddl.LIVE);

        assertThat(described(in(place(), Ddl.EVERYTHING)))
                .isEqualTo(inEmptyDatabase(Ddl.EVERYTHING.replace("CONCURRENTLY ", "")));
    }

    @Test
    void bothPlaces_giveTheSame() {
        live.execute("CREATE EXTENSION citext; CREATE SCHEMA extensions; CREATE EXTENSION hstore SCHEMA extensions;"
                + " CREATE SCHEMA other; CREATE TABLE other.t (id int); " + Ddl.DUMPED);
        String ddl = Ddl.DUMP + "CREATE TABLE public.more (a extensions.hstore, b public.citext);"
                + " CREATE TABLE other.t2 (id int);";
        Catalog inTransaction = in(Scratch.inRolledBackTransaction(live.connectionFactory(), CatalogScope.ALL), ddl);

        assertThat(described(in(place(), ddl))).isEqualTo(described(inTransaction));
    }

    @Test
    void extensionsOfTheDevelopmentDatabaseAlone_doNotShow() {
        dev.execute("CREATE EXTENSION pg_trgm; CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext");
        live.execute("CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext");
        before = content();

        assertThat(names(in(place(), "CREATE TABLE t (a ext.citext)")))
                .containsExactly("extension citext", "schema ext", "schema public", "table public.t");
    }

    @Test
    void enumValue_addedAndUsed_isPossible() {
        String ddl = "CREATE TYPE mood AS ENUM ('sad'); ALTER TYPE mood ADD VALUE 'ok';"
                + " CREATE TABLE t (feels mood DEFAULT 'ok')";

        assertThat(names(in(place(), ddl))).contains("enum type public.mood", "table public.t");
    }

    @Test
    void settings_holdOverSeveralTransactions() {
        StringBuilder ddl = new StringBuilder(Ddl.DUMP_WITHOUT_EXTENSION + "SET check_function_bodies = false;\n");
        for (int i = 0; i < 700; i++) {
            ddl.append("CREATE TABLE public.t%1$d (id bigint PRIMARY KEY, a text UNIQUE);\n".formatted(i));
        }
        ddl.append("CREATE FUNCTION public.f() RETURNS int LANGUAGE sql AS 'SELECT nothing FROM nowhere';");

        assertThat(in(place(), ddl.toString()).objects()).hasSizeGreaterThan(700 * 4);
    }

    @Test
    void failure_isReportedAndEverythingDropped() {
        assertThatExceptionOfType(SchemaFailedException.class)
                .isThrownBy(() -> in(place(), Ddl.EVERYTHING + "CREATE TABLE x (a nothing);"))
                .withMessageContaining("CREATE TABLE x (a nothing)");
    }

    @Test
    void cancelled_dropsEverything() {
        Disposable run = place().use(place -> place.run(script(Ddl.EVERYTHING))
                        .then(place.run(script("CREATE TABLE last (id int); SELECT pg_sleep(600)"))))
                .subscribe();
        await(
                "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND wait_event = 'PgSleep'",
                "1");

        run.dispose();

        await("SELECT count(*) FROM pg_stat_activity WHERE datname = current_database()", "1");
    }

    @Test
    void twoUsers_takeTurns() {
        String ddl = "CREATE TABLE t (id int); SELECT pg_sleep(0.3)";

        Catalog[] both = Schemas.get(Mono.zip(
                        place().use(place -> place.run(script(ddl)).then(place.catalog())),
                        place().use(place -> place.run(script(ddl)).then(place.catalog())))
                .map(pair -> new Catalog[] {pair.getT1(), pair.getT2()}));

        assertThat(described(both[0])).isEqualTo(described(both[1]));
    }

    @Test
    void privilegesOfSchemaPublic_areRestored() {
        dev.execute("GRANT ALL ON SCHEMA public TO pg_monitor; COMMENT ON SCHEMA public IS 'mine'");
        before = content();

        assertThat(described(in(place(), "CREATE TABLE t (id int); GRANT USAGE ON SCHEMA public TO pg_read_all_data")))
                .isEqualTo(
                        inEmptyDatabase("CREATE TABLE t (id int); GRANT USAGE ON SCHEMA public TO pg_read_all_data"));
    }

    @Test
    void schemaPublic_dropped_isMadeAgain() {
        assertThat(names(in(place(), "DROP SCHEMA public; CREATE SCHEMA app"))).containsExactly("schema app");
    }

    @Test
    void databaseThatIsNotEmpty_isRefused() {
        dev.execute("CREATE TABLE precious (id int); CREATE SCHEMA old");
        before = content();

        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(place(), "CREATE TABLE t (id int)"))
                .withMessageContaining("it has table precious, schema old. Everything in it would be dropped.")
                .withMessageContaining("--dev-url");
    }

    @Test
    void extensionElsewhere_isRefused() {
        dev.execute("CREATE SCHEMA ext; CREATE EXTENSION citext SCHEMA ext");
        live.execute("CREATE EXTENSION citext");
        before = content();

        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(place(), "CREATE TABLE t (id int)"))
                .withMessageContaining("Extension \"citext\" is in schema \"ext\" of the development database");
    }

    private void await(String query, String expected) {
        for (int attempt = 0; attempt < 200; attempt++) {
            if (dev.query(query).get(0).get(0).equals(expected)) {
                return;
            }
            Mono.delay(java.time.Duration.ofMillis(50)).block();
        }
        throw new AssertionError(query + " is not " + expected);
    }
}
