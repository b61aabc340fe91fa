package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.applied;
import static dev.reflux.r2dbc.Runs.column;
import static dev.reflux.r2dbc.Runs.failure;
import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.upgrade;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Failed;
import dev.reflux.event.MigrationEvent.Finished;
import dev.reflux.event.MigrationEvent.Notice;
import dev.reflux.event.MigrationEvent.Planned;
import dev.reflux.event.MigrationEvent.StepDone;
import dev.reflux.event.MigrationEvent.StepStarted;
import dev.reflux.event.MigrationEvent.Warning;
import dev.reflux.plan.UnknownAppliedException;
import dev.reflux.revision.RevisionId;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@PostgresTest
class MigratorTest {

    private static final History THREE = History.of()
            .sql("a", "CREATE TABLE a (id int)", "DROP TABLE a")
            .sql("b", "CREATE TABLE b (id int)", "DROP TABLE b")
            .sql("c", "CREATE TABLE c (id int)", "DROP TABLE c");

    private final TestDatabase database;

    MigratorTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute(
                "DROP SCHEMA IF EXISTS \"we\"\"ird $reflux$\" CASCADE; DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    @Test
    void upgrade_ofAnEmptyDatabase_tellsEachStepAndFinishes() {
        List<MigrationEvent> events = upgrade(database, THREE);

        assertThat(events)
                .map(Object::getClass)
                .containsExactly(
                        Planned.class,
                        StepStarted.class,
                        StepDone.class,
                        StepStarted.class,
                        StepDone.class,
                        StepStarted.class,
                        StepDone.class,
                        Finished.class);
        assertThat(events).last().isEqualTo(new Finished(List.of(RevisionId.of("c"))));
        assertThat(applied(database)).containsExactly("a", "b", "c");
    }

    @Test
    void upgrade_ofADatabaseThatIsUpToDate_doesNothing() {
        upgrade(database, THREE);
        String before = value(database, "SELECT pg_current_wal_insert_lsn()");

        List<MigrationEvent> events = upgrade(database, THREE);

        assertThat(events).map(Object::getClass).containsExactly(Planned.class, Finished.class);
        assertThat(value(database, "SELECT pg_current_wal_insert_lsn()")).isEqualTo(before);
    }

    @Test
    void downgrade_byOne_undoesTheLast() {
        upgrade(database, THREE);

        run(migrator(database, THREE).downgrade("-1"));

        assertThat(applied(database)).containsExactly("a", "b");
        assertThat(value(database, "SELECT to_regclass('c') IS NULL")).isEqualTo("t");
    }

    @Test
    void downgrade_toBaseAndUpAgain_leavesALogOfEverything() {
        upgrade(database, THREE);
        run(migrator(database, THREE).downgrade("base"));
        upgrade(database, THREE);

        assertThat(applied(database)).containsExactly("a", "b", "c");
        assertThat(column(database, "SELECT action || ' ' || revision FROM schema_revision_log ORDER BY id"))
                .containsExactly(
                        "upgrade a",
                        "upgrade b",
                        "upgrade c",
                        "downgrade c",
                        "downgrade b",
                        "downgrade a",
                        "upgrade a",
                        "upgrade b",
                        "upgrade c");
    }

    @Test
    void row_ofAnAppliedRevision_saysWhatWhenWhoAndHowLong() {
        upgrade(database, History.of().sql("a", "SELECT pg_sleep(0.05)"));

        assertThat(value(database, """
                        SELECT message || ' ' || length(checksum) || ' ' || applied_by || ' ' || state || ' ' || step_position
                          || ' ' || tool_version || ' ' || (duration_ms BETWEEN 50 AND 60000)
                          || ' ' || (applied_at > now() - interval '1 minute') FROM schema_revision""")).isEqualTo("message of a 64 " + database.user() + " applied 0 dev true true");
    }

    @Test
    void rows_ofOneScript_haveTheirOwnTimes() {
        upgrade(database, History.of().sql("a", "SELECT pg_sleep(0.02)").sql("b", "SELECT pg_sleep(0.02)"));

        assertThat(value(database, "SELECT count(DISTINCT applied_at) FROM schema_revision"))
                .isEqualTo("2");
    }

    @Test
    void searchPath_movedByAMigration_doesNotMoveTheBookkeeping() {
        upgrade(
                database,
                History.of()
                        .sql("a", "CREATE SCHEMA app; SET LOCAL search_path = app; CREATE TABLE t (id int)")
                        .sql("b", "SET LOCAL search_path = ''; CREATE TABLE app.u (id int)"));

        assertThat(column(
                        database,
                        "SELECT schemaname || '.' || tablename FROM pg_tables WHERE schemaname IN ('app', 'public')"
                                + " ORDER BY 1"))
                .containsExactly("app.t", "app.u", "public.schema_revision", "public.schema_revision_log");
    }

    @Test
    void stateTable_ofAnyName_isCreatedInItsSchema() {
        StateTable table = new StateTable("we\"ird $reflux$", "It's \\ a \"table\"");
        Migrator migrator = Migrator.builder(database.connectionFactory())
                .migrations(THREE.migrations())
                .stateTable(table)
                .build();

        run(migrator.upgrade("heads"));
        run(migrator.downgrade("a"));

        assertThat(Objects.requireNonNull(migrator.status().block()).current()).containsExactly(RevisionId.of("a"));
    }

    @Test
    void notices_ofTheServer_areEvents() {
        List<MigrationEvent> events =
                upgrade(database, History.of().sql("a", "DO $$ BEGIN RAISE NOTICE 'half-way'; END $$"));

        assertThat(events)
                .filteredOn(Notice.class::isInstance)
                .map(event -> ((Notice) event).message())
                .containsExactly("half-way");
    }

    @Test
    void stamp_recordsWithoutRunning() {
        run(migrator(database, THREE).stamp("b"));

        assertThat(applied(database)).containsExactly("a", "b");
        assertThat(value(database, "SELECT to_regclass('a') IS NULL")).isEqualTo("t");
        assertThat(column(database, "SELECT action FROM schema_revision_log")).containsExactly("stamp", "stamp");
    }

    @Test
    void stamp_ofBase_forgetsEverything() {
        upgrade(database, THREE);

        run(migrator(database, THREE).stamp("base"));

        assertThat(applied(database)).isEmpty();
    }

    @Test
    void unknownRevision_inTheDatabase_isRefusedUntilPurged() {
        upgrade(database, THREE);
        History two = History.of().sql("a", "SELECT 1").sql("b", "SELECT 1");

        assertThatThrownBy(() -> upgrade(database, two)).isInstanceOf(UnknownAppliedException.class);
        run(migrator(database, two).purgeAndStamp("heads"));

        assertThat(applied(database)).containsExactly("a", "b");
    }

    @Test
    void irreversibleRevision_isRefusedByNameBeforeAnythingRuns() {
        History history =
                History.of().sql("a", "SELECT 1", "SELECT 1").irreversible("b").sql("c", "SELECT 1", "SELECT 1");
        upgrade(database, history);

        assertThatThrownBy(() -> run(migrator(database, history).downgrade("base")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("b (message of b) is irreversible");
        assertThat(applied(database)).containsExactly("a", "b", "c");
    }

    @Test
    void changedSource_ofAnAppliedRevision_warns() {
        upgrade(database, History.of().sql("a", "SELECT 1"));

        List<MigrationEvent> events = upgrade(database, History.of().sql("a", "SELECT 2"));

        assertThat(events)
                .filteredOn(Warning.class::isInstance)
                .singleElement()
                .satisfies(event -> assertThat(((Warning) event).message()).contains("source of a has changed"));
    }

    @Test
    void oneTransaction_forTheWholeRun_appliesNothingAfterAFailure() {
        Migrator migrator = Migrator.builder(database.connectionFactory())
                .migrations(History.of()
                        .sql("a", "CREATE TABLE a (id int)")
                        .sql("b", "SELECT 1 / 0")
                        .migrations())
                .transactionScope(TransactionScope.RUN)
                .build();

        MigrationFailedException failure = failure(migrator.upgrade("heads"));

        assertThat(failure.done()).isEmpty();
        assertThat(value(database, "SELECT to_regclass('a') IS NULL AND to_regclass('schema_revision') IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void oneTransaction_forTheWholeRun_appliesAll() {
        Migrator migrator = Migrator.builder(database.connectionFactory())
                .migrations(THREE.migrations())
                .transactionScope(TransactionScope.RUN)
                .build();

        run(migrator.upgrade("heads"));

        assertThat(applied(database)).containsExactly("a", "b", "c");
    }

    @Test
    void deferredConstraint_thatFailsAtCommit_isNamedAsSuch() {
        History history = History.of()
                .sql(
                        "a",
                        "CREATE TABLE p (id int PRIMARY KEY);"
                                + "CREATE TABLE c (id int REFERENCES p DEFERRABLE INITIALLY DEFERRED)")
                .sql("b", "INSERT INTO c VALUES (7)");

        MigrationFailedException failure = failure(migrator(database, history).upgrade("heads"));

        assertThat(failure).hasMessageContaining("when it was committed").hasMessageContaining("(id)=(7)");
        assertThat(applied(database)).containsExactly("a");
    }

    @Test
    void failure_isTheLastEventAndTheError() {
        History history = History.of().sql("a", "SELECT 1 / 0");

        List<MigrationEvent> events = Objects.requireNonNull(migrator(database, history)
                .upgrade("heads")
                .onErrorComplete()
                .collectList()
                .block());

        assertThat(events).last().isInstanceOf(Failed.class);
    }

    @Test
    void status_comparesDatabaseAndRevisions() {
        run(migrator(database, THREE).upgrade("b"));

        MigrationStatus status =
                Objects.requireNonNull(migrator(database, THREE).status().block());

        assertThat(status.current()).containsExactly(RevisionId.of("b"));
        assertThat(status.pending()).map(node -> node.id().value()).containsExactly("c");
        assertThat(status.isUpToDate()).isFalse();
    }

    @Test
    void plan_runsNothing() {
        assertThat(Objects.requireNonNull(
                                migrator(database, THREE).planUpgrade("+2").block())
                        .ids())
                .containsExactly(RevisionId.of("a"), RevisionId.of("b"));
        assertThat(value(database, "SELECT to_regclass('schema_revision') IS NULL"))
                .isEqualTo("t");
    }

    @Test
    void role_thatMayWriteButNotCreate_works() {
        upgrade(database, THREE);
        database.execute("DROP ROLE IF EXISTS writer_of_state");
        database.execute("CREATE ROLE writer_of_state; GRANT USAGE ON SCHEMA public TO writer_of_state;"
                + "GRANT SELECT, INSERT, UPDATE, DELETE ON ALL TABLES IN SCHEMA public TO writer_of_state");
        History four = History.of()
                .sql("a", "SELECT 1")
                .sql("b", "SELECT 1")
                .sql("c", "SELECT 1")
                .sql("d", "SET LOCAL ROLE writer_of_state; SELECT 1");

        upgrade(database, four);

        assertThat(applied(database)).containsExactly("a", "b", "c", "d");
        database.execute("DROP OWNED BY writer_of_state; DROP ROLE writer_of_state");
    }
}
