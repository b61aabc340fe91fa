package dev.reflux.test;

import dev.reflux.test.TestSettings.Containers;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;

/**
 * The server on which the databases of the tests are made; one for the whole JVM. Thread-safe.
 *
 * @param address of the database from which it is administered
 * @param administration connects to that database
 * @param version as the server writes it, for example 18.6
 * @param majorVersion for example 18
 * @param origin where it comes from, for people
 */
record PostgresServer(
        DatabaseAddress address, ConnectionFactory administration, String version, int majorVersion, String origin) {

    /**
     * The server takes a moment to end the session of a client that said good-bye; a client that did not never goes.
     */
    private static final Duration GOODBYE = Duration.ofSeconds(2);

    private static final Duration PAUSE = Duration.ofMillis(20);

    /** Found once; a failure is remembered as well, so that no test class waits for the same failure again. */
    private static final FutureTask<PostgresServer> SHARED = new FutureTask<>(PostgresServer::find);

    /** The server of this JVM; the first call starts it, which takes seconds. */
    static PostgresServer shared() {
        SHARED.run();
        try {
            return SHARED.get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for the PostgreSQL of the tests", e);
        } catch (ExecutionException e) {
            Throwable cause = Objects.requireNonNullElse(e.getCause(), e);
            throw new IllegalStateException("There is no PostgreSQL for the tests. " + cause.getMessage(), cause);
        }
    }

    private static PostgresServer find() throws Exception {
        PostgresServer server = choose(TestSettings.read());
        System.err.println("PostgreSQL for tests: " + server.version + ", " + server.origin);
        return server;
    }

    /** Asks a server that has been started or found for its version. */
    static PostgresServer connect(DatabaseAddress address, ConnectionFactory administration, String origin) {
        List<String> row = new BlockingClient(administration)
                .query("SELECT current_setting('server_version_num')::int / 10000,"
                        + " split_part(current_setting('server_version'), ' ', 1)")
                .get(0);
        return new PostgresServer(address, administration, row.get(1), Integer.parseInt(row.get(0)), origin);
    }

    private static PostgresServer choose(TestSettings settings) throws Exception {
        if (settings.url().isPresent()) {
            DatabaseAddress address = DatabaseAddress.from(settings.url().get());
            return connect(address, address.connectionFactory(), "from REFLUX_TEST_URL");
        }
        if (settings.containers() == Containers.NEVER) {
            return EmbeddedServer.start("embedded");
        }
        try {
            return ContainerServer.start(settings.major());
        } catch (ContainerServer.Unavailable e) {
            if (settings.containers() == Containers.REQUIRE) {
                throw e;
            }
            return EmbeddedServer.start("embedded (" + e.reason() + ")");
        }
    }

    void createDatabase(String name) {
        new BlockingClient(administration).execute("CREATE DATABASE \"" + name + "\" TEMPLATE template0");
    }

    void dropDatabase(String name) {
        new BlockingClient(administration).execute("DROP DATABASE \"" + name + "\" WITH (FORCE)");
    }

    /** Waits until nobody is connected to a database, but not for long; returns who still is. */
    List<Session> awaitNoSession(String database) {
        return new BlockingClient(administration)
                .queryUntilEmpty(Session.listIn(database), PAUSE, GOODBYE).stream()
                        .map(Session::from)
                        .toList();
    }
}
