package dev.reflux.r2dbc;

/** Finds the backends that work on a statement, by its text; the server keeps the beginning of it. */
final class RunningStatement {

    private RunningStatement() {}

    /** A query for their process ids; what ends a statement is not part of it. */
    static String pids(String sql) {
        String text = BookkeepingSql.literal(sql.strip());
        return "SELECT s.pid FROM (SELECT pid, rtrim(query, E'; \\n') AS query FROM pg_catalog.pg_stat_activity"
                + " WHERE datname = current_database() AND state = 'active' AND pid <> pg_catalog.pg_backend_pid()) s"
                + " WHERE s.query <> '' AND left(" + text + ", length(s.query)) = s.query";
    }
}
