package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.column;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.Sql;
import dev.reflux.event.MigrationEvent;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PgBouncer;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.RequiresProgram;
import dev.reflux.test.TestDatabase;
import dev.reflux.test.Traffic;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;

/**
 * Injects a transaction pooler: PgBouncer between Reflux and the server, with one or two connections to share, which resets
 * no session and tracks no prepared statement. Whatever state a session kept would meet the next client.
 */
@PostgresTest
@RequiresProgram("pgbouncer")
class PoolerTest {

    private static final int RUNNERS = 8;

    /** What a session can keep, as the next client of the same connection finds it. */
    private static final String SESSION = """
            SELECT 'setting', name || ' = ' || setting FROM pg_settings
              WHERE source = 'session' AND name NOT IN
                ('application_name', 'client_encoding', 'DateStyle', 'TimeZone', 'standard_conforming_strings')
            UNION ALL SELECT 'statement', statement FROM pg_prepared_statements
            UNION ALL SELECT 'cursor', name FROM pg_cursors WHERE name <> ''
            UNION ALL SELECT 'channel', pg_listening_channels()
            UNION ALL SELECT 'lock', locktype FROM pg_locks WHERE locktype = 'advisory'
            UNION ALL SELECT 'temporary', relname FROM pg_class WHERE relnamespace = pg_my_temp_schema()
            UNION ALL SELECT 'role', current_user WHERE current_user <> session_user
            UNION ALL SELECT 'transaction', pid::text FROM pg_stat_activity
              WHERE datname = current_database() AND state LIKE 'idle in transaction%'""";

    private final TestDatabase database;

    PoolerTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    /** No IF NOT EXISTS anywhere: whatever ran twice would fail. */
    private static History history() {
        History history = History.of()
                .sql(
                        "a00",
                        "CREATE TABLE t (id int, note text); INSERT INTO t SELECT generate_series(1, 50)",
                        "DROP TABLE t")
                .java(
                        "a01",
                        db -> Flux.from(db.select().from("t").where("id > ?", 10))
                                .map(row -> Sql.of("UPDATE t SET note = 'read' WHERE id = " + row.get("id"))));
        for (int i = 2; i < 6; i++) {
            history.sql("a%02d".formatted(i), "CREATE TABLE a%d (id int)".formatted(i), "DROP TABLE a" + i);
        }
        return history;
    }

    private static History withIndex() {
        return history()
                .alone("b", "CREATE INDEX CONCURRENTLY t_note ON t (note); VACUUM t", "DROP INDEX CONCURRENTLY t_note")
                .sql("c", "CREATE TABLE c (id int)", "DROP TABLE c");
    }

    private static Migrator migrator(String url, History history) {
        return Migrator.builder(ConnectionUrl.parse(url).connectionFactory())
                .migrations(history.migrations())
                .build();
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void upgradeAndDowngrade_prepareNothing(int poolSize) {
        try (PgBouncer pooler = PgBouncer.to(database, poolSize);
                CountingProxy proxy = CountingProxy.to(pooler)) {
            Migrator migrator = migrator(proxy.url(), history());

            run(migrator.upgrade("heads"));
            assertThat(applied(database)).hasSize(6);
            assertThat(value(database, "SELECT count(*) FROM t WHERE note = 'read'"))
                    .isEqualTo("40");

            run(migrator.downgrade("base"));
            assertThat(applied(database)).isEmpty();
            assertThat(value(database, "SELECT to_regclass('t') IS NULL")).isEqualTo("t");
            assertThat(proxy.traffic().parses()).isZero();
            assertThat(pooler.query(SESSION)).isEmpty();
        }
    }

    @Test
    void nothingToDo_asksOneQuestion() {
        Runs.upgrade(database, history());
        try (PgBouncer pooler = PgBouncer.to(database, 1);
                CountingProxy proxy = CountingProxy.to(pooler)) {
            run(migrator(proxy.url(), history()).upgrade("heads"));

            Traffic traffic = proxy.traffic();
            assertThat(traffic.connections()).isEqualTo(1);
            assertThat(traffic.queries()).hasSize(2).last().asString().startsWith("SELECT revision, ");
            assertThat(traffic.roundTrips()).isEqualTo(2);
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void runnersAtOnce_applyEachRevisionOnce(int poolSize) {
        try (PgBouncer pooler = PgBouncer.to(database, poolSize)) {
            together(migrator(pooler.url(), history()).upgrade("heads"));

            assertThat(logged()).containsExactly("a00", "a01", "a02", "a03", "a04", "a05");
            assertThat(pooler.query(SESSION)).isEmpty();
        }
    }

    @Test
    void runnersAtOnce_withARevisionOutsideATransaction_applyItOnce() {
        try (PgBouncer pooler = PgBouncer.to(database, 2)) {
            together(migrator(pooler.url(), withIndex()).upgrade("heads"));

            assertThat(logged()).containsExactly("a00", "a01", "a02", "a03", "a04", "a05", "b", "c");
            assertThat(value(database, "SELECT indisvalid FROM pg_index WHERE indexrelid = 't_note'::regclass"))
                    .isEqualTo("t");
            run(migrator(pooler.url(), withIndex()).downgrade("base"));
            assertThat(applied(database)).isEmpty();
            assertThat(pooler.query(SESSION)).isEmpty();
        }
    }

    /** The lock is held by one connection while another one works: one connection cannot do both. */
    @Test
    void revisionOutsideATransaction_onAPoolOfOne_isRefusedWithASentence() {
        try (PgBouncer pooler = PgBouncer.to(database, 1)) {
            assertThatThrownBy(() -> run(migrator(pooler.url(), withIndex()).upgrade("heads")))
                    .isInstanceOf(MigrationException.class)
                    .hasMessageContaining("second connection");

            assertThat(pooler.query(SESSION)).isEmpty();
        }
        assertThat(applied(database)).hasSize(6);
        Runs.upgrade(database, withIndex());
        assertThat(applied(database)).hasSize(8);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void comparisonInTheDatabase_andVerification_leaveNothing(int poolSize) {
        Runs.upgrade(database, history());
        try (PgBouncer pooler = PgBouncer.to(database, poolSize);
                CountingProxy proxy = CountingProxy.to(pooler)) {
            Schemas schemas = Schemas.of(ConnectionUrl.parse(proxy.url()).connectionFactory(), StateTable.DEFAULT);

            SchemaDifference difference = Objects.requireNonNull(SchemaComparison.builder(schemas)
                    .desired(DesiredSchema.of("models", "CREATE TABLE t (id int, note varchar(9));"))
                    .build()
                    .difference()
                    .block());
            Verification verification = Objects.requireNonNull(new MigrationVerifier(schemas)
                    .verify(history().migrations())
                    .block());

            assertThat(difference.changes()).isNotEmpty();
            assertThat(verification.revisions()).isEqualTo(6);
            assertThat(proxy.traffic().parses()).isZero();
            assertThat(pooler.query(SESSION)).isEmpty();
        }
        assertThat(applied(database)).hasSize(6);
    }

    @Test
    void comparisonInADevelopmentDatabase_leavesNothing() {
        TestDatabase development = database.fresh();
        try (PgBouncer pooler = PgBouncer.to(development, 2)) {
            Schemas schemas = Schemas.of(database.connectionFactory(), StateTable.DEFAULT)
                    .withDevDatabase(ConnectionUrl.parse(pooler.url()).connectionFactory());

            Objects.requireNonNull(schemas.of(DesiredSchema.of("models", "CREATE TABLE t (id int PRIMARY KEY);"))
                    .block());

            assertThat(pooler.query(SESSION)).isEmpty();
        }
        assertThat(development.query("SELECT relname FROM pg_class WHERE relnamespace = 'public'::regnamespace"))
                .isEmpty();
    }

    @Test
    void cancelledRun_leavesTheConnectionClean() {
        History slow = history().sql("z", "SELECT pg_sleep(600)", "SELECT 1");
        try (PgBouncer pooler = PgBouncer.to(database, 1)) {
            migrator(pooler.url(), slow)
                    .upgrade("heads")
                    .takeUntil(event -> event instanceof MigrationEvent.StepStarted started
                            && started.step().id().value().equals("z"))
                    .blockLast();

            assertThat(pooler.query(SESSION)).isEmpty();
            assertThat(applied(database)).hasSize(6);
        }
    }

    private static void together(Flux<MigrationEvent> run) {
        assertThat(Flux.range(0, RUNNERS)
                        .flatMap(i -> run.collectList(), RUNNERS)
                        .collectList()
                        .block())
                .hasSize(RUNNERS)
                .allSatisfy(events -> assertThat(events).last().isInstanceOf(MigrationEvent.Finished.class));
    }

    private List<String> logged() {
        return column(database, "SELECT revision FROM schema_revision_log WHERE action = 'upgrade' ORDER BY id");
    }
}
