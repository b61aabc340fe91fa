package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.Sql;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.test.StepVerifier;

@PostgresTest
class MigrationVerifierTest {

    private static History history() {
        return History.of()
                .sql("a1", "CREATE TABLE t (id int PRIMARY KEY, name text DEFAULT 'x')", "DROP TABLE t")
                .sql("a2", "ALTER TABLE t ADD COLUMN phone text", "ALTER TABLE t DROP COLUMN phone");
    }

    private static Verification verify(TestDatabase database, History history) {
        MigrationVerifier verifier =
                new MigrationVerifier(Schemas.of(database.connectionFactory(), StateTable.DEFAULT));
        return Objects.requireNonNull(verifier.verify(history.migrations()).block());
    }

    private static List<String> sentences(Verification verification) {
        return verification.sentences().toList();
    }

    @Test
    void downgradesThatRestore_areProven(TestDatabase database) {
        Verification verification = verify(database, history());

        assertThat(verification.isProven()).isTrue();
        assertThat(verification.revisions()).isEqualTo(2);
        verification.orThrow();
    }

    @Test
    void downgradeThatLeavesSomething_namesRevisionAndObject(TestDatabase database) {
        Verification verification = verify(
                database,
                history()
                        .sql(
                                "a3",
                                "ALTER TABLE t ALTER name DROP DEFAULT; CREATE INDEX IF NOT EXISTS t_name ON t (name)",
                                "ALTER TABLE t ALTER name SET DEFAULT 'y'"));

        assertThat(sentences(verification)).containsExactly("""
                        a3 (message of a3): its downgrade does not restore what was there before. Left to do:
                          remove index public.t.t_name
                          alter default of column public.t.name (expression)""");
        assertThatThrownBy(verification::orThrow).hasMessageContaining("index public.t.t_name");
    }

    @Test
    void revisionsOutsideATransaction_andReadingOnes_areRehearsed(TestDatabase database) {
        Verification verification = verify(
                database,
                history()
                        .alone(
                                "a3",
                                "CREATE INDEX CONCURRENTLY t_name ON t (name); VACUUM t",
                                "DROP INDEX CONCURRENTLY t_name")
                        .java(
                                "a4",
                                db -> Flux.from(db.select().from("t"))
                                        .map(row -> Sql.of("DELETE FROM t"))
                                        .concatWith(Flux.just(Sql.of("COMMENT ON TABLE t IS NULL")))));

        assertThat(sentences(verification)).isEmpty();
    }

    @Test
    void irreversibleRevision_isNamed(TestDatabase database) {
        Verification verification = verify(database, history().sql("a3", "CREATE TABLE u (id int)"));

        assertThat(verification.isProven()).isTrue();
        assertThat(verification.irreversible()).hasToString("[a3]");
    }

    @Test
    void modelsThatDiffer_areNamed(TestDatabase database) {
        MigrationVerifier verifier =
                new MigrationVerifier(Schemas.of(database.connectionFactory(), StateTable.DEFAULT));
        DesiredSchema models = DesiredSchema.of(
                "models", "CREATE TABLE t (id int PRIMARY KEY, name text DEFAULT 'x', phone varchar(20));");

        StepVerifier.create(verifier.verify(history().migrations(), models))
                .assertNext(verification -> assertThat(sentences(verification)).containsExactly("""
                                The revisions do not lead to what the models ask for. Left to do:
                                  alter column public.t.phone (type)"""))
                .verifyComplete();
    }

    @Test
    void revisionThatFails_failsAsARunDoes(TestDatabase database) {
        assertThatThrownBy(() -> verify(database, history().sql("a3", "CREATE TABLE u (\n  id nonsense\n)")))
                .isInstanceOf(MigrationFailedException.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("type \"nonsense\" does not exist");
    }

    @Test
    void database_isLeftAsItWas(TestDatabase database) {
        TestDatabase live = database.fresh();
        live.execute("CREATE TABLE t (other int); INSERT INTO t VALUES (1)");

        verify(live, history()).orThrow();

        assertThat(live.query("SELECT * FROM t")).containsExactly(List.of("1"));
        assertThat(live.query("SELECT nspname FROM pg_namespace WHERE nspname LIKE 'reflux%'"))
                .isEmpty();
    }
}
