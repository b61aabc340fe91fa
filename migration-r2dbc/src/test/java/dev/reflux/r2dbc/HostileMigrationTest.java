package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.failure;
import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.upgrade;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.reflux.Sql;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.jooq.Field;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Migrations that do what nobody expects, on purpose or not: nothing is recorded that did not happen, and nothing hangs. */
@PostgresTest
class HostileMigrationTest {

    private static final Field<Integer> ID = field(name("id"), Integer.class);

    private final TestDatabase database;

    HostileMigrationTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    @Test
    void read_cancelledAtOnce_losesNoErrorOfTheScriptBeforeIt() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .sql("b", "INSERT INTO t VALUES (1); SELEC 1")
                .java(
                        "c",
                        db -> Flux.concat(
                                Flux.firstWithSignal(Flux.from(db.select(ID).from(table(name("t")))), Flux.empty())
                                        .map(row -> Sql.of("SELECT 1")),
                                Mono.just(Sql.of("INSERT INTO t VALUES (3)"))));

        assertThat(failure(migrator(database, history).upgrade("heads"))).hasMessageContaining("upgrade of b");
        assertThat(applied(database)).containsExactly("a");
        assertThat(value(database, "SELECT count(*) FROM t")).isEqualTo("0");
    }

    @Test
    void read_ofTheFirstRowOfMany_leavesTheConnectionUsable() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int); INSERT INTO t SELECT generate_series(1, 50000)")
                .java(
                        "b",
                        db -> Flux.from(db.select(ID).from(table(name("t"))))
                                .take(1)
                                .map(row -> Sql.of("DELETE FROM t WHERE id = 1")));

        upgrade(database, history);

        assertThat(value(database, "SELECT count(*) FROM t")).isEqualTo("49999");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"COMMIT", "ROLLBACK", "SELECT set_config('search_path', 'nowhere', false)", "SELECT 1; SELECT 2"
            })
    void read_ofWhatIsNoRead_isRefused(String text) {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .java(
                        "b",
                        db -> Flux.concat(
                                Mono.just(Sql.of("INSERT INTO t VALUES (1)")),
                                Flux.from(db.resultQuery(text)).map(row -> Sql.of("SELECT 1"))));

        failure(migrator(database, history).upgrade("heads"));

        assertThat(applied(database)).containsExactly("a");
        assertThat(value(database, "SELECT count(*) FROM t")).isEqualTo("0");
    }

    @Test
    void missingClass_inAMigration_failsItsStep() {
        History history = History.of().java("a", db -> {
            throw new NoClassDefFoundError("com/example/Gone");
        });

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("java.lang.NoClassDefFoundError: com/example/Gone");
    }

    @Test
    void missingClass_whileRowsAreRead_failsItsStep() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int); INSERT INTO t VALUES (1)")
                .java(
                        "b",
                        db -> Flux.from(db.select(ID).from(table(name("t")))).map(row -> {
                            throw new NoClassDefFoundError("com/example/Gone");
                        }));

        assertThat(failure(migrator(database, history).upgrade("heads"))).hasMessageContaining("com/example/Gone");
        assertThat(applied(database)).containsExactly("a");
    }

    @ParameterizedTest
    @ValueSource(strings = {"RX001", "RX002", "RX000", "RX003"})
    void sqlStateOfTheGuard_raisedByAMigration_isAnErrorLikeAnyOther(String state) {
        History history =
                History.of().sql("a", "DO $$ BEGIN RAISE EXCEPTION 'mine' USING ERRCODE = '" + state + "'; END $$");

        assertThat(failure(migrator(database, history).upgrade("heads")).sqlState())
                .contains(state);
    }

    @Test
    void errorOfTheWholeMessage_withoutAPosition_isFound() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .sql("b", "INSERT INTO t VALUES (1)")
                .sql("c", "SELECT 1; SELECT 1 FETCH FIRST 1 ROWS WITH TIES");

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("upgrade of c")
                .hasMessageContaining("statement 2 in c.sql");
        assertThat(applied(database)).containsExactly("a", "b");
    }

    @Test
    void trigger_thatKeepsTheRowOut_failsTheStep() {
        upgrade(database, History.of().sql("a", "SELECT 1"));
        database.execute("CREATE FUNCTION no() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NULL; END';"
                + "CREATE TRIGGER no BEFORE INSERT ON schema_revision FOR EACH ROW EXECUTE FUNCTION no()");
        History history = History.of().sql("a", "SELECT 1").sql("b", "CREATE TABLE b (id int)");

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("recorded in the state table");
        assertThat(value(database, "SELECT to_regclass('b') IS NULL")).isEqualTo("t");
    }

    @Test
    void localRole_ofAMigration_doesNotBindTheBookkeeping() {
        database.execute("DROP ROLE IF EXISTS owner_of_tables");
        database.execute("CREATE ROLE owner_of_tables; GRANT CREATE, USAGE ON SCHEMA public TO owner_of_tables");

        upgrade(database, History.of().sql("a", "SET LOCAL ROLE owner_of_tables; CREATE TABLE mine (id int)"));

        assertThat(applied(database)).containsExactly("a");
        assertThat(value(database, "SELECT tableowner FROM pg_tables WHERE tablename = 'mine'"))
                .isEqualTo("owner_of_tables");
        database.execute("DROP OWNED BY owner_of_tables; DROP ROLE owner_of_tables");
    }

    @Test
    void operators_thatShadowTheCatalog_doNotBindTheBookkeeping() {
        database.execute("CREATE FUNCTION never(text, text) RETURNS boolean LANGUAGE sql AS 'SELECT false';"
                + "CREATE OPERATOR = (FUNCTION = never, LEFTARG = text, RIGHTARG = text)");
        History history = History.of()
                .sql("a", "SELECT 1")
                .sql("b", "SELECT 1", "SET LOCAL search_path = public, pg_catalog; SELECT 1");

        upgrade(database, history);
        Runs.run(migrator(database, history).downgrade("-1"));

        assertThat(applied(database)).containsExactly("a");
    }

    @Test
    void savepoint_ofOneStep_isOutOfReachOfTheNext() {
        Migrator migrator = Migrator.builder(database.connectionFactory())
                .migrations(History.of()
                        .sql("a", "SAVEPOINT mine; CREATE TABLE t (id int)")
                        .sql("b", "ROLLBACK TO SAVEPOINT mine")
                        .migrations())
                .transactionScope(TransactionScope.RUN)
                .build();

        assertThat(failure(migrator.upgrade("heads"))).hasMessageContaining("upgrade of b");
        assertThat(value(database, "SELECT to_regclass('t') IS NULL")).isEqualTo("t");
    }

    @Test
    void readOutsideATransaction_seesWhatWasEmittedBefore() {
        upgrade(
                database,
                History.of()
                        .sql("a", "CREATE TABLE t (id int)")
                        .aloneJava(
                                "b",
                                db -> Flux.concat(
                                        Flux.range(1, 20).map(i -> Sql.of("INSERT INTO t VALUES (" + i + ")")),
                                        Flux.from(db.selectCount().from(table(name("t"))))
                                                .map(count -> Sql.of(
                                                        "INSERT INTO t VALUES (100 + " + count.value1() + ")")))));

        assertThat(value(database, "SELECT max(id) FROM t")).isEqualTo("120");
    }

    @Test
    void codeThatFailsOutsideATransaction_isJournalledAfterWhatRan() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .aloneJava(
                        "b",
                        db -> Flux.concat(
                                Mono.just(Sql.of("INSERT INTO t SELECT 1 FROM pg_sleep(0.2)")),
                                Flux.error(new IllegalStateException("no more"))));

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("no more")
                .hasMessageContaining("Not rolled back");
        assertThat(value(database, "SELECT state || ' ' || step_position FROM schema_revision WHERE revision = 'b'"))
                .isEqualTo("failed 1");
        assertThat(value(database, "SELECT count(*) FROM t")).isEqualTo("1");
    }
}
