package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which statements would reach the live database. */
class LiveGuardTest {

    private static LiveGuard guard() {
        return new LiveGuard(Set.of("customers", "Mixed"), Set.of("shared"), Set.of("public"), Set.of("citext"));
    }

    private static boolean passes(LiveGuard guard, String ddl) {
        return guard.problems(SchemaStatements.of(Schemas.script(ddl))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "ALTER TABLE customers ADD x int",
                "ALTER TABLE IF EXISTS ONLY customers ADD x int",
                "CREATE INDEX ON customers (id)",
                "CREATE INDEX i ON ONLY \"Mixed\" (id)",
                "CREATE TABLE t (c int REFERENCES /* so */ customers)",
                "CREATE CONSTRAINT TRIGGER t AFTER INSERT ON customers FOR EACH ROW EXECUTE FUNCTION f()",
                "CREATE POLICY p ON customers USING (true)",
                "DROP TABLE t, customers",
                "TRUNCATE t, customers",
                "INSERT INTO customers VALUES (1)",
                "UPDATE customers SET id = 1",
                "DELETE FROM customers",
                "LOCK customers",
                "COMMENT ON COLUMN customers.id IS 'x'",
                "ALTER SEQUENCE s OWNED BY customers.id",
                "CREATE VIEW v AS SELECT * FROM t JOIN customers USING (id)",
                "CREATE TABLE t (c int REFERENCES shared.countries)",
                "CREATE TABLE shared.t (c int)",
                "ALTER TABLE shared.countries ADD x int",
                "DROP SCHEMA IF EXISTS public CASCADE",
                "DROP EXTENSION citext CASCADE",
                "REASSIGN OWNED BY a TO b",
                "ANALYZE",
                "ALTER TABLE ALL IN TABLESPACE a SET TABLESPACE b"
            })
    void statementThatReachesTheLiveDatabase_isFound(String ddl) {
        assertThat(passes(guard(), ddl)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE customers (id int); CREATE INDEX ON customers (id)",
                "CREATE UNLOGGED TABLE IF NOT EXISTS public.customers (id int); ALTER TABLE customers ADD x int",
                "CREATE TABLE t (customers int, customers_id int)",
                "ALTER TABLE public.customers ADD x int",
                "CREATE TABLE t (note text DEFAULT 'UPDATE customers')",
                "CREATE VIEW v AS SELECT * FROM shared.countries",
                "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS $$ SELECT 1 FROM customers $$",
                "ANALYZE t",
                "DROP SCHEMA other CASCADE"
            })
    void statementThatStaysInItsPlace_passes(String ddl) {
        assertThat(passes(guard(), ddl)).isTrue();
    }

    @Test
    void whatWasDefinedBefore_isKnownLater() {
        LiveGuard guard = guard();

        assertThat(passes(guard, "CREATE MATERIALIZED VIEW customers AS SELECT 1 AS id"))
                .isTrue();
        assertThat(passes(guard, "CREATE INDEX ON customers (id)")).isTrue();
    }
}
