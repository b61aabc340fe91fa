package dev.reflux.r2dbc.url;

import static dev.reflux.r2dbc.url.KnownParameter.named;
import static io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType.ANY;
import static io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType.PREFER_SECONDARY;
import static io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType.PRIMARY;
import static io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType.SECONDARY;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.HOST_RECHECK_TIME;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.LOAD_BALANCE_HOSTS;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.TCP_NODELAY;
import static io.r2dbc.spi.ConnectionFactoryOptions.CONNECT_TIMEOUT;

import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Where to connect, as whom, and how long to try. */
final class PlaceParameters {

    /** libpq's words; the driver knows a standby by its read-only sessions, so the two pairs are one to it. */
    private static final Map<String, TargetServerType> SESSION_ATTRIBUTES = Map.of(
            "any", ANY,
            "read-write", PRIMARY,
            "primary", PRIMARY,
            "read-only", SECONDARY,
            "standby", SECONDARY,
            "prefer-standby", PREFER_SECONDARY);

    /** The words of pgjdbc and of the driver. Nothing expresses pgjdbc's {@code preferPrimary}. */
    private static final Map<String, TargetServerType> SERVER_TYPES = Map.of(
            "any", ANY,
            "primary", PRIMARY,
            "master", PRIMARY,
            "secondary", SECONDARY,
            "slave", SECONDARY,
            "preferSecondary", PREFER_SECONDARY,
            "preferSlave", PREFER_SECONDARY);

    private static final Map<String, Boolean> BALANCING = Map.of("disable", false, "random", true);

    static final List<KnownParameter> ENTRIES = List.of(
            named(Place::user, "user", "username"),
            named(Place::password, "password"),
            named(Place::hosts, "host"),
            named(Place::ports, "port"),
            named(Place::socket, "socket"),
            named(Place::database, "dbname", "database"),
            named(Rule.choice(SESSION_ATTRIBUTES, PlaceParameters::target), "target_session_attrs"),
            named(Rule.choice(SERVER_TYPES, PlaceParameters::target), "targetServerType"),
            named(
                    Rule.choice(BALANCING, (draft, balanced) -> draft.option(LOAD_BALANCE_HOSTS, balanced)),
                    "load_balance_hosts"),
            named(Rule.flag(LOAD_BALANCE_HOSTS), "loadBalanceHosts"),
            named(Rule.duration(PlaceParameters::recheck), "hostRecheckTime", "hostRecheckSeconds"),
            named(
                    Rule.duration((draft, time) -> draft.option(CONNECT_TIMEOUT, time)),
                    "connect_timeout",
                    "connectTimeout"),
            named(Rule.duration(PlaceParameters::loginTimeout), "loginTimeout"),
            named(Rule.flag(TCP_KEEPALIVE), "keepalives", "tcpKeepAlive"),
            named(Rule.flag(TCP_NODELAY), "tcpNoDelay"),
            named(
                    Rule.refusedUnless(
                            Set.of("false"), "a migration writes. Remove it, or connect to the primary server."),
                    "readOnly"));

    private PlaceParameters() {}

    private static void target(Draft draft, TargetServerType type) {
        if (type != ANY) {
            draft.place().target(type);
        }
        if (type == SECONDARY || type == PREFER_SECONDARY) {
            draft.notice("The URL asks for a standby server, which takes no migration: only commands that read work.");
        }
    }

    private static void recheck(Draft draft, Duration time) {
        draft.option(HOST_RECHECK_TIME, time);
    }

    /** pgjdbc's limit for the whole login; the nearest thing is the limit for the connection. */
    private static void loginTimeout(Draft draft, Duration time) {
        if (!time.isZero() && draft.find(CONNECT_TIMEOUT).isEmpty()) {
            draft.option(CONNECT_TIMEOUT, time);
        }
    }
}
