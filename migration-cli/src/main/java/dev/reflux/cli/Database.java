package dev.reflux.cli;

import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.LOOP_RESOURCES;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.OPTIONS;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.r2dbc.StateTable;
import dev.reflux.r2dbc.adopt.ForeignHistory;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.r2dbc.url.LocatedUrl;
import dev.reflux.source.LoadedMigrations;
import io.r2dbc.spi.ConnectionFactory;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import reactor.core.Exceptions;

/** The database of one command; to be closed, which ends its thread. */
final class Database implements AutoCloseable {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(2);

    private final LocatedUrl located;
    private final EventLoop loop;
    private final WatchedConnections connections;
    private final StateTable stateTable;

    private Database(LocatedUrl located, StateTable stateTable) {
        this.located = located;
        this.loop = new EventLoop();
        this.connections =
                new WatchedConnections(located.url().connectionFactory(Map.of(LOOP_RESOURCES, loop.resources())));
        this.stateTable = stateTable;
    }

    /**
     * Finds the database that is meant; connects to nothing.
     *
     * @throws MigrationException if there is no URL, or it cannot be used
     */
    static Database of(Invocation invocation) {
        LocatedUrl located = invocation.project().urls().find();
        invocation.terminal().print(UrlLines.of(located));
        return new Database(located, invocation.options().stateTable());
    }

    /** A database of which the URL is known; connects to nothing. */
    static Database at(LocatedUrl located, StateTable stateTable) {
        return new Database(located, stateTable);
    }

    /** The URL, which prints without its password. */
    ConnectionUrl url() {
        return located.url();
    }

    WatchedConnections connections() {
        return connections;
    }

    /** Its connections; if one fails, the error names the URL. */
    ConnectionFactory explainedConnections() {
        return new ExplainedConnections(connections, located);
    }

    /** Connections that send one more parameter when they begin. */
    ConnectionFactory connectionsWith(String parameter, String value) {
        Map<String, String> parameters = new HashMap<>();
        if (located.url().options().getValue(OPTIONS) instanceof Map<?, ?> given) {
            given.forEach((name, text) -> parameters.put(name.toString(), text.toString()));
        }
        parameters.put(parameter, value);
        return located.url().connectionFactory(Map.of(LOOP_RESOURCES, loop.resources(), OPTIONS, parameters));
    }

    /**
     * A migrator of these revisions, with the state table of the options. It tries to connect once: a person who has mistyped
     * a host wants to know at once. Runs, which may have to wake a database, say otherwise.
     */
    Migrator.Builder migrator(LoadedMigrations migrations) {
        return Migrator.builder(connections)
                .migrations(() -> migrations)
                .stateTable(stateTable)
                .connectLimit(Duration.ZERO);
    }

    /** Blocks until the database has been compared with these revisions. */
    MigrationStatus status(LoadedMigrations migrations) {
        return explained(() ->
                Objects.requireNonNull(migrator(migrations).build().status().block()));
    }

    /** Blocks until the history that another tool has kept is read. */
    ForeignHistory foreignHistory(AdoptOptions options) {
        return explained(() -> Objects.requireNonNull(ForeignHistory.read(connections, options.tool(), options.table())
                .block()));
    }

    /** Does something with the database; if the connection fails, the error says which URL was used. */
    <T> T explained(Supplier<T> work) {
        try {
            return work.get();
        } catch (MigrationException e) {
            throw new ConnectionTrouble(located).explained(e);
        } catch (RuntimeException e) {
            throw unwrapped(e);
        }
    }

    private static RuntimeException unwrapped(RuntimeException error) {
        Throwable inner = Exceptions.unwrap(error);
        return inner instanceof RuntimeException runtime ? runtime : error;
    }

    /** Waits for connections that are being closed, but not for long. */
    @Override
    public void close() {
        connections.closed(LONGEST_FAREWELL).block();
        loop.close();
    }
}
