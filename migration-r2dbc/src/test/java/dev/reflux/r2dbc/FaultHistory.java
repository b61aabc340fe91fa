package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A history that shows whether something ran twice, not at all, or in part: nothing in it is tolerant, and each statement
 * that could go unseen leaves a row.
 */
final class FaultHistory {

    private static final int REVISIONS = 13;

    private FaultHistory() {}

    static History history() {
        History history = History.of()
                .sql(
                        "r00",
                        "CREATE TABLE t (id int, note text); INSERT INTO t SELECT n, 'note ' || n FROM generate_series(1, 500) n;"
                                + "CREATE INDEX t_base ON t (id); CREATE TABLE ran (what text); CREATE TYPE mood AS ENUM ('m0')");
        for (int i = 1; i < REVISIONS; i++) {
            add(history, i);
        }
        return history;
    }

    private static void add(History history, int i) {
        String id = id(i);
        switch (i % 4) {
            case 0 -> history.alone(id, """
                        CREATE INDEX CONCURRENTLY t_%1$d ON t (id, note);
                        INSERT INTO ran VALUES ('%2$s');
                        ALTER TYPE mood ADD VALUE 'm%1$d';
                        VACUUM t""".formatted(i, id), "");
            case 2 -> history.alone(id, """
                        INSERT INTO ran VALUES ('%2$s');
                        REINDEX INDEX CONCURRENTLY t_base;
                        CREATE UNIQUE INDEX CONCURRENTLY IF NOT EXISTS t_%1$d ON t (id);
                        DROP INDEX CONCURRENTLY t_%1$d""".formatted(i, id), "");
            default ->
                history.sql(
                        id,
                        "CREATE TABLE t%d (id int); SELECT pg_sleep(0.01); INSERT INTO ran VALUES ('%s')"
                                .formatted(i, id));
        }
    }

    private static String id(int i) {
        return "r%02d".formatted(i);
    }

    /** Looks whether everything has happened once, and nothing is left. */
    static void assertComplete(Function<String, List<List<String>>> query) {
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < REVISIONS; i++) {
            ids.add(id(i));
        }
        assertThat(column(query, "SELECT revision FROM schema_revision WHERE state = 'applied' ORDER BY 1"))
                .isEqualTo(ids);
        assertThat(column(query, "SELECT revision FROM schema_revision_log WHERE action = 'upgrade' ORDER BY id"))
                .isEqualTo(ids);
        assertThat(column(query, "SELECT what FROM ran ORDER BY 1")).isEqualTo(ids.subList(1, ids.size()));
        assertThat(column(query, "SELECT relname FROM pg_class JOIN pg_index ON oid = indexrelid WHERE NOT indisvalid"))
                .isEmpty();
        assertThat(column(
                        query, "SELECT relname FROM pg_class WHERE relkind = 'i' AND relname LIKE 't\\_%' ORDER BY 1"))
                .containsExactly("t_12", "t_4", "t_8", "t_base");
        assertThat(column(query, "SELECT enumlabel FROM pg_enum ORDER BY enumsortorder"))
                .containsExactly("m0", "m4", "m8", "m12");
        assertThat(column(
                        query,
                        "SELECT pid FROM pg_locks WHERE locktype = 'advisory'"
                                + " AND database = (SELECT oid FROM pg_database WHERE datname = current_database())"))
                .isEmpty();
    }

    private static List<String> column(Function<String, List<List<String>>> query, String sql) {
        return query.apply(sql).stream().map(row -> row.get(0)).toList();
    }
}
