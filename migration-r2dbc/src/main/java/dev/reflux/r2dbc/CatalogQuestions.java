package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.BookkeepingSql.literal;

import dev.reflux.sql.Trace;
import java.util.Optional;

/** The queries that find out what an interrupted statement has left. Names are as the statement writes them. */
final class CatalogQuestions {

    private static final String INDEXES = """
            SELECT pg_catalog.quote_ident(n.nspname) || '.' || pg_catalog.quote_ident(c.relname) AS name
            FROM pg_catalog.pg_index i
            JOIN pg_catalog.pg_class c ON c.oid = i.indexrelid
            JOIN pg_catalog.pg_namespace n ON n.oid = c.relnamespace
            WHERE NOT i.indisvalid AND c.relkind = 'i' AND\s""";

    private CatalogQuestions() {}

    /** The index of that name on that table, if it is invalid: {@code name}. */
    static String invalid(Trace.IndexBuilt built) {
        return INDEXES + "i.indexrelid = " + index(built) + " AND i.indrelid = " + relation(built.table());
    }

    /** Whether the table has an index of that name: {@code there}. */
    static String exists(Trace.IndexBuilt built) {
        return "SELECT EXISTS (SELECT FROM pg_catalog.pg_index WHERE indexrelid = " + index(built) + " AND indrelid = "
                + relation(built.table()) + ") AS there";
    }

    /** An index lives in the schema of its table. */
    private static String index(Trace.IndexBuilt built) {
        return "pg_catalog.to_regclass((SELECT pg_catalog.quote_ident(s.nspname) FROM pg_catalog.pg_class t"
                + " JOIN pg_catalog.pg_namespace s ON s.oid = t.relnamespace WHERE t.oid = " + relation(built.table())
                + ") || '.' || " + literal(built.name()) + ")";
    }

    /** Whether the index is still there: {@code there}. */
    static String exists(Trace.IndexDropped dropped) {
        return "SELECT " + relation(dropped.name()) + " IS NOT NULL AS there";
    }

    /** What {@code REINDEX CONCURRENTLY} leaves when it is interrupted: {@code name}. */
    static String leftovers(Trace.Reindexed reindexed) {
        String theirs = "c.relname ~ '_cc(new|old)[0-9]*$' AND n.nspname NOT IN ('pg_toast', 'pg_catalog')";
        String name = reindexed.name().orElse("");
        return INDEXES
                + theirs
                + switch (reindexed.scope()) {
                    case INDEX ->
                        " AND i.indrelid = (SELECT o.indrelid FROM pg_catalog.pg_index o WHERE o.indexrelid = "
                                + relation(name) + ")";
                    case TABLE -> " AND i.indrelid = " + relation(name);
                    case SCHEMA -> " AND n.oid = pg_catalog.to_regnamespace(" + literal(name) + ")";
                    case DATABASE -> "";
                };
    }

    /** How the partition belongs to its table: {@code pending}, or no row if it does not. */
    static String detachPending(Trace.PartitionDetached detached) {
        return "SELECT inhdetachpending AS pending FROM pg_catalog.pg_inherits WHERE inhparent = "
                + relation(detached.table()) + " AND inhrelid = " + relation(detached.partition());
    }

    /**
     * The sessions that work on a statement, or hold its table with a lock that changes of its structure take; a row each as
     * {@link Blockers} reads it.
     */
    static String workers(String sql, Trace trace) {
        String table = table(trace)
                .map(name -> " OR a.pid IN (SELECT l.pid FROM pg_catalog.pg_locks l WHERE l.locktype = 'relation'"
                        + " AND l.relation = " + name + " AND l.mode IN ('ShareUpdateExclusiveLock', 'ShareLock',"
                        + " 'ShareRowExclusiveLock', 'ExclusiveLock', 'AccessExclusiveLock'))")
                .orElse("");
        return """
                SELECT a.pid, a.usename::text AS user, a.application_name, a.state, left(a.query, 400) AS query,
                  extract(epoch FROM clock_timestamp() - a.query_start)::bigint AS seconds, 0::bigint AS queueing
                FROM pg_catalog.pg_stat_activity a
                WHERE a.datname = current_database() AND a.pid <> pg_catalog.pg_backend_pid()
                  AND a.backend_type = 'client backend' AND a.state = 'active'
                  AND (a.pid IN (%s)%s)""".formatted(RunningStatement.pids(sql), table);
    }

    private static Optional<String> table(Trace trace) {
        return trace.match(new Trace.Cases<>() {
            @Override
            public Optional<String> indexBuilt(Trace.IndexBuilt built) {
                return Optional.of(relation(built.table()));
            }

            @Override
            public Optional<String> indexDropped(Trace.IndexDropped dropped) {
                return Optional.of(tableOf(dropped.name()));
            }

            @Override
            public Optional<String> reindexed(Trace.Reindexed reindexed) {
                return switch (reindexed.scope()) {
                    case INDEX -> reindexed.name().map(CatalogQuestions::tableOf);
                    case TABLE -> reindexed.name().map(CatalogQuestions::relation);
                    case SCHEMA, DATABASE -> Optional.empty();
                };
            }

            @Override
            public Optional<String> partitionDetached(Trace.PartitionDetached detached) {
                return Optional.of(relation(detached.table()));
            }

            @Override
            public Optional<String> repeatable(Trace.Repeatable repeatable) {
                return Optional.empty();
            }

            @Override
            public Optional<String> unknown(Trace.Unknown unknown) {
                return Optional.empty();
            }
        });
    }

    private static String tableOf(String index) {
        return "(SELECT x.indrelid FROM pg_catalog.pg_index x WHERE x.indexrelid = " + relation(index) + ")";
    }

    private static String relation(String name) {
        return "pg_catalog.to_regclass(" + literal(name) + ")";
    }
}
