package dev.reflux.test;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A PgBouncer in transaction mode in front of a test database, as strict as they come: no prepared statement is tracked, no
 * session is ever reset, and of the start-up parameters only {@code extra_float_digits} is passed over, as at Neon.
 *
 * <p>A test that uses it is annotated with {@code @RequiresProgram("pgbouncer")}. PgBouncer refuses to run as root, so root
 * makes it change to {@code nobody}. It ends with {@link #close}, or with this JVM.
 */
public final class PgBouncer implements AutoCloseable {

    private static final Duration START = Duration.ofSeconds(20);
    private static final Duration END = Duration.ofSeconds(10);
    private static final String HOST = "127.0.0.1";

    private final DatabaseAddress address;
    private final Process process;
    private final Path directory;
    private final Thread atExit;

    private PgBouncer(DatabaseAddress address, Process process, Path directory) {
        this.address = address;
        this.process = process;
        this.directory = directory;
        this.atExit = new Thread(process::destroyForcibly);
        Runtime.getRuntime().addShutdownHook(atExit);
    }

    /**
     * Starts one, and waits until it listens.
     *
     * @param poolSize the most connections that it opens to the database
     */
    public static PgBouncer to(TestDatabase database, int poolSize) {
        try {
            DatabaseAddress server = database.address();
            int port = freePort();
            Path directory = Files.createTempDirectory("pgbouncer");
            Files.setPosixFilePermissions(directory, PosixFilePermissions.fromString("rwxr-xr-x"));
            Path users = Files.writeString(
                    directory.resolve("users.txt"), quoted(server.user()) + " " + quoted(server.password()) + "\n");
            Path settings =
                    Files.writeString(directory.resolve("pgbouncer.ini"), settings(server, port, poolSize, users));
            Process process = new ProcessBuilder(command(settings))
                    .redirectErrorStream(true)
                    .redirectOutput(directory.resolve("pgbouncer.log").toFile())
                    .start();
            PgBouncer bouncer = new PgBouncer(server.withHostAndPort(HOST, port), process, directory);
            bouncer.awaitListening();
            return bouncer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String settings(DatabaseAddress server, int port, int poolSize, Path users) {
        return """
                [databases]
                * = host=%s port=%d
                [pgbouncer]
                listen_addr = 127.0.0.1
                listen_port = %d
                unix_socket_dir =
                auth_type = plain
                auth_file = %s
                pool_mode = transaction
                default_pool_size = %d
                max_client_conn = 200
                server_reset_query =
                ignore_startup_parameters = extra_float_digits
                """.formatted(server.host(), server.port(), port, users, poolSize);
    }

    private static List<String> command(Path settings) {
        List<String> command =
                new ArrayList<>(List.of(Programs.find("pgbouncer").orElseThrow().toString()));
        if (System.getProperty("user.name", "").equals("root")) {
            command.addAll(List.of("-u", "nobody"));
        }
        command.add(settings.toString());
        return command;
    }

    private static String quoted(String text) {
        return '"' + text.replace("\"", "\"\"") + '"';
    }

    /** Free now; who takes it before PgBouncer does makes the test fail, not pass. */
    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, loopback())) {
            return socket.getLocalPort();
        }
    }

    private void awaitListening() throws IOException {
        Instant limit = Instant.now().plus(START);
        while (!listens()) {
            if (!process.isAlive() || Instant.now().isAfter(limit)) {
                String log = Files.readString(directory.resolve("pgbouncer.log"));
                close();
                throw new IllegalStateException("PgBouncer does not listen. It says:\n" + log);
            }
            pause();
        }
    }

    private boolean listens() {
        try (Socket socket = new Socket(loopback(), address.port())) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    private static InetAddress loopback() throws IOException {
        return InetAddress.getByAddress(new byte[] {127, 0, 0, 1});
    }

    private static void pause() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while PgBouncer starts", e);
        }
    }

    /** A new factory of r2dbc-postgresql, without a pool, that connects to the database through PgBouncer. */
    public ConnectionFactory connectionFactory() {
        return address.connectionFactory();
    }

    /** The options of {@link #connectionFactory}. */
    public ConnectionFactoryOptions options() {
        return address.options();
    }

    /** The address of the database through PgBouncer. */
    public String url() {
        return address.url();
    }

    /** Runs SQL through PgBouncer and returns its rows, as {@link TestDatabase#query} does. */
    public List<List<String>> query(String sql) {
        return new BlockingClient(connectionFactory()).query(sql);
    }

    DatabaseAddress address() {
        return address;
    }

    /** Ends it, and with it its connections to the server. */
    @Override
    public void close() {
        try {
            process.destroyForcibly().onExit().get(END.toSeconds(), TimeUnit.SECONDS);
            Runtime.getRuntime().removeShutdownHook(atExit);
            try (Stream<Path> files = Files.list(directory)) {
                for (Path file : files.toList()) {
                    Files.delete(file);
                }
            }
            Files.delete(directory);
        } catch (Exception e) {
            throw new IllegalStateException("PgBouncer did not end", e);
        }
    }
}
