package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Kind;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Views and materialized views, rules, triggers, policies and row security. */
@PostgresTest
class CatalogViewsTest {

    private final TestDatabase database;

    CatalogViewsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void view_isAQuery_withItsColumnsAsParts() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int, b varchar(9));
                CREATE VIEW v WITH (security_barrier, check_option = local) AS
                    SELECT x.a, x.b AS "The B" FROM t x WHERE x.a > (SELECT min(y.a) FROM t y);
                ALTER VIEW v ALTER "The B" SET DEFAULT 'b';
                """);

        assertThat(reading.of(Kind.VIEW, Kind.DEFAULT)).isEqualTo("""
                view app.v
                  definition: SELECT a,
                        b AS "The B"
                       FROM app.t x
                      WHERE (a > ( SELECT min(y.a) AS min
                               FROM app.t y))
                  options: check_option=local | security_barrier=true
                  hint columns: a integer | "The B" character varying(9)
                  uses column app.t.a
                  uses column app.t.b
                default of column app.v."The B"
                  expression: 'b'::character varying
                """.replace("SELECT a,", named("SELECT a,"))
                .replace(" b AS", named(" b AS"))
                .replace("(a >", named("(a >")));
        assertThat(reading.catalog().objects())
                .filteredOn(object -> object.kind() == Kind.COLUMN
                        && object.id().requireOwner().kind() == Kind.VIEW)
                .allSatisfy(object -> assertThat(object.attributes().values()).isEmpty())
                .extracting(object -> object.id().toString())
                .containsExactly("column app.v.a", "column app.v.\"The B\"");
    }

    /** Before version 16 the names of columns are always qualified. */
    private String named(String text) {
        return database.majorVersion() < 16 ? text.replaceFirst("\\b([ab])\\b", "x.$1") : text;
    }

    @Test
    void materializedView_isAQuery_withItsStorage() {
        Reading reading = Reading.of(database, """
                CREATE MATERIALIZED VIEW m (one) WITH (fillfactor = 60) AS SELECT 1 AS uno, 2 AS two WITH NO DATA;
                CREATE MATERIALIZED VIEW filled AS SELECT 1 AS one;
                """);

        assertThat(reading.of(Kind.MATERIALIZED_VIEW)).isEqualTo("""
                materialized view app.filled
                  definition: SELECT 1 AS one
                  hint columns: one integer
                materialized view app.m
                  definition: SELECT 1 AS one,
                        2 AS two
                  options: fillfactor=60
                  hint columns: one integer | two integer
                  hint unpopulated: true
                """);
    }

    @Test
    void rule_isAStatement_withItsState() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int); CREATE TABLE u (a int);
                CREATE VIEW v AS SELECT 1 AS one;
                CREATE RULE "Not here" AS ON INSERT TO v DO INSTEAD NOTHING;
                CREATE RULE off AS ON DELETE TO t WHERE old.a > 1 DO ALSO DELETE FROM u;
                ALTER TABLE t DISABLE RULE off;
                """);

        assertThat(reading.of(Kind.RULE)).isEqualTo("""
                rule app.t.off
                  definition: CREATE RULE off AS
                        ON DELETE TO app.t
                       WHERE (old.a > 1) DO  DELETE FROM app.u
                  enabled: DISABLED
                  uses column app.t.a
                  uses table app.u
                rule app.v."Not here"
                  definition: CREATE RULE "Not here" AS
                        ON INSERT TO app.v DO INSTEAD NOTHING
                """);
    }

    @Test
    void trigger_isAStatement_withItsState_andIsNotInternal() {
        Reading reading = Reading.of(database, """
                CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE t (a int REFERENCES parent, b int);
                CREATE VIEW v AS SELECT 1 AS one;
                CREATE TRIGGER "On b" BEFORE UPDATE OF b ON t FOR EACH ROW WHEN (old.b > 1) EXECUTE FUNCTION watch('x', '''');
                CREATE TRIGGER all_rows AFTER DELETE ON t REFERENCING OLD TABLE AS gone EXECUTE FUNCTION watch();
                ALTER TABLE t ENABLE ALWAYS TRIGGER all_rows;
                CREATE CONSTRAINT TRIGGER late AFTER INSERT ON t FROM parent DEFERRABLE INITIALLY DEFERRED
                    FOR EACH ROW EXECUTE FUNCTION watch();
                CREATE TRIGGER instead INSTEAD OF INSERT ON v FOR EACH ROW EXECUTE FUNCTION watch();
                ALTER TABLE t ENABLE REPLICA TRIGGER late;
                """);

        assertThat(reading.of(Kind.TRIGGER)).isEqualTo("""
                trigger app.t."On b"
                  definition: CREATE TRIGGER "On b" BEFORE UPDATE OF b ON app.t FOR EACH ROW WHEN ((old.b > 1)) EXECUTE FUNCTION app.watch('x', '''')
                  uses column app.t.b
                  uses function app.watch()
                trigger app.t.all_rows
                  definition: CREATE TRIGGER all_rows AFTER DELETE ON app.t REFERENCING OLD TABLE AS gone FOR EACH STATEMENT EXECUTE FUNCTION app.watch()
                  enabled: ALWAYS
                  uses function app.watch()
                trigger app.t.late
                  definition: CREATE CONSTRAINT TRIGGER late AFTER INSERT ON app.t FROM app.parent DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION app.watch()
                  enabled: REPLICA
                  uses function app.watch()
                  uses table app.parent
                trigger app.v.instead
                  definition: CREATE TRIGGER instead INSTEAD OF INSERT ON app.v FOR EACH ROW EXECUTE FUNCTION app.watch()
                  uses function app.watch()
                """);
    }

    @Test
    void policy_hasItsRolesAndExpressions() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int);
                CREATE ROLE "Odd role";
                CREATE POLICY everyone ON t USING (a > 0);
                CREATE POLICY few ON t AS RESTRICTIVE FOR UPDATE TO pg_monitor, "Odd role"
                    USING (a > 1) WITH CHECK (a > 2);
                """);

        assertThat(reading.of(Kind.POLICY)).isEqualTo("""
                policy app.t.everyone
                  command: ALL
                  roles: PUBLIC
                  using: (a > 0)
                  uses column app.t.a
                policy app.t.few
                  restrictive: true
                  command: UPDATE
                  roles: "Odd role" | pg_monitor
                  using: (a > 1)
                  check: (a > 2)
                  uses column app.t.a
                """);
    }

    @Test
    void rowSecurity_isThereWhereItIsOn() {
        Reading reading = Reading.of(database, """
                CREATE TABLE off (a int);
                CREATE TABLE enabled (a int); ALTER TABLE enabled ENABLE ROW LEVEL SECURITY;
                CREATE TABLE forced (a int); ALTER TABLE forced FORCE ROW LEVEL SECURITY;
                """);

        assertThat(reading.of(Kind.ROW_SECURITY)).isEqualTo("""
                row security of table app.enabled
                  enabled: true
                row security of table app.forced
                  forced: true
                """);
    }
}
