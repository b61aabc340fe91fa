package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Tables and their columns. */
@PostgresTest
class CatalogTablesTest {

    private static final ObjectId T = ObjectId.of(Kind.TABLE, "app", "t");

    private final TestDatabase database;

    CatalogTablesTest(TestDatabase database) {
        this.database = database;
    }

    @Test
    void table_hasWhatIsNotUsual() {
        Reading reading = Reading.of(database, """
                CREATE TABLE plain (a int);
                CREATE UNLOGGED TABLE "The ""Table" (a text)
                    WITH (toast.autovacuum_enabled = false, fillfactor = 80, autovacuum_enabled = false);
                CREATE ACCESS METHOD pile TYPE TABLE HANDLER heap_tableam_handler;
                CREATE TABLE piled (a int) USING pile;
                """);

        assertThat(reading.of(Kind.TABLE)).isEqualTo("""
                table app."The ""Table"
                  unlogged: true
                  options: autovacuum_enabled=false | fillfactor=80 | toast.autovacuum_enabled=false
                table app.piled
                  access_method: pile
                table app.plain
                """);
        assertThat(reading.unmodelled()).containsExactly("access method pile");
    }

    @Test
    void table_ofAType_namesIt() {
        Reading reading =
                Reading.of(database, "CREATE TYPE entry AS (a int, b text); CREATE TABLE t OF entry (a NOT NULL)");

        assertThat(reading.of(Kind.TABLE)).isEqualTo("""
                table app.t
                  of_type: app.entry
                  uses composite type app.entry
                """);
        assertThat(reading.of(T.child(Kind.COLUMN, "a"))).contains("type: integer", "not_null: true");
    }

    @Test
    void replicaIdentity_isAPart() {
        Reading reading = Reading.of(database, """
                CREATE TABLE usual (a int PRIMARY KEY);
                CREATE TABLE whole (a int); ALTER TABLE whole REPLICA IDENTITY FULL;
                CREATE TABLE nothing (a int); ALTER TABLE nothing REPLICA IDENTITY NOTHING;
                CREATE TABLE by_index (a int NOT NULL); CREATE UNIQUE INDEX "The index" ON by_index (a);
                ALTER TABLE by_index REPLICA IDENTITY USING INDEX "The index";
                CREATE TABLE by_key (a int NOT NULL CONSTRAINT only_one UNIQUE);
                ALTER TABLE by_key REPLICA IDENTITY USING INDEX only_one;
                """);

        assertThat(reading.of(Kind.REPLICA_IDENTITY)).isEqualTo("""
                replica identity of table app.by_index
                  identity: USING INDEX "The index"
                  uses index app.by_index."The index"
                replica identity of table app.by_key
                  identity: USING INDEX only_one
                  uses unique constraint app.by_key.only_one
                replica identity of table app.nothing
                  identity: NOTHING
                replica identity of table app.whole
                  identity: FULL
                """);
    }

    @Test
    void column_hasItsType_andWhatIsNotUsual() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (
                    a numeric(5,2)[] NOT NULL,
                    gone int,
                    "The B" varchar(7) COLLATE "C" DEFAULT 'it''s ' || current_date,
                    c timestamp(3) with time zone,
                    d text COMPRESSION pglz);
                ALTER TABLE t DROP COLUMN gone,
                    ALTER "The B" SET STATISTICS 0, ALTER "The B" SET (n_distinct = 5, n_distinct_inherited = 6),
                    ALTER d SET STORAGE MAIN;
                """);

        assertThat(reading.of(Kind.COLUMN, Kind.DEFAULT)).isEqualTo("""
                column app.t.a
                  type: numeric(5,2)[]
                  not_null: true
                  hint position: 1
                column app.t."The B"
                  type: character varying(7)
                  collation: "C"
                  statistics: 0
                  options: n_distinct=5 | n_distinct_inherited=6
                  hint position: 3
                column app.t.c
                  type: timestamp(3) with time zone
                  hint position: 4
                column app.t.d
                  type: text
                  storage: MAIN
                  compression: pglz
                  hint usual_storage: EXTENDED
                  hint position: 5
                default of column app.t."The B"
                  expression: ('it''s '::text || CURRENT_DATE)
                """);
    }

    @Test
    void identity_hasTheNumbersOfItsSequence_whichIsNoObject() {
        Reading reading = Reading.of(database, """
                CREATE TABLE t (
                    a bigint GENERATED ALWAYS AS IDENTITY,
                    b smallint GENERATED BY DEFAULT AS IDENTITY (START 5 INCREMENT -2 MINVALUE -9 MAXVALUE 9 CACHE 3 CYCLE));
                """);

        assertThat(reading.of(Kind.COLUMN, Kind.SEQUENCE, Kind.SEQUENCE_OWNER)).isEqualTo("""
                column app.t.a
                  type: bigint
                  not_null: true
                  identity: ALWAYS
                  identity_options: START WITH 1 | INCREMENT BY 1 | MINVALUE 1 | MAXVALUE 9223372036854775807 | CACHE 1 | NO CYCLE
                  hint position: 1
                column app.t.b
                  type: smallint
                  not_null: true
                  identity: BY DEFAULT
                  identity_options: START WITH 5 | INCREMENT BY -2 | MINVALUE -9 | MAXVALUE 9 | CACHE 3 | CYCLE
                  hint position: 2
                """);
    }

    @Test
    void generatedColumn_hasItsExpression_andNoDefault() {
        Reading reading = Reading.of(database, "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) STORED)");

        assertThat(reading.of(T.child(Kind.COLUMN, "b"))).isEqualTo("""
                column app.t.b
                  type: integer
                  generated: STORED
                  expression: (a * 2)
                  hint position: 2
                  uses column app.t.a
                """);
        assertThat(reading.of(Kind.DEFAULT)).isEmpty();
    }

    @Test
    void virtualColumn_hasItsExpression() {
        assumeThat(database.majorVersion()).isGreaterThanOrEqualTo(18);
        Reading reading = Reading.of(database, "CREATE TABLE t (a int, b int GENERATED ALWAYS AS (a * 2) VIRTUAL)");

        assertThat(reading.of(T.child(Kind.COLUMN, "b"))).contains("generated: VIRTUAL", "expression: (a * 2)");
    }

    @Test
    void notNull_hasANameSinceVersion18_whereItIsNotTheUsualOne() {
        assumeThat(database.majorVersion()).isGreaterThanOrEqualTo(18);
        Reading reading = Reading.of(database, """
                CREATE TABLE t (a int PRIMARY KEY, b int CONSTRAINT "B is there" NOT NULL NO INHERIT, c int);
                ALTER TABLE t ADD CONSTRAINT t_c_not_null NOT NULL c NOT VALID;
                CREATE TABLE a_table_whose_name_is_so_long_that_it_is_cut_in_other_names (
                    and_a_column_that_is_as_long_which_is_cut_too int NOT NULL, short int NOT NULL);
                """);

        assertThat(reading.of(Kind.COLUMN)).isEqualTo("""
                column app.a_table_whose_name_is_so_long_that_it_is_cut_in_other_names.and_a_column_that_is_as_long_which_is_cut_too
                  type: integer
                  not_null: true
                  hint position: 1
                column app.a_table_whose_name_is_so_long_that_it_is_cut_in_other_names.short
                  type: integer
                  not_null: true
                  hint position: 2
                column app.t.a
                  type: integer
                  not_null: true
                  hint position: 1
                column app.t.b
                  type: integer
                  not_null: true
                  not_null_name: "B is there"
                  not_null_no_inherit: true
                  hint position: 2
                column app.t.c
                  type: integer
                  not_null: true
                  not_null_not_valid: true
                  hint position: 3
                """);
    }

    @Test
    void columns_asManyAsThereCanBe_areInTheirOrder() {
        String columns = IntStream.rangeClosed(1, 1600)
                .mapToObj(number -> "c" + number + " bool")
                .collect(Collectors.joining(", "));
        Reading reading = Reading.of(database, "CREATE TABLE t (" + columns + "); COMMENT ON COLUMN t.c1600 IS 'last'");

        assertThat(reading.catalog().objects())
                .filteredOn(object -> object.kind() == Kind.COLUMN)
                .extracting(object -> object.id().name())
                .hasSize(1600)
                .endsWith("c1598", "c1599", "c1600");
        assertThat(reading.of(Kind.COMMENT)).isEqualTo("""
                comment of column app.t.c1600
                  text: last
                """);
    }
}
