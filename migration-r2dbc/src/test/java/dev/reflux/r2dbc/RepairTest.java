package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.assertAppliedOnce;
import static dev.reflux.r2dbc.Runs.failure;
import static dev.reflux.r2dbc.Runs.interrupted;
import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.upgrade;
import static dev.reflux.r2dbc.Runs.value;
import static dev.reflux.r2dbc.Runs.warnings;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.Sql;
import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Revisions outside a transaction that were interrupted. Injected: the journal and the catalog as a killed run leaves them
 * at each point, statements that fail for real, and a statement that goes on at the server after its client has gone.
 */
@PostgresTest
class RepairTest {

    private static final String TABLE = "CREATE TABLE t (id int, note text); INSERT INTO t VALUES (1, 'x'), (1, 'y')";
    private static final String BUILD = "CREATE INDEX CONCURRENTLY t_id ON t (id)";

    private final TestDatabase database;
    private final ConnectionFactory connections;

    RepairTest(TestDatabase database) {
        this.database = database;
        this.connections = database.connectionFactory();
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private static History history(String alone) {
        return History.of().sql("a", TABLE, "DROP TABLE t").alone("b", alone, "DROP INDEX CONCURRENTLY t_id");
    }

    /** As an interrupted build, drop or rebuild leaves an index. */
    private static String invalid(String index) {
        return "UPDATE pg_index SET indisvalid = false WHERE indexrelid = '" + index + "'::regclass";
    }

    private String indexes() {
        return value(
                database,
                "SELECT string_agg(c.relname || CASE WHEN indisvalid THEN '' ELSE ' invalid' END, ', ' ORDER BY c.relname)"
                        + " FROM pg_index JOIN pg_class c ON c.oid = indexrelid"
                        + " JOIN pg_class o ON o.oid = indrelid WHERE o.relname = 't'");
    }

    @ParameterizedTest
    @ValueSource(strings = {BUILD, "CREATE INDEX CONCURRENTLY IF NOT EXISTS t_id ON t (id)"})
    void invalidIndex_ofAnInterruptedBuild_isDroppedAndBuiltAgain(String build) {
        interrupted(database, history(build), 0, "CREATE INDEX t_id ON t (id)", invalid("t_id"));

        List<MigrationEvent> events = upgrade(database, history(build));

        assertThat(warnings(events)).singleElement().asString().startsWith("The index public.t_id is invalid");
        assertThat(indexes()).isEqualTo("t_id");
        assertAppliedOnce(database);
    }

    @Test
    void validIndex_ofABuildThatWasNotJournalled_isNotBuiltAgain() {
        interrupted(database, history(BUILD), 0, BUILD);
        String before = value(database, "SELECT 't_id'::regclass::oid");

        upgrade(database, history(BUILD));

        assertThat(value(database, "SELECT 't_id'::regclass::oid")).isEqualTo(before);
        assertAppliedOnce(database);
    }

    @Test
    void build_thatNeverReachedTheServer_isDone() {
        interrupted(database, history(BUILD), 0);

        upgrade(database, history(BUILD));

        assertThat(indexes()).isEqualTo("t_id");
        assertAppliedOnce(database);
    }

    @Test
    void ifNotExists_doesNotTakeAnInvalidIndexForAGoodOne() {
        History history = history("CREATE INDEX CONCURRENTLY IF NOT EXISTS \"T id\" ON public.t (id)");
        run(migrator(database, history).upgrade("a"));
        database.execute("CREATE INDEX \"T id\" ON t (id)");
        database.execute(invalid("\"T id\""));

        List<MigrationEvent> events = upgrade(database, history);

        assertThat(warnings(events)).singleElement().asString().contains("public.\"T id\" is invalid");
        assertThat(indexes()).isEqualTo("T id");
    }

    @Test
    void statementsThatAreDone_areNotRepeated() {
        String three = "INSERT INTO t VALUES (7, 'once'); " + BUILD + "; INSERT INTO t VALUES (8, 'then')";
        interrupted(database, history(three), 1, "INSERT INTO t VALUES (7, 'once')");

        upgrade(database, history(three));

        assertThat(value(database, "SELECT string_agg(id::text, ',' ORDER BY id) FROM t"))
                .isEqualTo("1,1,7,8");
        assertAppliedOnce(database);
    }

    @Test
    void everyStatement_isJournalledWithItsEffect_whereATransactionMayHoldIt() {
        History history = History.of()
                .sql("a", TABLE + "; CREATE TYPE mood AS ENUM ('sad')")
                .alone("b", """
                        ALTER TYPE mood ADD VALUE 'happy';
                        ALTER TABLE t ADD CONSTRAINT positive CHECK (id > 0) NOT VALID;
                        ALTER TABLE t VALIDATE CONSTRAINT positive;
                        INSERT INTO t VALUES (9, 'happy'::mood::text);
                        SELECT 1 / (SELECT count(*) - 3 FROM t)""", "");

        assertThat(failure(migrator(database, history).upgrade("heads")))
                .hasMessageContaining("statement 5")
                .hasMessageContaining("division by zero");
        assertThat(value(database, "SELECT state || ' ' || step_position FROM schema_revision WHERE revision = 'b'"))
                .isEqualTo("failed 4");
        database.execute("INSERT INTO t VALUES (2, 'more')");
        upgrade(database, history);

        assertThat(value(database, "SELECT count(*) FROM t")).isEqualTo("4");
        assertThat(value(database, "SELECT convalidated FROM pg_constraint WHERE conname = 'positive'"))
                .isEqualTo("t");
        assertAppliedOnce(database);
    }

    @Test
    void partition_thatIsHalfDetached_isDetachedWholly() {
        String partitions = "CREATE TABLE p (id int) PARTITION BY RANGE (id);"
                + "CREATE TABLE p1 PARTITION OF p FOR VALUES FROM (0) TO (10);"
                + "CREATE TABLE p2 PARTITION OF p FOR VALUES FROM (10) TO (20)";
        History history = History.of()
                .sql("a", partitions)
                .alone(
                        "b",
                        "ALTER TABLE p DETACH PARTITION p1 CONCURRENTLY;"
                                + "ALTER TABLE p ATTACH PARTITION p1 FOR VALUES FROM (20) TO (30)",
                        "");
        interrupted(
                database, history, 0, "UPDATE pg_inherits SET inhdetachpending = true WHERE inhrelid = 'p1'::regclass");

        List<MigrationEvent> events = upgrade(database, history);

        assertThat(warnings(events)).singleElement().asString().contains("half detached");
        assertThat(value(database, "SELECT pg_get_expr(relpartbound, oid) FROM pg_class WHERE relname = 'p1'"))
                .isEqualTo("FOR VALUES FROM (20) TO (30)");
        assertAppliedOnce(database);
    }

    @Test
    void rebuild_thatWasInterrupted_leavesNothingBesideIt() {
        String rebuild = "REINDEX TABLE CONCURRENTLY t; REINDEX (VERBOSE) INDEX CONCURRENTLY t_id; VACUUM t";
        History history =
                History.of().sql("a", TABLE + "; CREATE INDEX t_id ON t (id)").alone("b", rebuild, "");
        interrupted(
                database,
                history,
                1,
                "CREATE INDEX t_id_ccnew ON t (id); CREATE INDEX t_id_ccold1 ON t (id)",
                invalid("t_id_ccnew"),
                invalid("t_id_ccold1"));

        assertThat(warnings(upgrade(database, history))).hasSize(2);

        assertThat(indexes()).isEqualTo("t_id");
        assertAppliedOnce(database);
    }

    @Test
    void uniqueIndex_thatFailedOnDuplicates_isBuiltOnceTheyAreGone() {
        History history = history("CREATE UNIQUE INDEX CONCURRENTLY t_id ON t (id)");

        assertThat(failure(migrator(database, history).upgrade("heads"))).hasMessageContaining("23505");
        assertThat(indexes()).isEqualTo("t_id invalid");
        database.execute("DELETE FROM t WHERE note = 'y'");
        upgrade(database, history);

        assertThat(indexes()).isEqualTo("t_id");
        assertAppliedOnce(database);
    }

    @Test
    void downgrade_thatWasInterrupted_goesOnDownwards() {
        upgrade(database, history(BUILD));
        database.execute("UPDATE schema_revision SET state = 'undoing', step_position = 0 WHERE revision = 'b'");
        database.execute(invalid("t_id"));

        assertThatThrownBy(() -> upgrade(database, history(BUILD)))
                .isInstanceOf(UnfinishedException.class)
                .hasMessageContaining("b (downgrade, 0 statements done");
        run(migrator(database, history(BUILD)).downgrade("a"));

        assertThat(applied(database)).containsExactly("a");
        assertThat(indexes()).isEqualTo("NULL");
    }

    @Test
    void statement_thatGoesOnWithoutItsClient_isWaitedFor() {
        interrupted(database, history(BUILD), 0);
        Migrator migrator = migrator(database, history(BUILD));

        // A writer keeps the build from ending; the client of the build is gone, as far as the run can know.
        List<MigrationEvent> events = Objects.requireNonNull(Flux.usingWhen(
                        connections.create(),
                        writer -> Flux.usingWhen(
                                connections.create(),
                                builder -> Reply.to(writer, "BEGIN")
                                        .thenMany(Reply.to(writer, "INSERT INTO t VALUES (5, 'open')"))
                                        .thenMany(Flux.merge(
                                                Reply.to(builder, BUILD).thenMany(Flux.<MigrationEvent>empty()),
                                                building()
                                                        .thenMany(migrator.upgrade("heads")
                                                                .concatMap(event -> isStatement(event)
                                                                        ? Reply.to(writer, "COMMIT")
                                                                                .then(Mono.just(event))
                                                                        : Mono.just(event))))),
                                Connection::close),
                        Connection::close)
                .collectList()
                .block());

        assertThat(events)
                .filteredOn(RepairTest::isStatement)
                .singleElement()
                .satisfies(event -> assertThat(((Waiting) event).reason())
                        .contains("still goes on at the server: process ")
                        .contains(BUILD));
        assertThat(indexes()).isEqualTo("t_id");
        assertThat(warnings(events)).isEmpty();
        assertAppliedOnce(database);
    }

    /** Ends when an index is being built. */
    private Flux<String> building() {
        return Flux.usingWhen(
                connections.create(),
                watcher -> Flux.defer(() -> watcher.createStatement("SELECT phase FROM pg_stat_progress_create_index")
                                .execute())
                        .concatMap(result -> result.map((row, metadata) -> String.valueOf(row.get("phase"))))
                        .next()
                        .repeatWhenEmpty(times -> times.delayElements(Duration.ofMillis(5)))
                        .flux(),
                Connection::close);
    }

    private static boolean isStatement(MigrationEvent event) {
        return event instanceof Waiting waiting && waiting.cause() == Cause.STATEMENT;
    }

    @Test
    void javaMigration_goesOnWhereItStopped() {
        History history = History.of()
                .sql("a", TABLE)
                .aloneJava(
                        "b",
                        db -> Flux.just(
                                Sql.of("INSERT INTO t VALUES (5, 'once')"),
                                Sql.of(BUILD),
                                Sql.of("INSERT INTO t VALUES (6, 'then')")));
        interrupted(
                database,
                history,
                1,
                "INSERT INTO t VALUES (5, 'once')",
                "CREATE INDEX t_id ON t (id)",
                invalid("t_id"));

        upgrade(database, history);

        assertThat(value(database, "SELECT string_agg(id::text, ',' ORDER BY id) FROM t WHERE id > 1"))
                .isEqualTo("5,6");
        assertThat(indexes()).isEqualTo("t_id");
        assertAppliedOnce(database);
    }
}
