package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What a database has and a catalog does not describe. */
@PostgresTest
class CatalogUnmodelledTest {

    private final TestDatabase database;

    CatalogUnmodelledTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void whatIsNotDescribed_isNamed() {
        Reading reading = Reading.of(database, CatalogScope.ALL, """
                CREATE OPERATOR FAMILY loose USING btree;
                ALTER OPERATOR FAMILY loose USING btree ADD OPERATOR 1 < (int4, int8), FUNCTION 1 btint48cmp(int4, int8);
                CREATE TYPE shell;
                CREATE CONVERSION "Conv" FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
                CREATE TEXT SEARCH TEMPLATE template (LEXIZE = dsimple_lexize);
                CREATE TEXT SEARCH PARSER parser (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end,
                    LEXTYPES = prsd_lextype);
                CREATE FOREIGN DATA WRAPPER wrapper; CREATE SERVER elsewhere FOREIGN DATA WRAPPER wrapper;
                CREATE USER MAPPING FOR PUBLIC SERVER elsewhere; CREATE FOREIGN TABLE far (a int) SERVER elsewhere;
                CREATE LANGUAGE tongue HANDLER plpgsql_call_handler;
                CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
                SELECT lo_create(0), lo_create(0);
                """);

        assertThat(reading.unmodelled())
                .containsExactly(
                        "access method pile",
                        "conversion app.\"Conv\"",
                        "foreign table app.far",
                        "foreign-data wrapper wrapper",
                        "language tongue",
                        "large objects 2",
                        "loose member function 1 (integer, bigint) of app.loose USING btree",
                        "loose member operator 1 (integer, bigint) of app.loose USING btree",
                        "server elsewhere",
                        "text search parser app.parser",
                        "text search template app.template",
                        "type app.shell",
                        "user mapping public on server elsewhere");
    }

    @Test
    void whatCannotHangOnAnObject_isNamed() {
        Reading reading = Reading.of(database, """
                CREATE TYPE pair AS (a int); COMMENT ON COLUMN pair.a IS 'a';
                CREATE TABLE t (a int GENERATED ALWAYS AS IDENTITY PRIMARY KEY); COMMENT ON INDEX t_pkey IS 'index';
                GRANT USAGE ON ALL SEQUENCES IN SCHEMA app TO pg_monitor;
                CREATE TABLE whole (a int CONSTRAINT positive CHECK (a > 0)) PARTITION BY LIST (a);
                CREATE TABLE part PARTITION OF whole DEFAULT; COMMENT ON CONSTRAINT positive ON part IS 'inherited';
                CREATE FUNCTION watch() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
                CREATE TRIGGER watching AFTER INSERT ON whole FOR EACH ROW EXECUTE FUNCTION watch();
                ALTER TABLE part DISABLE TRIGGER watching;
                CREATE INDEX i ON whole (a); COMMENT ON INDEX part_a_idx IS 'part';
                """);

        assertThat(reading.unmodelled())
                .containsExactly(
                        "comment on composite type column app.pair.a",
                        "comment on index app.part_a_idx",
                        "comment on index app.t_pkey",
                        "comment on table constraint positive on app.part",
                        "privileges on sequences of identity columns in app",
                        "state of trigger watching on app.part");
    }

    @Test
    void whatIsInOtherSchemas_isNotNamed() {
        Reading reading = Reading.of(
                database,
                CatalogScope.ALL.withSchemas(Set.of("public")),
                "CREATE OPERATOR === (LEFTARG = anyenum, RIGHTARG = anyenum, FUNCTION = enum_eq)");

        assertThat(reading.unmodelled()).isEmpty();
    }
}
