package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.source.StatementRules.Language;
import dev.reflux.sql.Script;
import java.util.List;
import org.junit.jupiter.api.Test;

class StatementRulesTest {

    private static List<String> inTransaction(String sql) {
        return new StatementRules("x.sql", Language.SQL, TransactionMode.TRANSACTIONAL).problems(Script.parse(sql));
    }

    private static List<String> alone(String sql) {
        return new StatementRules("x.sql", Language.SQL, TransactionMode.NON_TRANSACTIONAL).problems(Script.parse(sql));
    }

    @Test
    void ordinaryStatements_pass() {
        String sql = "CREATE TABLE t (a int); SAVEPOINT s; ROLLBACK TO s; SET LOCAL lock_timeout = '1s';";

        assertThat(inTransaction(sql)).isEmpty();
        assertThat(alone("CREATE TABLE t (a int); CREATE INDEX CONCURRENTLY i ON t (a); VACUUM t"))
                .isEmpty();
    }

    @Test
    void transactional_everyOffence_isReportedAtOnce() {
        assertThat(inTransaction("BEGIN;\n  CREATE INDEX CONCURRENTLY i\n  ON t (a);\nSET role x; COMMIT"))
                .containsExactly("""
                        x.sql:1:1: BEGIN begins, ends or changes a transaction. Delete it: Reflux begins and ends the \
                        transaction of a revision itself.
                              BEGIN;
                              ^""", """
                        x.sql:2:3: CREATE INDEX CONCURRENTLY cannot run in a transaction, and this revision is one. Add \
                        the line "-- transactional: false" to the header, and keep only such statements in this revision.
                                CREATE INDEX CONCURRENTLY i
                                ^""", """
                        x.sql:4:1: SET stays in the session after the revision, and reaches later revisions and, behind a \
                        pooler, other clients. Write the form that ends with the transaction: SET LOCAL role x
                              SET role x; COMMIT
                              ^""", """
                        x.sql:4:13: COMMIT begins, ends or changes a transaction. Delete it: Reflux begins and ends the \
                        transaction of a revision itself.
                              SET role x; COMMIT
                                          ^""");
    }

    @Test
    void transactional_preambleOfADump_passes() {
        assertThat(inTransaction("SET statement_timeout = 0; SELECT pg_catalog.set_config('search_path', '', false);"))
                .isEmpty();
    }

    @Test
    void nonTransactional_everyOffence_isReportedAtOnce() {
        assertThat(alone("START TRANSACTION; SET LOCAL lock_timeout = 1; SET statement_timeout = 0; LISTEN x"))
                .extracting(problem -> problem.lines().findFirst().orElse(""))
                .containsExactly(
                        "x.sql:1:1: START TRANSACTION begins, ends or changes a transaction. Delete it: the revision is not"
                                + " transactional, each of its statements runs alone.",
                        "x.sql:1:20: SET LOCAL has no effect: the revision is not transactional, each of its statements"
                                + " runs alone. Delete it, or set the value for the role: ALTER ROLE … SET",
                        "x.sql:1:48: SET stays in the session after the revision, and reaches later revisions and, behind a"
                                + " pooler, other clients. Delete it: the revision is not transactional, and a form that"
                                + " ends with the transaction would end with the statement itself. A setting can be made"
                                + " for the role: ALTER ROLE … SET",
                        "x.sql:1:75: LISTEN stays in the session after the revision, and reaches later revisions and,"
                                + " behind a pooler, other clients. Delete it: nobody would read the notifications.");
    }

    @Test
    void statementsOfJava_areNamedByTheirClass() {
        StatementRules rules = new StatementRules("com.example.A", Language.JAVA, TransactionMode.TRANSACTIONAL);

        assertThat(rules.problems(Script.parse("SELECT 1;\n\n VACUUM\n t").statements()))
                .containsExactly("""
                        com.example.A: VACUUM cannot run in a transaction, and this revision is one. Add \
                        "transactional = false" to @Revision, and keep only such statements in this revision.
                              VACUUM
                              ^""");
    }

    @Test
    void rules_ofARevision_knowItsLanguage() {
        LoadedMigrations loaded =
                Migrations.inPackage("dev.reflux.source.example").load();

        assertThat(loaded.revisions().values())
                .extracting(StatementRules::of)
                .extracting(StatementRules::language)
                .containsOnly(Language.JAVA);
    }

    @Test
    void exception_listsEverything() {
        assertThat(new RefusedStatementException(List.of("one"))).hasMessage("one");
        assertThat(new RefusedStatementException(List.of("one", "two")))
                .hasMessage("There are 2 statements that cannot run:\n  - one\n  - two")
                .extracting(RefusedStatementException::problems)
                .isEqualTo(List.of("one", "two"));
    }
}
