package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Kind;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Functions, procedures, aggregates and event triggers. */
@PostgresTest
class CatalogRoutinesTest {

    private final TestDatabase database;

    CatalogRoutinesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void function_isToldApartByTheTypesOfWhatGoesIn() {
        Reading reading = Reading.of(database, """
                CREATE TYPE mood AS ENUM ('sad');
                CREATE FUNCTION "Add"(a int, INOUT b int DEFAULT 1, OUT c mood, VARIADIC d text[] DEFAULT '{}')
                    LANGUAGE sql IMMUTABLE AS 'SELECT $1 + $2, NULL::mood';
                """);

        assertThat(reading.of(Kind.FUNCTION)).isEqualTo("""
                function app."Add"(integer,integer,text[])
                  definition: CREATE OR REPLACE FUNCTION app."Add"(a integer, INOUT b integer DEFAULT 1, OUT c app.mood, VARIADIC d text[] DEFAULT '{}'::text[])
                     RETURNS record
                     LANGUAGE sql
                     IMMUTABLE
                    AS $function$SELECT $1 + $2, NULL::mood$function$
                  returns: record
                  arguments: a integer, INOUT b integer, OUT c app.mood, VARIADIC d text[]
                  defaults: 2
                  language: sql
                  hint body: SELECT $1 + $2, NULL::mood
                  uses enum type app.mood
                """);
    }

    @Test
    void function_withABodyOfTheStandard_isAtomic_andUsesWhatItsBodyUses() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int, b int);
                CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql RETURN n * 2;
                CREATE FUNCTION b() RETURNS int LANGUAGE sql
                    BEGIN ATOMIC
                        SELECT twice(x.a) FROM t x, t y;
                    END;
                """);

        assertThat(reading.of(Kind.FUNCTION)).isEqualTo("""
                function app.b()
                  definition: CREATE OR REPLACE FUNCTION app.b()
                     RETURNS integer
                     LANGUAGE sql
                    BEGIN ATOMIC
                     SELECT app.twice(x.a) AS twice
                        FROM app.t x,
                         app.t y;
                    END
                  returns: integer
                  arguments:\s
                  language: sql
                  hint body:\s
                  hint atomic: true
                  uses column app.t.a
                  uses function app.twice(integer)
                function app.twice(integer)
                  definition: CREATE OR REPLACE FUNCTION app.twice(n integer)
                     RETURNS integer
                     LANGUAGE sql
                    RETURN (n * 2)
                  returns: integer
                  arguments: n integer
                  language: sql
                  hint body:\s
                  hint atomic: true
                """);
    }

    @Test
    void function_ofWindows_isAFunction() {
        Reading reading = Reading.of(
                database, "CREATE FUNCTION nth() RETURNS bigint WINDOW LANGUAGE internal AS 'window_row_number'");

        assertThat(reading.names()).contains("function app.nth()");
    }

    @Test
    void procedure_returnsNothing() {
        Reading reading = Reading.of(database, """
                CREATE PROCEDURE pay(amount numeric(5,2), INOUT receipt text) LANGUAGE plpgsql AS 'BEGIN END';
                """);

        assertThat(reading.of(Kind.PROCEDURE)).isEqualTo("""
                procedure app.pay(numeric,text)
                  definition: CREATE OR REPLACE PROCEDURE app.pay(IN amount numeric, INOUT receipt text)
                     LANGUAGE plpgsql
                    AS $procedure$BEGIN END$procedure$
                  arguments: IN amount numeric, INOUT receipt text
                  language: plpgsql
                  hint body: BEGIN END
                """);
    }

    @Test
    void aggregate_isAStatement() {
        Reading reading = Reading.of(database, """
                CREATE FUNCTION keep(anyelement, anyelement) RETURNS anyelement LANGUAGE sql AS 'SELECT $1';
                CREATE AGGREGATE first(a anyelement) (SFUNC = keep, STYPE = anyelement);
                CREATE AGGREGATE rows(*) (SFUNC = int8inc, STYPE = int8, INITCOND = '0', COMBINEFUNC = int8pl, PARALLEL = SAFE);
                CREATE AGGREGATE most(int) (SFUNC = int4larger, STYPE = int, SORTOP = >, SSPACE = 4,
                    MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = int, MINITCOND = '0', MFINALFUNC = int4abs,
                    MFINALFUNC_MODIFY = SHAREABLE, FINALFUNC = int4abs, FINALFUNC_MODIFY = READ_WRITE);
                CREATE AGGREGATE median(float8 ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal,
                    FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA);
                CREATE AGGREGATE rank_of(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi,
                    STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
                """);

        assertThat(reading.of(Kind.AGGREGATE)).isEqualTo("""
                aggregate app.first(anyelement)
                  definition: CREATE AGGREGATE app.first(a anyelement) (SFUNC = app.keep, STYPE = anyelement)
                  uses function app.keep(anyelement,anyelement)
                aggregate app.median(double precision,anyelement)
                  definition: CREATE AGGREGATE app.median(double precision ORDER BY anyelement) (SFUNC = ordered_set_transition, STYPE = internal, FINALFUNC = percentile_disc_final, FINALFUNC_EXTRA)
                aggregate app.most(integer)
                  definition: CREATE AGGREGATE app.most(integer) (SFUNC = int4larger, STYPE = integer, SSPACE = 4, FINALFUNC = int4abs, FINALFUNC_MODIFY = READ_WRITE, MSFUNC = int4pl, MINVFUNC = int4mi, MSTYPE = integer, MFINALFUNC = int4abs, MFINALFUNC_MODIFY = SHAREABLE, MINITCOND = '0', SORTOP = OPERATOR(pg_catalog.>))
                aggregate app.rank_of("any")
                  definition: CREATE AGGREGATE app.rank_of(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi, STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL)
                aggregate app.rows()
                  definition: CREATE AGGREGATE app.rows(*) (SFUNC = int8inc, STYPE = bigint, COMBINEFUNC = int8pl, INITCOND = '0', PARALLEL = SAFE)
                """);
    }

    @Test
    void aggregate_canBeMadeAgainFromItsStatement() {
        String script = """
                CREATE AGGREGATE most(int) (SFUNC = int4larger, STYPE = int, SORTOP = >, SSPACE = 4);
                CREATE AGGREGATE rank_of(VARIADIC "any" ORDER BY VARIADIC "any") (SFUNC = ordered_set_transition_multi,
                    STYPE = internal, FINALFUNC = rank_final, FINALFUNC_EXTRA, HYPOTHETICAL);
                """;
        Reading reading = Reading.of(database, script);

        String again = reading.catalog().objects().stream()
                .filter(object -> object.kind() == Kind.AGGREGATE)
                .map(object -> object.attributes().text("definition") + ";")
                .reduce("", String::concat);
        assertThat(Reading.of(database, again).of(Kind.AGGREGATE)).isEqualTo(reading.of(Kind.AGGREGATE));
    }

    @Test
    void eventTrigger_hasItsEventTagsFunctionAndState() {
        Reading reading = Reading.of(database, """
                CREATE FUNCTION watch() RETURNS event_trigger LANGUAGE plpgsql AS 'BEGIN END';
                CREATE EVENT TRIGGER watching ON ddl_command_end WHEN TAG IN ('DROP TABLE', 'CREATE TABLE')
                    EXECUTE FUNCTION watch();
                ALTER EVENT TRIGGER watching ENABLE ALWAYS;
                CREATE EVENT TRIGGER off ON sql_drop EXECUTE FUNCTION watch();
                ALTER EVENT TRIGGER off DISABLE;
                """);

        assertThat(reading.of(Kind.EVENT_TRIGGER)).isEqualTo("""
                event trigger off
                  event: sql_drop
                  function: app.watch()
                  enabled: DISABLED
                  uses function app.watch()
                event trigger watching
                  event: ddl_command_end
                  tags: CREATE TABLE | DROP TABLE
                  function: app.watch()
                  enabled: ALWAYS
                  uses function app.watch()
                """);
    }
}
