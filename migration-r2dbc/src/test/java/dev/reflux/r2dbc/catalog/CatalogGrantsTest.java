package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reflux.catalog.Kind;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Privileges, default privileges, comments and publications. */
@PostgresTest
class CatalogGrantsTest {

    private final TestDatabase database;

    CatalogGrantsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void privileges_areThereForEachGranteeOfEachKindOfObject() {
        Reading reading = Reading.of(database, """
                CREATE ROLE "Odd role";
                CREATE TABLE t (a int, b int);
                CREATE VIEW v AS SELECT 1 AS one;
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
                CREATE SEQUENCE s;
                CREATE TYPE mood AS ENUM ('sad'); CREATE TYPE span AS RANGE (SUBTYPE = float4);
                CREATE TYPE pair AS (a int); CREATE DOMAIN word AS text;
                CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1;
                CREATE PROCEDURE p() LANGUAGE sql AS '';
                CREATE AGGREGATE total(int) (SFUNC = int4pl, STYPE = int);
                GRANT CREATE ON SCHEMA app TO "Odd role";
                GRANT SELECT, INSERT ON t TO pg_monitor WITH GRANT OPTION;
                GRANT UPDATE, INSERT ON t TO "Odd role";
                GRANT SELECT (b) ON t TO PUBLIC;
                GRANT SELECT ON v, m TO pg_monitor;
                GRANT USAGE ON SEQUENCE s TO pg_monitor;
                GRANT USAGE ON TYPE mood, span, pair, word TO pg_monitor;
                GRANT EXECUTE ON FUNCTION f(), total(int) TO pg_monitor;
                GRANT EXECUTE ON PROCEDURE p() TO pg_monitor;
                """);

        assertThat(reading.of(Kind.PRIVILEGE)).isEqualTo("""
                privileges of Odd role on schema app
                  grantee: "Odd role"
                  privileges: CREATE
                privileges of pg_monitor on enum type app.mood
                  grantee: pg_monitor
                  privileges: USAGE
                privileges of pg_monitor on range type app.span
                  grantee: pg_monitor
                  privileges: USAGE
                privileges of pg_monitor on composite type app.pair
                  grantee: pg_monitor
                  privileges: USAGE
                privileges of pg_monitor on domain app.word
                  grantee: pg_monitor
                  privileges: USAGE
                privileges of pg_monitor on sequence app.s
                  grantee: pg_monitor
                  privileges: USAGE
                privileges of pg_monitor on function app.f()
                  grantee: pg_monitor
                  privileges: EXECUTE
                privileges of pg_monitor on procedure app.p()
                  grantee: pg_monitor
                  privileges: EXECUTE
                privileges of pg_monitor on aggregate app.total(integer)
                  grantee: pg_monitor
                  privileges: EXECUTE
                privileges of Odd role on table app.t
                  grantee: "Odd role"
                  privileges: INSERT | UPDATE
                privileges of pg_monitor on table app.t
                  grantee: pg_monitor
                  privileges: INSERT* | SELECT*
                privileges of pg_monitor on materialized view app.m
                  grantee: pg_monitor
                  privileges: SELECT
                privileges of pg_monitor on view app.v
                  grantee: pg_monitor
                  privileges: SELECT
                privileges of public on column app.t.b
                  grantee: PUBLIC
                  privileges: SELECT
                """);
    }

    @Test
    void privileges_thatWereTakenAway_areThereToo() {
        Reading reading = Reading.of(database, """
                CREATE FUNCTION f() RETURNS int LANGUAGE sql RETURN 1;
                REVOKE EXECUTE ON FUNCTION f() FROM PUBLIC;
                CREATE SEQUENCE mine;
                REVOKE UPDATE ON SEQUENCE mine FROM CURRENT_USER;
                CREATE SEQUENCE back;
                GRANT SELECT ON SEQUENCE back TO pg_monitor;
                REVOKE SELECT ON SEQUENCE back FROM pg_monitor;
                """);

        assertThat(reading.of(Kind.PRIVILEGE)).isEqualTo("""
                privileges of %1$s on sequence app.mine
                  grantee: %1$s
                  privileges: SELECT | USAGE
                  builtin: SELECT | UPDATE | USAGE
                privileges of public on function app.f()
                  grantee: PUBLIC
                  builtin: EXECUTE
                """.formatted(database.user()));
    }

    @Test
    void privileges_onTheSchemaPublic_areComparedWithThoseOfANewDatabase() {
        CatalogScope scope = CatalogScope.ALL.withSchemas(Set.of("public"));
        String builtin = database.majorVersion() < 15 ? "CREATE | USAGE" : "USAGE";

        assertThat(Reading.of(database, scope).of(Kind.PRIVILEGE, Kind.COMMENT)).isEmpty();
        assertThat(Reading.of(
                                database,
                                scope,
                                "REVOKE ALL ON SCHEMA public FROM PUBLIC; COMMENT ON SCHEMA public IS 'x'")
                        .of(Kind.PRIVILEGE, Kind.COMMENT))
                .isEqualTo("""
                        privileges of public on schema public
                          grantee: PUBLIC
                          builtin: %s
                        comment of schema public
                          text: x
                        """.formatted(builtin));
    }

    @Test
    void defaultPrivileges_areThereForEachGrantee() {
        Reading reading = Reading.of(database, """
                CREATE ROLE maker; CREATE ROLE "Odd role"; CREATE SCHEMA other;
                ALTER DEFAULT PRIVILEGES FOR ROLE maker IN SCHEMA app
                    GRANT SELECT, INSERT ON TABLES TO "Odd role" WITH GRANT OPTION;
                ALTER DEFAULT PRIVILEGES FOR ROLE maker IN SCHEMA other GRANT SELECT ON TABLES TO pg_monitor;
                ALTER DEFAULT PRIVILEGES FOR ROLE maker REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
                ALTER DEFAULT PRIVILEGES FOR ROLE maker GRANT USAGE ON SCHEMAS TO pg_monitor;
                ALTER DEFAULT PRIVILEGES FOR ROLE maker REVOKE SELECT ON SEQUENCES FROM maker;
                """);

        assertThat(reading.of(Kind.DEFAULT_PRIVILEGE)).isEqualTo("""
                default privileges "maker//FUNCTIONS/public"
                  role: maker
                  objects: FUNCTIONS
                  grantee: PUBLIC
                  builtin: EXECUTE
                default privileges "maker//SCHEMAS/pg_monitor"
                  role: maker
                  objects: SCHEMAS
                  grantee: pg_monitor
                  privileges: USAGE
                default privileges "maker//SEQUENCES/maker"
                  role: maker
                  objects: SEQUENCES
                  grantee: maker
                  privileges: UPDATE | USAGE
                  builtin: SELECT | UPDATE | USAGE
                default privileges "maker/app/TABLES/Odd role"
                  role: maker
                  schema: app
                  objects: TABLES
                  grantee: "Odd role"
                  privileges: INSERT* | SELECT*
                  uses schema app
                """);
    }

    @Test
    void publication_hasItsOperationsAndItsTables() {
        Reading reading = Reading.of(database, """
                CREATE TABLE b (x int); CREATE TABLE "A" (x int);
                CREATE PUBLICATION few FOR TABLE b, "A" WITH (publish = 'delete, insert', publish_via_partition_root);
                CREATE PUBLICATION "All" FOR ALL TABLES;
                """);

        assertThat(reading.of(Kind.PUBLICATION)).isEqualTo("""
                publication "All"
                  all_tables: true
                  operations: insert | update | delete | truncate
                publication few
                  operations: insert | delete
                  via_root: true
                  tables: app."A" | app.b
                  uses table app."A"
                  uses table app.b
                """);
    }

    @Test
    void publication_ofVersion15_hasColumnsConditionsAndSchemas() {
        assumeThat(database.majorVersion()).isGreaterThanOrEqualTo(15);
        Reading reading = Reading.of(database, """
                CREATE SCHEMA "Odd"; CREATE TABLE t (a int, "B" int, c int); CREATE TABLE u (a int);
                CREATE PUBLICATION parts FOR TABLE t ("B", a) WHERE (a > 1), u;
                CREATE PUBLICATION wholes FOR TABLES IN SCHEMA app, "Odd";
                """);

        assertThat(reading.of(Kind.PUBLICATION)).isEqualTo("""
                publication parts
                  operations: insert | update | delete | truncate
                  tables: app.t ("B", a) WHERE ((a > 1)) | app.u
                  uses column app.t."B"
                  uses column app.t.a
                  uses table app.t
                  uses table app.u
                publication wholes
                  operations: insert | update | delete | truncate
                  schemas: "Odd" | app
                  uses schema app
                """);
    }

    @Test
    void publication_ofVersion18_saysWhichGeneratedColumns() {
        assumeThat(database.majorVersion()).isGreaterThanOrEqualTo(18);
        Reading reading =
                Reading.of(database, "CREATE PUBLICATION p FOR ALL TABLES WITH (publish_generated_columns = stored)");

        assertThat(reading.of(Kind.PUBLICATION)).contains("  generated_columns: stored\n");
    }
}
