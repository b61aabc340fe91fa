package dev.reflux.r2dbc.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The estimate of locks is not below what PostgreSQL takes, and not far above. */
@PostgresTest
class LockEstimateTest {

    private static final String LOCKS = """
            SELECT count(*)::text FROM (SELECT DISTINCT locktype, database, relation, classid, objid, transactionid
              FROM pg_catalog.pg_locks WHERE pid = pg_catalog.pg_backend_pid() AND NOT fastpath) l""";

    private final TestDatabase database;

    LockEstimateTest(TestDatabase database) {
        this.database = database;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE TABLE t%d (id bigint PRIMARY KEY, a text, b text UNIQUE); CREATE INDEX ON t%<d (a);",
                "CREATE TABLE t%d (id int GENERATED ALWAYS AS IDENTITY, a serial, EXCLUDE USING gist (box(point(a, a)) WITH &&));",
                "CREATE TABLE t%d (id int); CREATE VIEW v%<d AS SELECT id FROM t%<d; COMMENT ON COLUMN t%<d.id IS 'x';",
                "CREATE MATERIALIZED VIEW m%d AS SELECT 'a'::text AS a; CREATE TYPE c%<d AS (a int); CREATE SEQUENCE s%<d;",
                "CREATE TABLE t%d (a text); ALTER TABLE t%<d ADD PRIMARY KEY (a); GRANT SELECT ON t%<d TO PUBLIC;",
                "CREATE FUNCTION f%d() RETURNS int LANGUAGE sql AS 'SELECT 1'; COMMENT ON FUNCTION f%<d() IS 'x';"
            })
    void estimate_isAboutRight(String pattern) {
        StringBuilder ddl = new StringBuilder();
        for (int i = 0; i < 50; i++) {
            ddl.append(pattern.formatted(i));
        }
        long estimate = SchemaStatements.of(Schemas.script(ddl.toString())).stream()
                .mapToLong(LockEstimate::of)
                .sum();
        Scratch place = Scratch.inRolledBackTransaction(database.connectionFactory(), CatalogScope.ALL);

        String taken = Schemas.get(place.use(workspace -> workspace
                .run(Schemas.script(ddl.toString()))
                .then(workspace.with(connection -> Texts.of(connection, LOCKS)))
                .map(counts -> counts.get(0))));

        // The transaction itself, the schema, the turn, and catalogs once the server's fast path is full.
        assertThat(Long.parseLong(taken)).isLessThanOrEqualTo(estimate + 20).isGreaterThan(estimate / 3);
    }
}
