package dev.reflux.r2dbc.catalog;

import static dev.reflux.r2dbc.catalog.Schemas.described;
import static dev.reflux.r2dbc.catalog.Schemas.in;
import static dev.reflux.r2dbc.catalog.Schemas.names;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Unmodelled;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Roles with fewer rights, and what cannot be done in a rolled-back transaction. */
@PostgresTest
class ScratchRefusalTest {

    private final TestDatabase database;
    private TestDatabase live;
    private String role;

    ScratchRefusalTest(TestDatabase database) {
        this.database = database;
        this.live = database;
        this.role = "role_of_" + database.database();
    }

    @BeforeEach
    void freshDatabase() {
        live = database.fresh();
        role = "role_of_" + live.database();
        live.execute("CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    }

    @AfterEach
    void dropRole() {
        live.execute("ALTER DATABASE " + live.database() + " OWNER TO CURRENT_USER; REASSIGN OWNED BY " + role
                + " TO CURRENT_USER; DROP OWNED BY " + role + "; DROP ROLE " + role);
    }

    private Scratch place() {
        return Scratch.inRolledBackTransaction(live.connectionFactory(), CatalogScope.ALL);
    }

    private Scratch placeOfRole() {
        ConnectionFactory factory = ConnectionFactories.get(live.options()
                .mutate()
                .option(ConnectionFactoryOptions.USER, role)
                .option(ConnectionFactoryOptions.PASSWORD, "secret")
                .build());
        return Scratch.inRolledBackTransaction(factory, CatalogScope.ALL);
    }

    private void ownDatabase() {
        assumeTrue(live.majorVersion() >= 15, "schema public belongs to the owner of the database since 15");
        live.execute("ALTER DATABASE " + live.database() + " OWNER TO " + role);
    }

    @Test
    void ownerOfTheDatabase_whoIsNoSuperuser_canDoIt() {
        ownDatabase();
        live.execute("SET ROLE " + role + "; " + Ddl.DUMPED_WITHOUT_EXTENSION);

        assertThat(described(in(placeOfRole(), Ddl.DUMPED_WITHOUT_EXTENSION))).isEqualTo(described(Schemas.of(live)));
    }

    @Test
    void extensionThatCannotBeMoved_isUsedWhereItIs() {
        ownDatabase();
        live.execute("SET ROLE " + role + "; CREATE EXTENSION citext; " + Ddl.DUMPED);

        assertThat(described(in(placeOfRole(), "CREATE EXTENSION citext; " + Ddl.DUMPED)))
                .isEqualTo(described(Schemas.of(live)));
        assertThat(described(in(placeOfRole(), Ddl.DUMP))).isEqualTo(described(Schemas.of(live)));
    }

    @Test
    void extensionThatCannotBeMoved_isFoundWhateverTheScriptSets() {
        ownDatabase();
        live.execute("SET ROLE " + role + "; CREATE EXTENSION citext; CREATE SCHEMA app; CREATE TABLE t (a int)");
        String ddl = "SET search_path = app, public; CREATE TABLE a (x citext);"
                + " CREATE FUNCTION f() RETURNS text LANGUAGE sql AS $$ SELECT lower('A'::public.citext) $$;"
                + " CREATE FUNCTION g(public.citext) RETURNS int LANGUAGE sql RETURN length($1 || ''::public.citext);"
                + " SET search_path TO DEFAULT; CREATE TABLE b (x citext CHECK (x <> public.citextin('a'))) ";

        assertThat(names(in(placeOfRole(), ddl)))
                .contains("table app.a", "table public.b", "function app.f()", "function app.g(public.citext)");
    }

    @Test
    void tableThatIsNotDefined_isNotTakenFromTheLiveDatabase() {
        ownDatabase();
        live.execute("SET ROLE " + role + "; CREATE EXTENSION citext; CREATE TABLE customers (id int PRIMARY KEY)");

        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(placeOfRole(), "CREATE TABLE orders (customer int REFERENCES customers)"))
                .withMessageContaining("schema.sql:1:46: \"customers\" is in the live database,")
                .withMessageContaining("--dev-url");
        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() ->
                        in(placeOfRole(), "DO $$ BEGIN EXECUTE 'CREATE VIEW v AS SELECT id FROM customers'; END $$"))
                .withMessageContaining("view public.v")
                .withMessageContaining("public.customers");
        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(placeOfRole(), "DO $$ BEGIN EXECUTE 'ALTER TABLE customers ADD x int'; END $$"))
                .withMessageContaining("lock public.customers (AccessExclusiveLock), which is in the live database.");
        assertThat(names(in(
                        placeOfRole(),
                        "CREATE TABLE customers (id int PRIMARY KEY, mail citext);"
                                + " CREATE TABLE orders (customer int REFERENCES customers)")))
                .contains("table public.customers", "table public.orders");
    }

    @Test
    void schemaOfAnotherRole_isNotCompared() {
        ownDatabase();
        live.execute("CREATE SCHEMA shared; CREATE TABLE shared.countries (id int PRIMARY KEY);"
                + " GRANT USAGE ON SCHEMA shared TO PUBLIC; GRANT ALL ON shared.countries TO PUBLIC");

        Catalog catalog = in(placeOfRole(), "CREATE TABLE t (id int); CREATE VIEW v AS SELECT * FROM shared.countries");

        assertThat(names(catalog)).contains("table public.t", "table shared.countries", "view public.v");
        assertThat(catalog.unmodelled()).extracting(Unmodelled::kind).containsExactly("schema");
        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(placeOfRole(), "CREATE TABLE t (c int REFERENCES shared.countries)"))
                .withMessageContaining("Schema \"shared\" does not belong to this role");
    }

    @Test
    void roleWithoutRights_isTold() {
        live.execute("CREATE TABLE t (id int)");

        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(placeOfRole(), "CREATE TABLE t (id int)"))
                .withMessageContaining("Role \"" + role + "\" may not make schemas in this database.")
                .withMessageContaining("Schema \"public\" belongs to ")
                .withMessageContaining("--dev-url");
    }

    @Test
    void moreLocksThanTheServerCanSpare_areRefused() {
        StringBuilder ddl = new StringBuilder();
        for (int i = 0; i < 20_000; i++) {
            ddl.append("CREATE TABLE t").append(i).append(" (id int PRIMARY KEY);\n");
        }

        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(place(), ddl.toString()))
                .withMessageContaining("This takes about 140000 locks in one transaction")
                .withMessageContaining("--dev-url");
    }

    @Test
    void locksOfABlock_areCountedAfterwards() {
        String block =
                "DO $$ BEGIN FOR i IN 1..%d LOOP EXECUTE format('CREATE TABLE t%%s (a text)', i); END LOOP; END $$";
        long most = Long.parseLong(live.query("SELECT current_setting('max_locks_per_transaction')::int"
                        + " * current_setting('max_connections')::int / 4")
                .get(0)
                .get(0));

        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(place(), block.formatted(most / 2)))
                .withMessageContaining("locks in one transaction");
        assertThat(names(in(place(), block.formatted(most / 8)))).contains("table public.t1");
    }

    @Test
    void eventTriggerOfAnother_isNotSetOff() {
        ownDatabase();
        live.execute(
                "CREATE FUNCTION noise() RETURNS event_trigger LANGUAGE plpgsql AS $$ BEGIN RAISE 'fired'; END $$;"
                        + " CREATE EVENT TRIGGER noisy ON ddl_command_end WHEN TAG IN ('CREATE INDEX') EXECUTE FUNCTION noise();");

        assertThat(names(in(placeOfRole(), "CREATE TABLE t (id int)"))).contains("table public.t");
        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(placeOfRole(), "CREATE TABLE t (id int); CREATE UNIQUE INDEX ON t (id)"))
                .withMessageContaining("Event trigger \"noisy\" would fire (ddl_command_end)");
        live.execute(
                "DROP EVENT TRIGGER noisy; CREATE EVENT TRIGGER noisy ON ddl_command_start EXECUTE FUNCTION noise();");
        assertThatExceptionOfType(ScratchRefusedException.class)
                .isThrownBy(() -> in(placeOfRole(), "CREATE TABLE t (id int)"))
                .withMessageContaining("Event trigger \"noisy\" would fire (ddl_command_start)");
        live.execute("DROP EVENT TRIGGER noisy");
    }

    @Test
    void statementsThatReachEverything_areRefused() {
        live.execute("CREATE EXTENSION citext; CREATE TABLE t (x citext)");

        for (String statement : new String[] {
            "DROP EXTENSION citext CASCADE", "DROP SCHEMA public CASCADE", "ANALYZE", "DROP OWNED BY CURRENT_USER"
        }) {
            assertThatExceptionOfType(ScratchRefusedException.class)
                    .isThrownBy(() -> in(place(), statement))
                    .withMessageContaining("schema.sql:1:");
        }
    }

    @Test
    void emptySearchPath_isNoReasonToGuess() {
        live.execute("CREATE TABLE t (id int); ALTER DATABASE " + live.database() + " SET search_path = ''");

        assertThatExceptionOfType(SchemaFailedException.class)
                .isThrownBy(() -> in(place(), "CREATE TABLE t (id int)"))
                .withMessageContaining("no schema has been selected to create in");
        assertThat(names(in(place(), "CREATE TABLE public.t (id int)"))).contains("table public.t");
    }
}
