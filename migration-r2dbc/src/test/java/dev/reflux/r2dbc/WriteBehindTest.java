package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.column;
import static dev.reflux.r2dbc.Runs.failure;
import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.upgrade;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;

import dev.reflux.Sql;
import dev.reflux.revision.RevisionId;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jooq.Field;
import org.jooq.Record;
import org.jooq.Table;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** The contract of {@link dev.reflux.Migration}, sentence by sentence. */
@PostgresTest
class WriteBehindTest {

    private static final Table<Record> T = table(name("t"));
    private static final Field<Integer> ID = field(name("id"), Integer.class);
    private static final Field<String> NOTE = field(name("note"), String.class);

    private final TestDatabase database;

    WriteBehindTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    @Test
    void queries_emitted_runInThatOrder() {
        upgrade(
                database,
                History.of()
                        .java(
                                "a",
                                db -> Flux.concat(
                                        Mono.just(
                                                Sql.of("CREATE TABLE t (id int, at int GENERATED ALWAYS AS IDENTITY)")),
                                        Flux.range(0, 500)
                                                .map(i -> db.insertInto(T, ID).values(i)))));

        assertThat(value(database, "SELECT count(*) || ' ' || bool_and(id = at - 1) FROM t"))
                .isEqualTo("500 true");
    }

    @Test
    void read_afterEmission_seesIt() {
        upgrade(
                database,
                History.of()
                        .java(
                                "a",
                                db -> Flux.concat(
                                        Flux.just(
                                                Sql.of("CREATE TABLE t (id int, note text)"),
                                                Sql.of("INSERT INTO t VALUES (1, 'one'), (2, 'two')")),
                                        Flux.from(db.select(NOTE).from(T).orderBy(ID))
                                                .map(row -> Sql.of(
                                                        "INSERT INTO t VALUES (9, '" + row.value1() + " seen')")))));

        assertThat(column(database, "SELECT note FROM t WHERE id = 9 ORDER BY note"))
                .containsExactly("one seen", "two seen");
    }

    @Test
    void read_ofStreamThatEmitsForEachRow_neitherDeadlocksNorReorders() {
        upgrade(
                database,
                History.of()
                        .sql(
                                "a",
                                "CREATE TABLE t (id int PRIMARY KEY, note text);"
                                        + "INSERT INTO t SELECT g FROM generate_series(1, 100000) g;"
                                        + "CREATE TABLE log (at int GENERATED ALWAYS AS IDENTITY, id int)")
                        .java(
                                "b",
                                db -> Flux.from(db.select(ID).from(T).orderBy(ID))
                                        .map(row -> Sql.of("INSERT INTO log (id) VALUES (" + row.value1() + ")"))));

        assertThat(value(database, "SELECT count(*) || ' ' || bool_and(id = at) FROM log"))
                .isEqualTo("100000 true");
    }

    @Test
    void reads_nestedInReads_work() {
        upgrade(
                database,
                History.of()
                        .sql(
                                "a",
                                "CREATE TABLE t (id int PRIMARY KEY);"
                                        + "INSERT INTO t SELECT g FROM generate_series(1, 10000) g;"
                                        + "CREATE TABLE u (id int)")
                        .java(
                                "b",
                                db -> Flux.from(db.select(ID).from(T).orderBy(ID))
                                        .concatMap(outer -> Flux.concat(
                                                Mono.just(Sql.of("INSERT INTO u VALUES (" + outer.value1() + ")")),
                                                Flux.from(db.selectCount().from(table(name("u"))))
                                                        .filter(count ->
                                                                !count.value1().equals(outer.value1()))
                                                        .map(count ->
                                                                Sql.of("SELECT 'the read missed an insert' / 0"))))));

        assertThat(value(database, "SELECT count(*) FROM u")).isEqualTo("10000");
    }

    @Test
    void reads_inParallel_eachSeeWhatTheirOwnStreamEmitted() {
        // Where several threads emit at once, flatMap may keep the query of one while it hands on that of another.
        Scheduler oneThread = Schedulers.single();
        upgrade(
                database,
                History.of()
                        .sql("a", "CREATE TABLE t (id int PRIMARY KEY); CREATE TABLE missed (id int)")
                        .java(
                                "b",
                                db -> Flux.range(1, 2000)
                                        .flatMap(
                                                i -> Flux.concat(
                                                                Mono.just(db.insertInto(T, ID)
                                                                        .values(i)),
                                                                Flux.from(db.selectCount()
                                                                                .from(T)
                                                                                .where(ID.eq(i)))
                                                                        .publishOn(oneThread)
                                                                        .filter(count -> count.value1() == 0)
                                                                        .map(count -> Sql.of(
                                                                                "INSERT INTO missed VALUES (1)")))
                                                        .subscribeOn(oneThread),
                                                64)));

        assertThat(value(database, "SELECT (SELECT count(*) FROM t) || ' ' || (SELECT count(*) FROM missed)"))
                .isEqualTo("2000 0");
    }

    @Test
    void queries_moreThanAScriptHolds_areSentInParts() {
        String filling = "x".repeat(1000);
        upgrade(
                database,
                History.of()
                        .sql("a", "CREATE TABLE t (id int, note text)")
                        .java(
                                "b",
                                db -> Flux.range(0, 5000)
                                        .map(i -> db.insertInto(T, ID, NOTE).values(i, filling))));

        assertThat(value(database, "SELECT count(*) FROM t")).isEqualTo("5000");
    }

    @Test
    void write_executedThroughDb_isPartOfTheStep() {
        upgrade(
                database,
                History.of()
                        .sql("a", "CREATE TABLE t (id int)")
                        .java(
                                "b",
                                db -> Mono.from(db.insertInto(T, ID).values(1))
                                        .thenMany(Flux.just(db.insertInto(T, ID).values(2)))));

        assertThat(column(database, "SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
    }

    @Test
    void runtimeError_inTheThirdRevision_namesTheStatementAndKeepsTheTwoBefore() {
        MigrationFailedException failure = failure(migrator(database, nineStatements("ALTER TABLE nowhere ADD x int"))
                .upgrade("heads"));

        assertThat(failure).hasMessageContaining("upgrade of c").hasMessageContaining("statement 7 in c.sql");
        assertThat(failure.sqlState()).contains("42P01");
        assertThat(failure.done()).containsExactly(RevisionId.of("a"), RevisionId.of("b"));
        assertThat(failure.notStarted()).containsExactly(RevisionId.of("d"));
        assertThat(applied(database)).containsExactly("a", "b");
        assertThat(value(database, "SELECT to_regclass('c0') IS NULL")).isEqualTo("t");
    }

    @Test
    void syntaxError_inTheThirdRevision_namesTheStatementAndKeepsTheTwoBefore() {
        MigrationFailedException failure = failure(
                migrator(database, nineStatements("CREATE TABEL x (id int)")).upgrade("heads"));

        assertThat(failure).hasMessageContaining("upgrade of c").hasMessageContaining("statement 7 in c.sql");
        assertThat(failure.sqlState()).contains("42601");
        assertThat(failure.done()).containsExactly(RevisionId.of("a"), RevisionId.of("b"));
        assertThat(applied(database)).containsExactly("a", "b");
    }

    private static History nineStatements(String seventh) {
        String statements = IntStream.range(0, 9)
                .mapToObj(i -> i == 6 ? seventh : "CREATE TABLE c" + i + " (id int)")
                .collect(Collectors.joining(";\n"));
        return History.of()
                .sql("a", "CREATE TABLE a (id int)")
                .sql("b", "CREATE TABLE b (id int)")
                .sql("c", statements)
                .sql("d", "CREATE TABLE d (id int)");
    }

    @Test
    void syntaxError_afterARead_keepsWhatIsCompleteAndRollsTheStepBack() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .java(
                        "b",
                        db -> Flux.concat(
                                Mono.just(Sql.of("INSERT INTO t VALUES (1)")),
                                Flux.from(db.select(ID).from(T)).map(row -> Sql.of("INSERT INTO t VALUES (2)"))))
                .sql("c", "INSERT INTO t VALUES (3); SELEKT 4");

        MigrationFailedException failure = failure(migrator(database, history).upgrade("heads"));

        assertThat(failure.done()).containsExactly(RevisionId.of("a"), RevisionId.of("b"));
        assertThat(column(database, "SELECT id FROM t ORDER BY id")).containsExactly("1", "2");
    }

    @Test
    void publisher_thatThrowsInTheThirdRevision_leavesTheTwoBeforeApplied() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .sql("b", "INSERT INTO t VALUES (1)")
                .java(
                        "c",
                        db -> Flux.concat(
                                Mono.just(Sql.of("INSERT INTO t VALUES (2)")),
                                Flux.error(new IllegalStateException("no more"))));

        MigrationFailedException failure = failure(migrator(database, history).upgrade("heads"));

        assertThat(failure).hasMessageContaining("upgrade of c").hasMessageContaining("no more");
        assertThat(applied(database)).containsExactly("a", "b");
        assertThat(column(database, "SELECT id FROM t")).containsExactly("1");
    }

    @Test
    void publisher_thatThrowsAfterARead_isRolledBack() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .java(
                        "b",
                        db -> Flux.concat(
                                Mono.just(Sql.of("INSERT INTO t VALUES (1)")),
                                Flux.from(db.selectCount().from(T))
                                        .map(count -> Sql.of("SELECT 1"))
                                        .doOnNext(query -> {
                                            throw new IllegalStateException("seen");
                                        })));

        assertThat(failure(migrator(database, history).upgrade("heads"))).hasMessageContaining("seen");
        assertThat(applied(database)).containsExactly("a");
        assertThat(value(database, "SELECT count(*) FROM t")).isEqualTo("0");
    }

    @Test
    void failedRead_thatTheMigrationSwallows_stillFailsTheStep() {
        History history = History.of()
                .sql("a", "CREATE TABLE t (id int)")
                .java(
                        "b",
                        db -> Flux.from(db.select(ID).from(table(name("nowhere"))))
                                .map(row -> Sql.of("SELECT 1"))
                                .onErrorResume(error -> Flux.just(Sql.of("INSERT INTO t VALUES (1)"))));

        MigrationFailedException failure = failure(migrator(database, history).upgrade("heads"));

        assertThat(failure).hasMessageContaining("at a read").hasMessageContaining("nowhere");
        assertThat(applied(database)).containsExactly("a");
    }

    @Test
    void blockingCall_inAMigration_isExplained() {
        History history = History.of().java("a", db -> {
            db.select(ID).from(T).fetch();
            return Flux.empty();
        });

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("blocking method of jOOQ");
    }

    @Test
    void textThatTheDriversParserRefuses_runs() {
        upgrade(database, History.of().sql("a", """
                                CREATE TABLE t (id int, note text DEFAULT E'it\\'s; fine');
                                CREATE FUNCTION twice(int) RETURNS int LANGUAGE sql RETURN $1 * 2;
                                CREATE FUNCTION thrice(int) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT $1 * 3; END;
                                INSERT INTO t (id) VALUES (twice(2) + thrice(3));
                                """));

        assertThat(value(database, "SELECT id || note FROM t")).isEqualTo("13it's; fine");
    }
}
