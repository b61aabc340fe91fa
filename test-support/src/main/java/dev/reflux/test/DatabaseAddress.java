package dev.reflux.test;

import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;
import static java.nio.charset.StandardCharsets.UTF_8;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.net.URLEncoder;
import java.util.Optional;

/**
 * Where a database is and who logs in.
 *
 * @param options for the driver; host, user, password and database are there
 * @param urlParameters what follows the database in a URL: empty, or from the question mark on
 */
record DatabaseAddress(ConnectionFactoryOptions options, String urlParameters) {

    private static final int DEFAULT_PORT = 5432;

    static DatabaseAddress of(String host, int port, String user, String password) {
        ConnectionFactoryOptions options = ConnectionFactoryOptions.builder()
                .option(DRIVER, PostgresqlConnectionFactoryProvider.POSTGRESQL_DRIVER)
                .option(HOST, host)
                .option(PORT, port)
                .option(USER, user)
                .option(PASSWORD, password)
                .option(DATABASE, "postgres")
                .build();
        return new DatabaseAddress(options, "");
    }

    /** Reads {@code postgresql://user:password@host:port/database?parameters}. */
    static DatabaseAddress from(String url) {
        if (!url.matches("postgres(ql)?://[^/]+@.+/.+")) {
            throw new IllegalArgumentException("The URL of the test server is not of the form"
                    + " postgresql://user:password@host:port/database, with a user who may create databases."
                    + " Correct REFLUX_TEST_URL (or -Dreflux.test.url), or remove it for an embedded server.");
        }
        String rest = url.substring(url.indexOf("://"));
        int question = rest.indexOf('?');
        return new DatabaseAddress(
                ConnectionFactoryOptions.parse("r2dbc:" + PostgresqlConnectionFactoryProvider.POSTGRESQL_DRIVER + rest),
                question < 0 ? "" : rest.substring(question));
    }

    String host() {
        return value(HOST).orElseThrow();
    }

    int port() {
        return value(PORT).map(Integer::valueOf).orElse(DEFAULT_PORT);
    }

    String database() {
        return value(DATABASE).orElseThrow();
    }

    String user() {
        return value(USER).orElseThrow();
    }

    String password() {
        return value(PASSWORD).orElse("");
    }

    String url() {
        return "postgresql://%s:%s@%s:%d/%s%s"
                .formatted(encode(user()), encode(password()), host(), port(), encode(database()), urlParameters);
    }

    /** A new factory of the plain driver: each connection is a new one. */
    ConnectionFactory connectionFactory() {
        return new PostgresqlConnectionFactoryProvider().create(options);
    }

    DatabaseAddress withDatabase(String name) {
        return new DatabaseAddress(options.mutate().option(DATABASE, name).build(), urlParameters);
    }

    DatabaseAddress withHostAndPort(String host, int port) {
        return new DatabaseAddress(
                options.mutate().option(HOST, host).option(PORT, port).build(), urlParameters);
    }

    private Optional<String> value(Option<?> option) {
        return Optional.ofNullable(options.getValue(option)).map(Object::toString);
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, UTF_8).replace("+", "%20");
    }
}
