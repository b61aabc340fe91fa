package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reflux.catalog.Kind;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.api.Test;

/** Constraints, indexes and extended statistics. */
@PostgresTest
class CatalogConstraintsTest {

    private final TestDatabase database;

    CatalogConstraintsTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void keys_haveTheOptionsOfTheirIndexes_whichAreNoObjects() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (
                    a int CONSTRAINT "The key" PRIMARY KEY WITH (fillfactor = 70),
                    b int, c int, UNIQUE (b) INCLUDE (c) DEFERRABLE INITIALLY DEFERRED);
                ALTER TABLE t CLUSTER ON "The key";
                """);

        assertThat(reading.of(Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.INDEX)).isEqualTo("""
                primary key app.t."The key"
                  definition: PRIMARY KEY (a)
                  options: fillfactor=70
                  clustered: true
                  uses column app.t.a
                unique constraint app.t.t_b_c_key
                  definition: UNIQUE (b) INCLUDE (c) DEFERRABLE INITIALLY DEFERRED
                  uses column app.t.b
                  uses column app.t.c
                """);
    }

    @Test
    void check_andExclusion_andForeignKey_areDefinitions() {
        Reading reading = Reading.of(database, """
                CREATE TABLE parent (id int PRIMARY KEY);
                CREATE TABLE t (a int CHECK (a > 0) NO INHERIT, during tsrange, b int);
                ALTER TABLE t ADD CONSTRAINT later CHECK (a > 1 AND b > 2) NOT VALID,
                    ADD CONSTRAINT apart EXCLUDE USING gist (during WITH &&) WITH (fillfactor = 60) WHERE (a > 5),
                    ADD CONSTRAINT "To parent" FOREIGN KEY (b) REFERENCES parent
                        ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE NOT VALID;
                """);

        assertThat(reading.of(Kind.CHECK, Kind.EXCLUSION, Kind.FOREIGN_KEY)).isEqualTo("""
                foreign key app.t."To parent"
                  definition: FOREIGN KEY (b) REFERENCES app.parent(id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE NOT VALID
                  uses column app.parent.id
                  uses column app.t.b
                  uses primary key app.parent.parent_pkey
                exclusion constraint app.t.apart
                  definition: EXCLUDE USING gist (during WITH &&) WITH (fillfactor='60') WHERE ((a > 5))
                  uses column app.t.a
                  uses column app.t.during
                check constraint app.t.later
                  definition: CHECK (((a > 1) AND (b > 2))) NOT VALID
                  uses column app.t.a
                  uses column app.t.b
                check constraint app.t.t_a_check
                  definition: CHECK ((a > 0)) NO INHERIT
                  uses column app.t.a
                """);
    }

    @Test
    void nullsNotDistinct_isPartOfTheDefinition() {
        assumeThat(database.majorVersion()).isGreaterThanOrEqualTo(15);
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int UNIQUE NULLS NOT DISTINCT);
                CREATE UNIQUE INDEX i ON t (a) NULLS NOT DISTINCT;
                """);

        assertThat(reading.of(Kind.UNIQUE, Kind.INDEX)).isEqualTo("""
                unique constraint app.t.t_a_key
                  definition: UNIQUE NULLS NOT DISTINCT (a)
                  uses column app.t.a
                index app.t.i
                  definition: CREATE UNIQUE INDEX i ON app.t USING btree (a) NULLS NOT DISTINCT
                  unique: true
                  uses column app.t.a
                """);
    }

    @Test
    void constraints_ofVersion18_areDefinitions() {
        assumeThat(database.majorVersion()).isGreaterThanOrEqualTo(18);
        Reading reading = Reading.of(database, """
                CREATE EXTENSION btree_gist;
                CREATE TABLE t (a int CHECK (a > 0) NOT ENFORCED, r int4range, PRIMARY KEY (a, r WITHOUT OVERLAPS));
                """);

        assertThat(reading.of(Kind.CHECK, Kind.PRIMARY_KEY)).isEqualTo("""
                check constraint app.t.t_a_check
                  definition: CHECK ((a > 0)) NOT ENFORCED
                  uses column app.t.a
                primary key app.t.t_pkey
                  definition: PRIMARY KEY (a, r WITHOUT OVERLAPS)
                  uses column app.t.a
                  uses column app.t.r
                  uses extension btree_gist
                """);
    }

    @Test
    void index_isAStatement_withWhatTheStatementDoesNotSay() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int, b text, c int[]);
                CREATE UNIQUE INDEX u ON t (a DESC NULLS LAST, lower(b) COLLATE "C" text_pattern_ops)
                    INCLUDE (c) WITH (fillfactor = 50) WHERE a > 1;
                ALTER INDEX u ALTER COLUMN 2 SET STATISTICS 33;
                CREATE INDEX "Row by row" ON t (a);
                ALTER TABLE t CLUSTER ON "Row by row";
                CREATE INDEX g ON t USING gin (c);
                CREATE MATERIALIZED VIEW m AS SELECT 1 AS one;
                CREATE INDEX ON m (one);
                """);

        assertThat(reading.of(Kind.INDEX)).isEqualTo("""
                index app.t."Row by row"
                  definition: CREATE INDEX "Row by row" ON app.t USING btree (a)
                  clustered: true
                  uses column app.t.a
                index app.t.g
                  definition: CREATE INDEX g ON app.t USING gin (c)
                  uses column app.t.c
                index app.t.u
                  definition: CREATE UNIQUE INDEX u ON app.t USING btree (a DESC NULLS LAST, lower(b) COLLATE "C" text_pattern_ops) INCLUDE (c) WITH (fillfactor='50') WHERE (a > 1)
                  unique: true
                  statistics: 2=33
                  uses column app.t.a
                  uses column app.t.b
                  uses column app.t.c
                index app.m.m_one_idx
                  definition: CREATE INDEX m_one_idx ON app.m USING btree (one)
                  uses column app.m.one
                """);
    }

    @Test
    void index_thatIsBroken_isInvalid() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int);
                CREATE INDEX i ON t (a);
                UPDATE pg_index SET indisvalid = false WHERE indexrelid = 'i'::regclass;
                """);

        assertThat(reading.of(Kind.INDEX)).contains("  invalid: true\n");
    }

    @Test
    void statistics_areAStatement() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int, b int);
                CREATE STATISTICS "S" (ndistinct) ON a, b FROM t;
                CREATE STATISTICS of_expression ON (a + b) FROM t;
                ALTER STATISTICS "S" SET STATISTICS 9;
                """);

        assertThat(reading.of(Kind.STATISTICS)).isEqualTo("""
                statistics object app."S"
                  definition: CREATE STATISTICS app."S" (ndistinct) ON a, b FROM app.t
                  target: 9
                  uses column app.t.a
                  uses column app.t.b
                statistics object app.of_expression
                  definition: CREATE STATISTICS app.of_expression ON (a + b) FROM app.t
                  uses column app.t.a
                  uses column app.t.b
                  uses table app.t
                """);
    }
}
