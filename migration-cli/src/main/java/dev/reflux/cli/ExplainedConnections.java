package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.url.LocatedUrl;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryMetadata;
import io.r2dbc.spi.R2dbcException;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/**
 * Connections whose failure names their URL, for commands that use more than one database.
 *
 * @param factory makes them
 * @param located the URL
 */
record ExplainedConnections(ConnectionFactory factory, LocatedUrl located) implements ConnectionFactory {

    @Override
    public Publisher<? extends Connection> create() {
        return Mono.from(factory.create()).onErrorMap(R2dbcException.class, this::explained);
    }

    private MigrationException explained(R2dbcException error) {
        MigrationException plain =
                new MigrationException("There is no connection to the database: " + error.getMessage() + ".", error);
        return new ConnectionTrouble(located).explained(plain);
    }

    @Override
    public ConnectionFactoryMetadata getMetadata() {
        return factory.getMetadata();
    }
}
