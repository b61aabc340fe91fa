package dev.reflux.test;

import io.r2dbc.spi.ConnectionFactory;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** An embedded PostgreSQL of one test's own, to be stopped and started again. Its methods block. Not thread-safe. */
public final class RestartableServer implements AutoCloseable {

    private static final Duration START = Duration.ofMinutes(1);

    private final Path data;
    private final int port;
    private EmbeddedPostgres server;

    private RestartableServer(Path data, int port) throws IOException {
        this.data = data;
        this.port = port;
        this.server = start();
    }

    /**
     * Starts a server.
     *
     * @param data an empty directory for its files
     */
    public static RestartableServer in(Path data) throws IOException {
        return new RestartableServer(data, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return free.getLocalPort();
        }
    }

    private EmbeddedPostgres start() throws IOException {
        return EmbeddedPostgres.builder()
                .setDataDirectory(data)
                .setCleanDataDirectory(false)
                .setPort(port)
                .setLocaleConfig("locale", "C")
                .setServerConfig("fsync", "off")
                .setPGStartupWait(START)
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD)
                .start();
    }

    /** Ends all sessions, stops the server and starts it again, at the same port. */
    public void restart() {
        try {
            server.close();
            server = start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A new factory without a pool. */
    public ConnectionFactory connectionFactory() {
        return DatabaseAddress.of("127.0.0.1", port, "postgres", "postgres").connectionFactory();
    }

    /** Runs SQL and returns its rows, as {@link TestDatabase#query} does. */
    public List<List<String>> query(String sql) {
        return new BlockingClient(connectionFactory()).query(sql);
    }

    @Override
    public void close() throws IOException {
        server.close();
    }
}
