package dev.reflux.test;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A TCP proxy in front of a test database that counts what its clients cost: connections, messages, round trips.
 *
 * <pre>{@code
 * try (CountingProxy proxy = CountingProxy.to(database)) {
 *     Traffic before = proxy.traffic();
 *     … // work through proxy.connectionFactory() or proxy.url()
 *     assertThat(proxy.traffic().since(before).roundTrips()).isEqualTo(1);
 * }
 * }</pre>
 *
 * <p>It understands as much of <a href="https://www.postgresql.org/docs/current/protocol.html">PostgreSQL's
 * protocol</a> as counting takes; what is counted is defined at {@link Traffic}. A message counts before it is passed
 * on, so that who has an answer finds it in the count. To be able to read, the proxy declines encryption as a server
 * without TLS does ({@code sslmode=prefer} goes on in clear, {@code require} fails).
 *
 * <p>It can also be slow ({@link #delayEachWay}) and break ({@link #cut}). It listens on 127.0.0.1; its threads are
 * daemons. Thread-safe.
 */
public final class CountingProxy implements AutoCloseable {

    private static final String HOST = "127.0.0.1";

    private final DatabaseAddress server;
    private final ServerSocket listener;
    private final Tally tally = new Tally();
    private final Set<ProxiedConnection> connections = ConcurrentHashMap.newKeySet();
    private volatile Duration delay = Duration.ZERO;
    private volatile Fuse fuse = Fuse.none();

    private CountingProxy(DatabaseAddress server, ServerSocket listener) {
        this.server = server;
        this.listener = listener;
    }

    /** Starts a proxy to the server of a database. */
    public static CountingProxy to(TestDatabase database) {
        return to(database.address());
    }

    /** Starts a proxy to a pooler: it counts what the pooler's clients do. */
    public static CountingProxy to(PgBouncer pooler) {
        return to(pooler.address());
    }

    private static CountingProxy to(DatabaseAddress address) {
        try {
            CountingProxy proxy = new CountingProxy(
                    address, new ServerSocket(0, 0, InetAddress.getByAddress(new byte[] {127, 0, 0, 1})));
            Daemon.start("counting-proxy", proxy::acceptUntilClosed);
            return proxy;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new factory of r2dbc-postgresql, without a pool, that connects to the database through this proxy. */
    public ConnectionFactory connectionFactory() {
        return proxied().connectionFactory();
    }

    /** The options of {@link #connectionFactory}. */
    public ConnectionFactoryOptions options() {
        return proxied().options();
    }

    /** The address of the database through this proxy: {@code postgresql://user:password@127.0.0.1:port/database}. */
    public String url() {
        return proxied().url();
    }

    /** The TCP port on which this proxy listens. */
    public int port() {
        return listener.getLocalPort();
    }

    /** What passed through until now. */
    public Traffic traffic() {
        return tally.traffic();
    }

    /**
     * Delays everything that arrives from now on, on the connections that there are and on new ones.
     *
     * @param latency the time that each direction takes longer: a round trip takes twice as much; zero is no delay
     */
    public void delayEachWay(Duration latency) {
        delay = latency;
    }

    /**
     * Resets all connections, at both ends and without a good-bye, as a failing network does; new ones are accepted.
     * The server ends the session of an idle client at once, that of a busy one when the statement is over, or when
     * it looks ({@code client_connection_check_interval}).
     */
    public void cut() {
        connections.forEach(ProxiedConnection::reset);
    }

    /**
     * Cuts once so many more bytes have passed, of all connections and both directions together: in the middle of a
     * message, as a rule.
     */
    public void cutAfter(long bytes) {
        fuse = new Fuse(bytes, () -> {
            fuse = Fuse.none();
            cut();
        });
    }

    /** Resets all connections and stops to listen. */
    @Override
    public void close() {
        try {
            listener.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }

    private DatabaseAddress proxied() {
        return server.withHostAndPort(HOST, port());
    }

    private void acceptUntilClosed() throws IOException {
        while (true) {
            Socket client = listener.accept();
            ProxiedConnection connection = new ProxiedConnection(client, tally, () -> delay, () -> fuse);
            connections.add(connection);
            Daemon.start("counting-proxy-connection", () -> {
                try {
                    connection.run(server);
                } finally {
                    connections.remove(connection);
                }
            });
        }
    }
}
