package dev.reflux.r2dbc.url;

import static dev.reflux.revision.Sentences.quoted;

import io.r2dbc.postgresql.MultiHostConnectionStrategy.TargetServerType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where to connect, and as whom: what stands before the parameters, together with the parameters that say the same. */
final class Place {

    private static final Pattern SOCKET = Pattern.compile("(/.*)/\\.s\\.PGSQL\\.(\\d{1,5})");

    private Optional<String> user;
    private Optional<Secret> password;
    private Optional<String> database;
    private List<HostAddress> hosts;
    private List<Integer> ports = List.of();
    private Optional<TargetServerType> target;
    private Pooler pooler = Pooler.GUESSED;

    Place(UrlParts parts) {
        this.user = parts.credentials().user();
        this.password = parts.credentials().password();
        this.database = parts.database();
        this.hosts = parts.hosts();
        this.target =
                parts.traits().contains(UrlParts.Trait.FAILOVER) ? Optional.of(TargetServerType.ANY) : Optional.empty();
    }

    static void user(Parameter parameter, Draft draft) {
        Place place = draft.place();
        once(place.user, "user", parameter, draft);
        place.user = present(parameter.value());
    }

    static void password(Parameter parameter, Draft draft) {
        Place place = draft.place();
        once(place.password, "password", parameter, draft);
        place.password = present(parameter.value()).map(Secret::new);
    }

    static void database(Parameter parameter, Draft draft) {
        Place place = draft.place();
        once(place.database, "database", parameter, draft);
        place.database = present(parameter.value());
    }

    static void hosts(Parameter parameter, Draft draft) {
        Place place = draft.place();
        once(place.hosts.isEmpty() ? Optional.empty() : Optional.of(place.hosts), "host", parameter, draft);
        place.hosts = HostAddress.list(parameter.value());
    }

    static void ports(Parameter parameter, Draft draft) {
        Place place = draft.place();
        place.ports = HostAddress.ports(parameter.value());
    }

    /** The driver's own parameter, the path of the socket; the driver does not look at the host then. */
    static void socket(Parameter parameter, Draft draft) {
        Matcher path = SOCKET.matcher(parameter.value());
        if (path.matches()) {
            draft.place().hosts = List.of(new HostAddress(path.group(1), Integer.parseInt(path.group(2))));
        } else {
            draft.invalid(parameter, "Use the path of a socket, for example \"/var/run/postgresql/.s.PGSQL.5432\".");
        }
    }

    /** Prisma's {@code pgbouncer=true}: the host is a pooler, whatever it is called. */
    static void pooler(Parameter parameter, Draft draft) {
        draft.place().pooler = parameter.value().equals("true") ? Pooler.ANNOUNCED : Pooler.GUESSED;
    }

    /** Whatever the URL says about the user, this one logs in. */
    void logInAs(String name) {
        user = Optional.of(name);
    }

    void target(TargetServerType type) {
        target = Optional.of(type);
    }

    /** Puts hosts and ports together, and says what is missing. */
    void settle(Draft draft) {
        hosts = hosts.isEmpty() ? List.of(HostAddress.LOCAL) : hosts;
        joinPorts(draft);
        if (user.isEmpty()) {
            draft.problem("The connection URL names no user. Add one: " + Refusals.EXAMPLE + ".");
        }
        if (failover() && hosts.stream().anyMatch(host -> host.isSocket() || host.isIpv6())) {
            draft.problem(
                    "The driver takes only host names and IPv4 addresses when it chooses among servers (several hosts,"
                            + " \"target_session_attrs\", \"failover:\"). Give a host name for each.");
        }
    }

    private void joinPorts(Draft draft) {
        if (ports.isEmpty()) {
            return;
        }
        if (ports.size() != 1 && ports.size() != hosts.size()) {
            draft.problem(quoted("port") + " has " + ports.size() + " ports for " + hosts.size()
                    + " hosts. Give one port, or one for each host.");
            return;
        }
        List<HostAddress> joined = new ArrayList<>();
        for (HostAddress host : hosts) {
            joined.add(new HostAddress(host.host(), ports.get(ports.size() == 1 ? 0 : joined.size())));
        }
        hosts = List.copyOf(joined);
    }

    /** Never empty once settled. */
    List<HostAddress> hosts() {
        return hosts;
    }

    HostAddress firstHost() {
        return hosts.get(0);
    }

    /** The user; empty only when that is a problem. */
    String user() {
        return user.orElse("");
    }

    Optional<Secret> password() {
        return password;
    }

    /** The database; libpq's default is one named like the user. */
    String database() {
        return database.orElseGet(this::user);
    }

    /** Whether the driver chooses among servers, which is another protocol to it. */
    boolean failover() {
        return hosts.size() > 1 || target.isPresent();
    }

    /** Whether a host is, or looks like, a transaction pooler. */
    boolean pooled() {
        return pooler.pools(hosts);
    }

    TargetServerType target() {
        return target.orElse(TargetServerType.ANY);
    }

    private static void once(Optional<?> present, String what, Parameter parameter, Draft draft) {
        if (present.isPresent()) {
            draft.problem(
                    "The " + what + " is given twice, the second time by " + quoted(parameter.name()) + ". Keep one.");
        }
    }

    private static Optional<String> present(String text) {
        return text.isEmpty() ? Optional.empty() : Optional.of(text);
    }
}
