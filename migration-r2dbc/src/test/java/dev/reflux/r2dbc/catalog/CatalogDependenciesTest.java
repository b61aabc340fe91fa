package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What depends on what. What the other tests of the catalog show of it is not repeated. */
@PostgresTest
class CatalogDependenciesTest {

    private static final ObjectId T = ObjectId.of(Kind.TABLE, "app", "t");

    private final TestDatabase database;

    CatalogDependenciesTest(TestDatabase database) {
        this.database = database;
    }

    private static ObjectId column(String name) {
        return T.child(Kind.COLUMN, name);
    }

    @Test
    void view_usesColumnsOfTablesAndViews_functionsAndTypes() {
        Reading reading = Reading.of(database, """
                CREATE TYPE mood AS ENUM ('sad');
                CREATE FUNCTION twice(n int) RETURNS int LANGUAGE sql AS 'SELECT 2';
                CREATE TABLE t (a int, b int, m mood);
                CREATE VIEW v AS SELECT a, twice(b) AS twice FROM t WHERE m = 'sad';
                CREATE VIEW w AS SELECT twice FROM v;
                CREATE VIEW rows AS SELECT t FROM t;
                CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM w;
                """);

        assertThat(reading.uses(ObjectId.of(Kind.VIEW, "app", "v")))
                .containsExactly(
                        "column app.t.a",
                        "column app.t.b",
                        "column app.t.m",
                        "enum type app.mood",
                        "function app.twice(integer)");
        assertThat(reading.uses(ObjectId.of(Kind.VIEW, "app", "w"))).containsExactly("column app.v.twice");
        assertThat(reading.uses(ObjectId.of(Kind.VIEW, "app", "rows"))).containsExactly("table app.t");
        assertThat(reading.uses(ObjectId.of(Kind.MATERIALIZED_VIEW, "app", "m")))
                .containsExactly("view app.w");
    }

    @Test
    void view_thatGroupsByAKey_usesTheKey() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int PRIMARY KEY, b int);
                CREATE VIEW v AS SELECT a, b FROM t GROUP BY a;
                """);

        assertThat(reading.uses(ObjectId.of(Kind.VIEW, "app", "v"))).contains("primary key app.t.t_pkey");
    }

    @Test
    void foreignKey_usesTheConstraintOrTheIndexOfItsTarget() {
        Reading reading = Reading.of(database, """
                CREATE TABLE parent (a int CONSTRAINT once UNIQUE, b int);
                CREATE UNIQUE INDEX twice ON parent (b);
                CREATE TABLE t (a int CONSTRAINT to_a REFERENCES parent (a), b int CONSTRAINT to_b REFERENCES parent (b));
                """);

        assertThat(reading.uses(T.child(Kind.FOREIGN_KEY, "to_a")))
                .containsExactly("column app.parent.a", "column app.t.a", "unique constraint app.parent.once");
        assertThat(reading.uses(T.child(Kind.FOREIGN_KEY, "to_b")))
                .containsExactly("column app.parent.b", "column app.t.b", "index app.parent.twice");
    }

    @Test
    void default_usesItsSequence_whichDoesNotUseTheColumnThatOwnsIt() {
        Reading reading = Reading.of(database, "CREATE TABLE t (a serial)");
        ObjectId sequence = ObjectId.of(Kind.SEQUENCE, "app", "t_a_seq");

        assertThat(reading.uses(column("a").child(Kind.DEFAULT))).containsExactly("sequence app.t_a_seq");
        assertThat(reading.uses(sequence)).isEmpty();
        assertThat(reading.uses(sequence.child(Kind.SEQUENCE_OWNER))).containsExactly("column app.t.a");
    }

    @Test
    void column_usesItsType_alsoThroughArraysRowsAndMultiranges() {
        Reading reading = Reading.of(database, """
                CREATE TYPE mood AS ENUM ('sad'); CREATE DOMAIN word AS text; CREATE TYPE span AS RANGE (SUBTYPE = float4);
                CREATE COLLATION plain (provider = libc, locale = 'C'); CREATE TABLE u (a int); CREATE TYPE pair AS (a int);
                CREATE TABLE t (m mood, ms mood[], w word, ws word[], s span, ss span_multirange, us u[], p pair,
                    x text COLLATE plain);
                """);

        assertThat(reading.uses(column("m"))).containsExactly("enum type app.mood");
        assertThat(reading.uses(column("ms"))).containsExactly("enum type app.mood");
        assertThat(reading.uses(column("w"))).containsExactly("domain app.word");
        assertThat(reading.uses(column("ws"))).containsExactly("domain app.word");
        assertThat(reading.uses(column("s"))).containsExactly("range type app.span");
        assertThat(reading.uses(column("ss"))).containsExactly("range type app.span");
        assertThat(reading.uses(column("us"))).containsExactly("table app.u");
        assertThat(reading.uses(column("p"))).containsExactly("composite type app.pair");
        assertThat(reading.uses(column("x"))).containsExactly("collation app.plain");
    }

    @Test
    void whatUsesAMemberOfAnExtension_usesTheExtension() {
        Reading reading = Reading.of(database, """
                CREATE EXTENSION citext SCHEMA public; CREATE EXTENSION hstore SCHEMA public;
                CREATE EXTENSION pgcrypto SCHEMA public; CREATE EXTENSION btree_gist SCHEMA public;
                CREATE TABLE t (c citext, cs citext[], h hstore, n int,
                    d bytea DEFAULT gen_salt('md5')::bytea,
                    EXCLUDE USING gist (n WITH =));
                CREATE INDEX i ON t USING gin (h);
                CREATE FUNCTION f(citext) RETURNS hstore LANGUAGE sql AS 'SELECT NULL::hstore';
                CREATE VIEW v AS SELECT c || 'x' AS c FROM t;
                """);

        assertThat(reading.uses(column("c"))).containsExactly("extension citext");
        assertThat(reading.uses(column("cs"))).containsExactly("extension citext");
        assertThat(reading.uses(column("d").child(Kind.DEFAULT))).containsExactly("extension pgcrypto");
        assertThat(reading.uses(T.child(Kind.EXCLUSION, "t_n_excl")))
                .containsExactly("column app.t.n", "extension btree_gist");
        assertThat(reading.uses(T.child(Kind.INDEX, "i"))).containsExactly("column app.t.h", "extension hstore");
        assertThat(reading.uses(ObjectId.of(Kind.FUNCTION, "app", "f(public.citext)")))
                .containsExactly("extension citext", "extension hstore");
        assertThat(reading.uses(ObjectId.of(Kind.VIEW, "app", "v"))).contains("column app.t.c");
    }

    @Test
    void generatedColumn_usesColumnsAndFunctions() {
        Reading reading = Reading.of(database, """
                CREATE FUNCTION twice(n int) RETURNS int IMMUTABLE LANGUAGE sql AS 'SELECT 2';
                CREATE TABLE t (a int, b int GENERATED ALWAYS AS (twice(a)) STORED);
                """);

        assertThat(reading.uses(column("b"))).containsExactly("column app.t.a", "function app.twice(integer)");
    }

    @Test
    void domain_usesTheFunctionsOfItsDefault_andItsChecksThose() {
        Reading reading = Reading.of(database, """
                CREATE FUNCTION f() RETURNS text LANGUAGE sql AS 'SELECT NULL';
                CREATE FUNCTION ok(text) RETURNS bool LANGUAGE sql AS 'SELECT true';
                CREATE DOMAIN word AS text DEFAULT f() CONSTRAINT good CHECK (ok(VALUE));
                """);
        ObjectId domain = ObjectId.of(Kind.DOMAIN, "app", "word");

        assertThat(reading.uses(domain)).containsExactly("function app.f()");
        assertThat(reading.uses(domain.child(Kind.DOMAIN_CHECK, "good"))).containsExactly("function app.ok(text)");
    }

    @Test
    void policyIndexAndPartitioning_useFunctionsAndTables() {
        Reading reading = Reading.of(database, """
                CREATE FUNCTION f(int) RETURNS int IMMUTABLE LANGUAGE plpgsql AS 'BEGIN RETURN 2; END';
                CREATE TABLE t (a int) PARTITION BY RANGE (f(a)); CREATE TABLE u (x int);
                CREATE POLICY p ON t USING (EXISTS (SELECT FROM u WHERE u.x = a));
                CREATE INDEX i ON t (f(a));
                """);

        assertThat(reading.uses(T)).containsExactly("function app.f(integer)");
        assertThat(reading.uses(T.child(Kind.POLICY, "p"))).containsExactly("column app.t.a", "column app.u.x");
        assertThat(reading.uses(T.child(Kind.INDEX, "i"))).containsExactly("column app.t.a", "function app.f(integer)");
    }

    @Test
    void dependencies_onWhatIsNotRead_areLeftOut() {
        CatalogScope scope = CatalogScope.ALL.withSchemas(Set.of("app")).without(Set.of("state"));
        Reading reading = Reading.of(database, scope, """
                CREATE SCHEMA elsewhere; CREATE TYPE elsewhere.mood AS ENUM ('sad');
                CREATE TABLE state (id int PRIMARY KEY);
                CREATE TABLE t (a elsewhere.mood, b int REFERENCES state);
                """);

        assertThat(reading.uses(column("a"))).isEmpty();
        assertThat(reading.uses(T.child(Kind.FOREIGN_KEY, "t_b_fkey"))).containsExactly("column app.t.b");
    }

    @Test
    void everyDependency_isInTheCatalog() {
        Reading reading = Reading.of(database, CatalogScope.ALL, """
                CREATE EXTENSION citext;
                CREATE TABLE t (a int PRIMARY KEY, b citext, c int GENERATED ALWAYS AS IDENTITY) PARTITION BY LIST (a);
                CREATE TABLE t1 PARTITION OF t DEFAULT;
                CREATE VIEW v AS SELECT t1.b, s.last_value FROM t1, t_c_seq s;
                """);

        assertThat(reading.catalog().objects())
                .allSatisfy(
                        object -> assertThat(object.dependsOn()).allMatch(reading.catalog()::has, "is in the catalog"));
        assertThat(reading.uses(ObjectId.of(Kind.VIEW, "app", "v")))
                .containsExactly("column app.t.c", "column app.t1.b");
    }
}
