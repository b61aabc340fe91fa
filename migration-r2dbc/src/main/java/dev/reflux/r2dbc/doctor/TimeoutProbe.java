package dev.reflux.r2dbc.doctor;

import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.r2dbc.wire.TextRow;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Looks at the limits of time that a new connection gets, and where they come from. */
final class TimeoutProbe {

    static final String QUERY = """
            SELECT name, setting, source FROM pg_settings
            WHERE name IN ('lock_timeout', 'statement_timeout', 'transaction_timeout',
              'idle_in_transaction_session_timeout')
            ORDER BY name""";

    private static final Duration SHORT_PAUSE = Duration.ofSeconds(60);

    private static final Map<String, String> SOURCES = Map.of(
            "user", "set for this role",
            "database", "set for this database",
            "database user", "set for this role in this database",
            "client", "asked for by the connection",
            "configuration file", "set in the server's configuration",
            "global", "set for all");

    private TimeoutProbe() {}

    static List<Finding> findings(List<TextRow> answers, Server server) {
        return answers.stream().map(answer -> finding(answer, server)).toList();
    }

    private static Finding finding(TextRow answer, Server server) {
        String name = answer.text("name");
        Duration limit = Duration.ofMillis(answer.number("setting"));
        String value = limit.isZero() ? "no limit" : shown(limit);
        String from = SOURCES.getOrDefault(answer.text("source"), "the default");
        String sentence = name + ": " + value + " (" + from + ").";
        String remedy = "ALTER ROLE " + Names.quoted(server.user()) + " IN DATABASE " + Names.quoted(server.database())
                + " SET " + name + " = 0; or a role of its own for migrations.";
        return switch (name) {
            case "lock_timeout" ->
                Finding.fine(
                        Topic.TIMEOUTS,
                        sentence + " It counts for revisions outside a transaction; the others have --lock-timeout.");
            case "idle_in_transaction_session_timeout" ->
                limit.isZero() || limit.compareTo(SHORT_PAUSE) >= 0
                        ? Finding.fine(Topic.TIMEOUTS, sentence)
                        : Finding.note(
                                Topic.TIMEOUTS,
                                sentence + " A revision in Java that thinks longer between two statements is cut off.",
                                remedy);
            default ->
                limit.isZero()
                        ? Finding.fine(Topic.TIMEOUTS, sentence)
                        : Finding.note(
                                Topic.TIMEOUTS,
                                sentence + " A revision that needs longer is cut off and rolled back.",
                                remedy);
        };
    }

    private static String shown(Duration limit) {
        return limit.toMillis() % 1000 == 0 ? limit.toSeconds() + " s" : limit.toMillis() + " ms";
    }
}
