package dev.reflux.r2dbc;

/** Finds the backends that work on a statement, by its text; the server keeps the beginning of it. */
final class RunningStatement {

    private RunningStatement() {}

    /** A query for their process ids. */
    static String pids(String sql) {
        String text = BookkeepingSql.literal(sql.strip());
        return "SELECT a.pid FROM pg_catalog.pg_stat_activity a WHERE a.datname = current_database()"
                + " AND a.state = 'active' AND a.pid <> pg_catalog.pg_backend_pid() AND a.query <> ''"
                + " AND left(" + text + ", length(a.query)) = a.query";
    }
}
