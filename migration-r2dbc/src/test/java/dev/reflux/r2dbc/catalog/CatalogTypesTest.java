package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Kind;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Schemas, extensions, collations, types and sequences. */
@PostgresTest
class CatalogTypesTest {

    private final TestDatabase database;

    CatalogTypesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void schema_hasNoAttributes() {
        assertThat(Reading.of(database, "").of(Kind.SCHEMA)).isEqualTo("schema app\n");
    }

    @Test
    void extension_hasItsSchema_andItsVersionAsAHint() {
        Reading reading = Reading.of(database, "CREATE EXTENSION citext VERSION '1.4' SCHEMA app");

        assertThat(reading.of(Kind.EXTENSION)).isEqualTo("""
                extension citext
                  schema: app
                  hint version: 1.4
                  uses schema app
                """);
        assertThat(reading.names()).containsExactly("extension citext", "schema app");
    }

    @Test
    void collation_isAStatement() {
        Reading reading = Reading.of(database, """
                CREATE COLLATION plain (provider = libc, locale = 'C');
                CREATE COLLATION mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX');
                CREATE COLLATION "Phone book" (provider = icu, locale = 'de-u-co-phonebk', deterministic = false);
                """);

        assertThat(reading.of(Kind.COLLATION)).isEqualTo("""
                collation app."Phone book"
                  definition: CREATE COLLATION app."Phone book" (provider = icu, locale = 'de-u-co-phonebk', deterministic = false)
                collation app.mixed
                  definition: CREATE COLLATION app.mixed (provider = libc, lc_collate = 'C', lc_ctype = 'POSIX')
                collation app.plain
                  definition: CREATE COLLATION app.plain (provider = libc, locale = 'C')
                """);
    }

    @Test
    void enum_hasItsLabelsInOrder() {
        Reading reading = Reading.of(database, """
                CREATE TYPE mood AS ENUM ('sad', 'it''s fine');
                ALTER TYPE mood ADD VALUE 'so so' BEFORE 'it''s fine';
                CREATE TYPE odd AS ENUM ('a,b', '"', '{}', 'NULL', '', '\\', ' x ', 'ä€😀');
                """);

        assertThat(reading.of(Kind.ENUM)).isEqualTo("""
                enum type app.mood
                  labels: sad | so so | it's fine
                enum type app.odd
                  labels: a,b | " | {} | NULL |  | \\ |  x  | ä€😀
                """);
    }

    @Test
    void range_isAStatement_withoutWhatGoesWithoutSaying() {
        Reading reading = Reading.of(database, """
                CREATE TYPE plain_range AS RANGE (SUBTYPE = float4);
                CREATE TYPE span AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = text_pattern_ops, COLLATION = "C",
                    MULTIRANGE_TYPE_NAME = "Many spans");
                CREATE FUNCTION distance(float8, float8) RETURNS float8 IMMUTABLE LANGUAGE sql AS 'SELECT 1.0::float8';
                CREATE TYPE distances AS RANGE (SUBTYPE = float8, SUBTYPE_DIFF = distance);
                """);

        assertThat(reading.of(Kind.RANGE)).isEqualTo("""
                range type app.distances
                  definition: CREATE TYPE app.distances AS RANGE (SUBTYPE = double precision, SUBTYPE_DIFF = app.distance)
                  uses function app.distance(double precision,double precision)
                range type app.plain_range
                  definition: CREATE TYPE app.plain_range AS RANGE (SUBTYPE = real)
                range type app.span
                  definition: CREATE TYPE app.span AS RANGE (SUBTYPE = text, SUBTYPE_OPCLASS = pg_catalog.text_pattern_ops, COLLATION = "C", MULTIRANGE_TYPE_NAME = app."Many spans")
                """);
        assertThat(reading.names())
                .as("what PostgreSQL makes for a range belongs to it")
                .containsExactly(
                        "function app.distance(double precision,double precision)",
                        "range type app.distances",
                        "range type app.plain_range",
                        "range type app.span",
                        "schema app");
        assertThat(reading.unmodelled()).isEmpty();
    }

    @Test
    void composite_hasItsFieldsAndTheirTypes() {
        Reading reading = Reading.of(database, """
                CREATE TYPE point3 AS (x int, gone int, "The Y" varchar(3) COLLATE "C", z numeric(4,1)[]);
                ALTER TYPE point3 DROP ATTRIBUTE gone;
                """);

        assertThat(reading.of(Kind.COMPOSITE)).isEqualTo("""
                composite type app.point3
                  fields: x | "The Y" | z
                  types: integer | character varying(3) COLLATE "C" | numeric(4,1)[]
                """);
    }

    @Test
    void domain_hasItsAttributes_andItsChecksAsParts() {
        Reading reading = Reading.of(database, """
                CREATE DOMAIN word AS varchar(20) COLLATE "C" DEFAULT 'x' NOT NULL CONSTRAINT "Not empty" CHECK (VALUE <> '');
                CREATE DOMAIN long_word AS word;
                ALTER DOMAIN long_word ADD CONSTRAINT long CHECK (length(VALUE) > 9) NOT VALID;
                """);

        assertThat(reading.of(Kind.DOMAIN, Kind.DOMAIN_CHECK)).isEqualTo("""
                domain app.long_word
                  type: app.word
                  default: 'x'::character varying
                  uses domain app.word
                domain app.word
                  type: character varying(20)
                  collation: "C"
                  default: 'x'::character varying
                  not_null: true
                domain constraint app.long_word.long
                  definition: CHECK ((length((VALUE)::text) > 9)) NOT VALID
                domain constraint app.word."Not empty"
                  definition: CHECK (((VALUE)::text <> ''::text))
                """);
    }

    @Test
    void sequence_hasAllItsNumbers_andItsOwnerAsAPart() {
        Reading reading = Reading.of(database, """
                CREATE TABLE "T" ("Id" int, n int GENERATED BY DEFAULT AS IDENTITY);
                CREATE SEQUENCE s AS smallint START 5 INCREMENT -2 MINVALUE -10 MAXVALUE 7 CACHE 3 CYCLE OWNED BY "T"."Id";
                CREATE SEQUENCE free;
                """);

        assertThat(reading.of(Kind.SEQUENCE, Kind.SEQUENCE_OWNER)).isEqualTo("""
                sequence app.free
                  type: bigint
                  start: 1
                  increment: 1
                  min: 1
                  max: 9223372036854775807
                  cache: 1
                sequence app.s
                  type: smallint
                  start: 5
                  increment: -2
                  min: -10
                  max: 7
                  cache: 3
                  cycle: true
                owner of the sequence of sequence app.s
                  column: app."T"."Id"
                  uses column app."T"."Id"
                """);
    }

    @Test
    void cast_isAStatement() {
        Reading reading = Reading.of(database, """
                CREATE TYPE mood AS ENUM ('sad');
                CREATE TYPE pair AS (a int, b int);
                CREATE FUNCTION text_of(pair) RETURNS text LANGUAGE sql AS 'SELECT ''''::text';
                CREATE CAST (pair AS text) WITH FUNCTION text_of(pair) AS IMPLICIT;
                CREATE CAST (mood AS int) WITH INOUT AS ASSIGNMENT;
                """);

        assertThat(reading.of(Kind.CAST)).isEqualTo("""
                cast "app.mood AS integer"
                  definition: CREATE CAST (app.mood AS integer) WITH INOUT AS ASSIGNMENT
                  uses enum type app.mood
                cast "app.pair AS text"
                  definition: CREATE CAST (app.pair AS text) WITH FUNCTION app.text_of(app.pair) AS IMPLICIT
                  uses composite type app.pair
                  uses function app.text_of(app.pair)
                """);
    }
}
