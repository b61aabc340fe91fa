package dev.reflux.r2dbc.doctor;

import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.OPTIONS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.r2dbc.StateTable;
import dev.reflux.r2dbc.doctor.Finding.Severity;
import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.MigrationCode.SqlCode;
import dev.reflux.source.TransactionMode;
import dev.reflux.sql.Script;
import dev.reflux.test.PgBouncer;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.RequiresProgram;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.R2dbcException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import reactor.test.StepVerifier;

@PostgresTest
class DoctorTest {

    private static final LoadedMigrations REVISIONS =
            LoadedMigrations.of(List.of(revision("a1"), revision("b2", "a1")));

    private final TestDatabase database;

    DoctorTest(TestDatabase database) {
        this.database = database.fresh();
    }

    private static LoadedRevision revision(String id, String... parents) {
        return new LoadedRevision(
                RevisionNode.of(id, parents),
                new SqlCode(Script.parse("SELECT 1"), Optional.empty()),
                TransactionMode.TRANSACTIONAL,
                Optional.empty());
    }

    private Doctor doctor() {
        return Doctor.of(database.connectionFactory(), InstantSource.system()).migrations(() -> REVISIONS);
    }

    private static Diagnosis diagnosis(Doctor doctor) {
        return Objects.requireNonNull(doctor.examine().block());
    }

    private static List<Finding> about(Diagnosis diagnosis, Topic topic) {
        return diagnosis.findings().stream()
                .filter(finding -> finding.topic() == topic)
                .toList();
    }

    private static Finding only(Diagnosis diagnosis, Topic topic) {
        List<Finding> found = about(diagnosis, topic);
        assertThat(found).hasSize(1);
        return found.get(0);
    }

    private void upgrade() {
        Migrator.builder(database.connectionFactory())
                .migrations(() -> REVISIONS)
                .build()
                .upgrade("a1")
                .blockLast();
    }

    private void createRole(String role) {
        database.execute("DROP ROLE IF EXISTS " + role + "; CREATE ROLE " + role + " LOGIN PASSWORD 'secret'");
    }

    private ConnectionFactory as(String role) {
        return ConnectionFactories.get(database.options()
                .mutate()
                .option(ConnectionFactoryOptions.USER, role)
                .option(ConnectionFactoryOptions.PASSWORD, "secret")
                .build());
    }

    @Test
    void soundDatabase_hasNoProblems_andEveryTopicIsLookedAt() {
        Diagnosis diagnosis = diagnosis(doctor());

        assertThat(diagnosis.problems()).isEmpty();
        assertThat(diagnosis.server().major()).isEqualTo(database.majorVersion());
        assertThat(diagnosis.server().database()).isEqualTo(database.database());
        assertThat(diagnosis.findings().stream().map(Finding::topic).distinct())
                .containsExactly(
                        Topic.SERVER,
                        Topic.WRITES,
                        Topic.TLS,
                        Topic.POOLING,
                        Topic.CLOCK,
                        Topic.RIGHTS,
                        Topic.STATE_TABLE,
                        Topic.REVISIONS,
                        Topic.INDEXES,
                        Topic.TIMEOUTS);
        assertThat(only(diagnosis, Topic.STATE_TABLE).sentence())
                .isEqualTo("There is no state table public.schema_revision yet; the first run creates it.");
        assertThat(only(diagnosis, Topic.REVISIONS).sentence()).isEqualTo("0 revisions are applied, 2 are pending.");
    }

    @Test
    void examination_isCold_andLeavesNothing() {
        StepVerifier.create(doctor().examine().repeat(1)).expectNextCount(2).verifyComplete();

        assertThat(database.query("SELECT to_regclass('public.schema_revision')"))
                .isEqualTo(List.of(List.of("NULL")));
    }

    @Test
    void directConnection_isTold_whereItCanBe() {
        ConnectionFactory marked = ConnectionFactories.get(database.options()
                .mutate()
                .option(OPTIONS, Map.of(Doctor.MARK, "1"))
                .build());

        assertThat(diagnosis(doctor()).pooling()).isEqualTo(Pooling.DIRECT_OR_SESSION);
        assertThat(diagnosis(doctor().markedConnections(marked)).pooling()).isEqualTo(Pooling.DIRECT);
    }

    @Test
    @RequiresProgram("pgbouncer")
    void transactionPooler_isTold_andIsNoProblem() {
        try (PgBouncer bouncer = PgBouncer.to(database, 2)) {
            Doctor doctor = Doctor.of(bouncer.connectionFactory(), InstantSource.system())
                    .migrations(() -> REVISIONS);

            Diagnosis diagnosis = diagnosis(doctor);

            assertThat(diagnosis.pooling()).isEqualTo(Pooling.TRANSACTION);
            assertThat(diagnosis.problems()).isEmpty();
            assertThat(only(diagnosis, Topic.TLS).sentence()).startsWith("Between the pooler and the server");
        }
    }

    @Test
    void missingRights_areNamedWithTheirRemedy() {
        upgrade();
        database.execute("REVOKE CREATE ON SCHEMA public FROM public");
        createRole("doctor_guest");

        Diagnosis diagnosis =
                diagnosis(Doctor.of(as("doctor_guest"), InstantSource.system()).migrations(() -> REVISIONS));

        assertThat(about(diagnosis, Topic.RIGHTS).stream()
                        .map(finding -> finding.remedy().orElseThrow()))
                .contains(
                        "As its owner: GRANT SELECT, INSERT, UPDATE, DELETE ON public.schema_revision TO doctor_guest;",
                        "As its owner: GRANT INSERT ON public.schema_revision_log TO doctor_guest;",
                        "As its owner: GRANT CREATE ON SCHEMA public TO doctor_guest;");
        assertThat(diagnosis.problems()).hasSize(2);
        assertThat(diagnosis.status()).isEmpty();
        database.execute(
                "GRANT SELECT, INSERT, UPDATE, DELETE ON schema_revision TO doctor_guest;"
                        + " GRANT INSERT ON schema_revision_log TO doctor_guest; GRANT CREATE ON SCHEMA public TO doctor_guest");
        assertThat(diagnosis(Doctor.of(as("doctor_guest"), InstantSource.system()))
                        .problems())
                .isEmpty();
    }

    @Test
    void stateTable_thatMayNotBeCreated_isAProblem() {
        database.execute("REVOKE CREATE ON SCHEMA public FROM public; CREATE SCHEMA \"Odd ops\"");
        createRole("doctor_reader");
        ConnectionFactory guest = as("doctor_reader");

        assertThat(diagnosis(Doctor.of(guest, InstantSource.system()))
                        .problems()
                        .get(0)
                        .sentence())
                .isEqualTo("The role may not create the state table in the schema public.");
        assertThat(diagnosis(Doctor.of(guest, InstantSource.system()).stateTable(new StateTable("Odd ops", "it's")))
                        .problems()
                        .get(0)
                        .remedy())
                .contains("As its owner: GRANT USAGE ON SCHEMA \"Odd ops\" TO doctor_reader;");
        assertThat(diagnosis(Doctor.of(guest, InstantSource.system()).stateTable(new StateTable("nowhere", "s")))
                        .problems()
                        .get(0)
                        .sentence())
                .isEqualTo("There is no schema nowhere for the state table, and the role may not create one.");
    }

    @Test
    void tableOfAnotherShape_isNoStateTable() {
        database.execute("CREATE TABLE schema_revision (version text)");

        Finding problem = diagnosis(doctor()).problems().get(0);

        assertThat(problem.topic()).isEqualTo(Topic.STATE_TABLE);
        assertThat(problem.sentence())
                .startsWith("The table public.schema_revision is not a state table of this version");
        assertThat(problem.remedy()).contains("Choose another name for the state table.");
    }

    @Test
    void revisions_thatAreUnknownOrUnfinished_areProblems() {
        upgrade();
        database.execute("INSERT INTO schema_revision VALUES ('zz', '', NULL, now(), 1, 'ann', 'applied', 0, 'x'),"
                + " ('b2', '', NULL, now(), 1, 'ann', 'failed', 1, 'x')");

        Diagnosis diagnosis = diagnosis(doctor());

        assertThat(diagnosis.problems().stream().map(Finding::sentence))
                .containsExactly(
                        "The database has revisions that no file knows: \"zz\".",
                        "Revision \"b2\" began outside a transaction and did not finish.");
        assertThat(diagnosis.problems().get(1).remedy().orElseThrow())
                .startsWith("If no run is at work on it now, run the same again")
                .endsWith("the answer is reflux resolve b2.");
        assertThat(diagnosis.status().orElseThrow().current())
                .containsExactly(RevisionId.of("a1"), RevisionId.of("zz"));
    }

    @Test
    void invalidIndexes_areProblems_withTheStatementThatMendsThem() {
        database.execute("CREATE TABLE \"T\" (id int); INSERT INTO \"T\" VALUES (1), (1);"
                + " CREATE TABLE parted (id int) PARTITION BY LIST (id);"
                + " CREATE TABLE part PARTITION OF parted FOR VALUES IN (1); CREATE INDEX half ON ONLY parted (id)");
        assertThatThrownBy(() -> database.execute("CREATE UNIQUE INDEX CONCURRENTLY broken ON \"T\" (id)"))
                .isInstanceOf(R2dbcException.class);
        database.execute("CREATE INDEX broken_ccnew ON \"T\" (id);"
                + " UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'broken_ccnew'::regclass");

        List<Finding> found = about(diagnosis(doctor()), Topic.INDEXES);

        assertThat(found.stream()
                        .map(finding ->
                                finding.severity() + " " + finding.remedy().orElse("")))
                .satisfiesExactly(
                        broken -> assertThat(broken)
                                .startsWith("PROBLEM REINDEX INDEX CONCURRENTLY public.broken; or DROP INDEX"),
                        leftover ->
                                assertThat(leftover).isEqualTo("PROBLEM DROP INDEX CONCURRENTLY public.broken_ccnew;"),
                        half -> assertThat(half).startsWith("NOTE Create the missing ones"));
        assertThat(found.get(0).sentence()).startsWith("The index public.broken on public.\"T\" is invalid");
    }

    @Test
    void halfDetachedPartition_isAProblem() {
        database.execute("CREATE TABLE p (id int) PARTITION BY LIST (id);"
                + " CREATE TABLE p1 PARTITION OF p FOR VALUES IN (1); UPDATE pg_inherits SET inhdetachpending = true");

        assertThat(only(diagnosis(doctor()), Topic.PARTITIONS).remedy())
                .contains("ALTER TABLE p DETACH PARTITION p1 FINALIZE;");
    }

    @Test
    void limitsOfTime_areShownWithTheirOrigin() {
        database.execute("ALTER DATABASE " + database.database() + " SET statement_timeout = '30s';"
                + " ALTER DATABASE " + database.database() + " SET lock_timeout = 1500;"
                + " ALTER DATABASE " + database.database() + " SET default_transaction_read_only = on");

        Diagnosis diagnosis = diagnosis(doctor());

        assertThat(about(diagnosis, Topic.TIMEOUTS).stream()
                        .filter(finding -> finding.severity() == Severity.NOTE)
                        .map(Finding::sentence))
                .containsExactly("statement_timeout: 30 s (set for this database). A revision that needs longer is cut"
                        + " off and rolled back.");
        assertThat(about(diagnosis, Topic.TIMEOUTS).stream().map(Finding::sentence))
                .anyMatch(sentence -> sentence.startsWith("lock_timeout: 1500 ms (set for this database)."));
        assertThat(only(diagnosis, Topic.WRITES).severity()).isEqualTo(Severity.NOTE);
    }

    @Test
    void clocks_thatDiffer_areNoted() {
        InstantSource late = () -> Instant.now().minus(Duration.ofHours(1));

        Finding finding = only(diagnosis(Doctor.of(database.connectionFactory(), late)), Topic.CLOCK);

        assertThat(finding.severity()).isEqualTo(Severity.NOTE);
        assertThat(finding.sentence())
                .startsWith("The clock of the server is 3")
                .contains(" s ahead of that of this");
    }

    @Test
    void databaseThatIsAway_isAnErrorWithARemedy() {
        ConnectionFactory nobody = ConnectionFactories.get(database.options()
                .mutate()
                .option(ConnectionFactoryOptions.PASSWORD, "wrong")
                .build());

        StepVerifier.create(Doctor.of(nobody, InstantSource.system()).examine())
                .verifyErrorSatisfies(error -> assertThat(error)
                        .isInstanceOf(MigrationException.class)
                        .hasMessageContaining("The database cannot be asked: ")
                        .hasMessageContaining("\nCheck the connection string"));
    }
}
