package dev.reflux.test;

import java.util.List;

/** A client's connection as the server sees it: a row of {@code pg_stat_activity}. */
record Session(String pid, String applicationName, String state, String query) {

    /** The statement that lists the sessions of a database, our own left out; its rows are for {@link #from}. */
    static String listIn(String database) {
        return """
                SELECT pid, application_name, coalesce(state, 'starting'), query
                FROM pg_stat_activity
                WHERE datname = '%s' AND backend_type = 'client backend' AND pid <> pg_backend_pid()
                ORDER BY pid""".formatted(database);
    }

    static Session from(List<String> row) {
        return new Session(row.get(0), row.get(1), row.get(2), row.get(3));
    }

    @Override
    public String toString() {
        return "pid %s, application_name \"%s\", state \"%s\", query \"%s\""
                .formatted(pid, applicationName, state, query);
    }
}
