package dev.reflux.test;

import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.List;

/**
 * A database that belongs to one test class: empty when the class starts, dropped after it.
 *
 * <p>{@code @PostgresTest} passes it as a parameter. Its user owns it and may create databases. Thread-safe; the
 * methods {@link #execute}, {@link #query} and {@link #fresh} block, so they are for the threads of tests.
 */
public final class TestDatabase {

    private final DatabaseAddress address;
    private final int majorVersion;
    private final ClassDatabases siblings;

    TestDatabase(DatabaseAddress address, int majorVersion, ClassDatabases siblings) {
        this.address = address;
        this.majorVersion = majorVersion;
        this.siblings = siblings;
    }

    /** A new factory of r2dbc-postgresql, without a pool: who opens a connection closes it. */
    public ConnectionFactory connectionFactory() {
        return address.connectionFactory();
    }

    /** The options of {@link #connectionFactory}, to be changed by a test that needs others. */
    public ConnectionFactoryOptions options() {
        return address.options();
    }

    /** The address as people write it: {@code postgresql://user:password@host:port/database}. */
    public String url() {
        return address.url();
    }

    /** The host of the server, a name or an address. */
    public String host() {
        return address.host();
    }

    /** The TCP port of the server. */
    public int port() {
        return address.port();
    }

    /** The name of this database; it needs no quotes in SQL. */
    public String database() {
        return address.database();
    }

    /** The user who logs in. */
    public String user() {
        return address.user();
    }

    /** The user's password; the server checks it. */
    public String password() {
        return address.password();
    }

    /** The major version of the server, for example 18. */
    public int majorVersion() {
        return majorVersion;
    }

    /**
     * Runs a script on a connection of its own, as one simple query, and waits for its end.
     *
     * @throws io.r2dbc.spi.R2dbcException if a statement fails; unless the script has transactions of its own,
     *     nothing of it
     *     is then done
     */
    public void execute(String sql) {
        new BlockingClient(connectionFactory()).execute(sql);
    }

    /**
     * Runs SQL like {@link #execute} and returns its rows, each value as PostgreSQL writes it ({@code t} for true);
     * an SQL null is {@code NULL}.
     *
     * @throws io.r2dbc.spi.R2dbcException if a statement fails
     */
    public List<List<String>> query(String sql) {
        return new BlockingClient(connectionFactory()).query(sql);
    }

    /** Creates one more empty database for the same test class, which is checked and dropped together with this one. */
    public TestDatabase fresh() {
        return siblings.create();
    }

    DatabaseAddress address() {
        return address;
    }

    /** The name of the database and of its server, without the password. */
    @Override
    public String toString() {
        return "%s at %s:%d".formatted(database(), host(), port());
    }
}
