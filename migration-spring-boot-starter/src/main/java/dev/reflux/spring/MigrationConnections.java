package dev.reflux.spring;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.url.ConnectionUrl;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Map;
import java.util.Optional;
import org.reactivestreams.Publisher;
import org.springframework.boot.r2dbc.ConnectionFactoryBuilder;

/**
 * Which connections migrations use: those of {@code reflux.url}, or the application's, or the application's with another user.
 *
 * @param properties say which
 * @param application the application's factory, where it has one
 */
record MigrationConnections(RefluxProperties properties, Optional<ConnectionFactory> application) {

    private static final String POSTGRESQL = "PostgreSQL";

    /** For runs, each of which opens connections of its own. */
    ConnectionFactory forRuns() {
        return properties.givenUrl().map(this::ofUrl).orElseGet(this::ofApplication);
    }

    /** For asking how the schema stands: as for runs, but from the application's pool where it has one. */
    ConnectionFactory forStatus() {
        return isApplicationsOwn() ? new Borrowed(required()) : forRuns();
    }

    private boolean isApplicationsOwn() {
        return properties.givenUrl().isEmpty() && properties.givenUser().isEmpty();
    }

    private ConnectionFactory ofUrl(String url) {
        return ConnectionUrl.parse(url, properties.givenUser()).connectionFactory(password());
    }

    private Map<Option<?>, Object> password() {
        return properties.password().isEmpty()
                ? Map.of()
                : Map.of(ConnectionFactoryOptions.PASSWORD, properties.password());
    }

    private ConnectionFactory ofApplication() {
        ConnectionFactory factory = required();
        return properties
                .givenUser()
                .map(user -> ConnectionFactoryBuilder.derivedFrom(factory)
                        .username(user)
                        .password(properties.password())
                        .build())
                .orElse(factory);
    }

    private ConnectionFactory required() {
        ConnectionFactory factory = application.orElseThrow(
                () -> new MigrationException("There is no database to migrate: the application has no single"
                        + " ConnectionFactory, and reflux.url is not set.\nAdd spring-boot-starter-data-r2dbc or"
                        + " spring-boot-starter-r2dbc and set spring.r2dbc.url, mark one factory as @Primary, or set"
                        + " reflux.url."));
        String driver = factory.getMetadata().getName();
        if (!driver.equals(POSTGRESQL)) {
            throw new MigrationException(
                    "The application's ConnectionFactory is of \"" + driver + "\", and Reflux migrates " + POSTGRESQL
                            + ".\nSet reflux.url to a " + POSTGRESQL + " database, or reflux.enabled=false.");
        }
        return factory;
    }

    /**
     * Lends connections of a pool. A migrator uses a pool for its factory only, if it sees that it is one.
     *
     * @param pool lends, and takes back what is closed
     */
    private record Borrowed(ConnectionFactory pool) implements ConnectionFactory {

        @Override
        public Publisher<? extends Connection> create() {
            return pool.create();
        }

        @Override
        public ConnectionFactoryMetadata getMetadata() {
            return pool.getMetadata();
        }
    }
}
