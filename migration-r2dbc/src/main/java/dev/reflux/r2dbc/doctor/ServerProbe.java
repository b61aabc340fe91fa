package dev.reflux.r2dbc.doctor;

import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.r2dbc.wire.TextRow;
import io.r2dbc.spi.Connection;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import reactor.core.publisher.Mono;

/** Asks the server what it is. */
record ServerProbe(InstantSource clock) {

    private static final int OLDEST_MAJOR = 14;
    private static final Duration TOLERANCE = Duration.ofSeconds(5);

    private static final String QUERY = """
            SELECT split_part(current_setting('server_version'), ' ', 1) AS version,
              current_setting('server_version_num') AS number,
              current_database()::text AS database,
              current_user::text AS "user",
              pg_is_in_recovery()::text AS in_recovery,
              (current_setting('default_transaction_read_only') = 'on')::text AS read_only,
              (SELECT s.version || ', ' || s.cipher FROM pg_stat_ssl s WHERE s.pid = pg_backend_pid() AND s.ssl) AS tls,
              coalesce(inet_client_addr() = inet_server_addr() OR host(inet_client_addr()) IN ('127.0.0.1', '::1'),
                true)::text AS local,
              (1000 * extract(epoch FROM clock_timestamp()))::bigint::text AS millis""";

    Mono<Server> ask(Connection connection) {
        return Mono.defer(() -> {
            Instant asked = clock.instant();
            return TextRow.to(connection, QUERY).single().map(answer -> server(answer, asked));
        });
    }

    /** The server's clock was read at some time between question and answer; the middle is the best guess. */
    private Server server(TextRow answer, Instant asked) {
        Duration way = Duration.between(asked, clock.instant()).dividedBy(2);
        Instant there = Instant.ofEpochMilli(answer.number("millis"));
        return new Server(
                answer.text("version"),
                (int) answer.number("number"),
                answer.text("database"),
                answer.text("user"),
                answer.is("in_recovery"),
                answer.is("read_only"),
                answer.find("tls"),
                answer.is("local"),
                Duration.between(asked.plus(way), there));
    }

    static List<Finding> findings(Server server, Pooling pooling) {
        List<Finding> findings = new ArrayList<>();
        findings.add(version(server));
        findings.add(writes(server));
        findings.add(tls(server, pooling));
        findings.add(clock(server));
        return findings;
    }

    private static Finding version(Server server) {
        String sentence = "PostgreSQL " + server.version() + ", database \"" + server.database() + "\", role \""
                + server.user() + "\".";
        return server.major() >= OLDEST_MAJOR
                ? Finding.fine(Topic.SERVER, sentence)
                : Finding.note(
                        Topic.SERVER,
                        sentence + " Reflux is not tested with servers older than " + OLDEST_MAJOR + ".",
                        "Upgrade the server.");
    }

    private static Finding writes(Server server) {
        if (server.inRecovery()) {
            return Finding.problem(
                    Topic.WRITES,
                    "The server is a replica: it takes no writes.",
                    "Connect to the primary server; with several hosts in the URL: target_session_attrs=read-write");
        }
        if (server.readOnly()) {
            return Finding.note(
                    Topic.WRITES,
                    "Transactions are read-only by default (default_transaction_read_only). Reflux begins its own as"
                            + " read-write, but revisions outside a transaction fail.",
                    "ALTER ROLE " + Names.quoted(server.user()) + " SET default_transaction_read_only = off;");
        }
        return Finding.fine(Topic.WRITES, "The server takes writes.");
    }

    private static Finding tls(Server server, Pooling pooling) {
        boolean pooled = pooling == Pooling.TRANSACTION || pooling == Pooling.SESSION;
        String where = pooled ? "Between the pooler and the server" : "The connection";
        if (server.tls().isPresent()) {
            return Finding.fine(
                    Topic.TLS,
                    where + (pooled ? " there is TLS: " : " has TLS: ")
                            + server.tls().get() + ".");
        }
        if (server.local()) {
            return Finding.fine(
                    Topic.TLS,
                    pooled
                            ? "Between the pooler and the server there is no TLS, and they are on the same machine."
                            : "The connection has no TLS, and the server is on the same machine.");
        }
        return Finding.note(
                Topic.TLS,
                where + (pooled ? " there is no TLS" : " has no TLS") + ": who is on the way can read it.",
                pooled
                        ? "Turn TLS on in the pooler's settings for its servers."
                        : "Add sslmode=verify-full to the URL, or sslmode=require if the server's certificate is not"
                                + " to be checked.");
    }

    private static Finding clock(Server server) {
        Duration ahead = server.clockAhead();
        if (ahead.abs().compareTo(TOLERANCE) <= 0) {
            return Finding.fine(Topic.CLOCK, "The clocks of the server and of this machine agree.");
        }
        String difference = ahead.abs().toSeconds() + " s " + (ahead.isNegative() ? "behind" : "ahead of");
        return Finding.note(
                Topic.CLOCK,
                "The clock of the server is " + difference + " that of this machine. Times in the state table are the"
                        + " server's.",
                "Let both follow a time server.");
    }
}
