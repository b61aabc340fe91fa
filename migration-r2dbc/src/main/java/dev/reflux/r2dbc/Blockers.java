package dev.reflux.r2dbc;

import dev.reflux.revision.Sentences;
import io.r2dbc.spi.Row;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Who keeps a statement of ours from its lock, at one moment.
 *
 * @param sessions one sentence part each, the oldest first; not empty
 * @param queueing how many sessions wait behind us
 */
record Blockers(List<String> sessions, long queueing) {

    private static final int SHOWN_QUERY = 120;

    /** Text about passwords is not passed on, for it may hold one. */
    private static final Pattern SECRET = Pattern.compile("(?i)password|secret|token");

    Blockers {
        sessions = List.copyOf(sessions);
    }

    /** The query that finds them, a row each. */
    static String query(String ours) {
        return """
                SELECT b.pid, a.usename::text AS user, a.application_name, a.state, left(a.query, 400) AS query,
                  extract(epoch FROM clock_timestamp() - coalesce(a.xact_start, a.query_start))::bigint AS seconds,
                  (SELECT count(*) FROM pg_catalog.pg_stat_activity w
                   WHERE w.wait_event_type = 'Lock' AND m.pid = ANY (pg_catalog.pg_blocking_pids(w.pid))) AS queueing
                FROM (%s) m
                CROSS JOIN LATERAL (SELECT DISTINCT pg_catalog.unnest(pg_catalog.pg_blocking_pids(m.pid)) AS pid) b
                LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = b.pid
                ORDER BY seconds DESC NULLS LAST, b.pid LIMIT 20""".formatted(ours);
    }

    /** One blocker alone, of a row of {@link #query}. */
    static Blockers from(Row row) {
        Long queueing = row.get("queueing", Long.class);
        return new Blockers(List.of(describe(row)), queueing == null ? 0 : queueing);
    }

    /** Both together; they are of one moment. */
    Blockers and(Blockers others) {
        List<String> all = new ArrayList<>(sessions);
        all.addAll(others.sessions);
        return new Blockers(all, Math.max(queueing, others.queueing));
    }

    private static String describe(Row row) {
        Integer pid = row.get("pid", Integer.class);
        if (pid == null || pid == 0) {
            return "a prepared transaction (see pg_prepared_xacts)";
        }
        StringBuilder text = new StringBuilder("process " + pid + " of "
                + text(row, "user").orElse("another user")
                + " (" + text(row, "application_name").orElse("unnamed application") + ")");
        Optional.ofNullable(row.get("seconds", Long.class))
                .ifPresent(seconds -> text.append(", since ").append(seconds).append(" s"));
        text(row, "state")
                .filter(state -> !state.equals("active"))
                .ifPresent(state -> text.append(", ").append(state));
        text(row, "query")
                .map(Blockers::shown)
                .ifPresent(query -> text.append(": ").append(query));
        return text.toString();
    }

    private static String shown(String query) {
        if (SECRET.matcher(query).find()) {
            return "(its query is not shown)";
        }
        String line = query.strip().replaceAll("\\s+", " ");
        return line.length() <= SHOWN_QUERY ? line : line.substring(0, SHOWN_QUERY) + " …";
    }

    private static Optional<String> text(Row row, String column) {
        return Optional.ofNullable(row.get(column, String.class)).filter(value -> !value.isBlank());
    }

    @Override
    public String toString() {
        return Sentences.and(sessions)
                + (queueing == 0
                        ? ""
                        : "; " + Sentences.count((int) queueing, "session") + (queueing == 1 ? " waits" : " wait")
                                + " behind this run");
    }
}
