package dev.reflux.sample;

import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.sample.demo.LocalServer;
import io.r2dbc.spi.ConnectionFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.r2dbc.autoconfigure.R2dbcConnectionDetails;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.r2dbc.core.DatabaseClient;

/**
 * Which database the service uses: the one of {@code booking.database-url}, which is taken from DATABASE_URL or NEON_DATABASE_URL
 * in any form; otherwise a PostgreSQL of its own.
 */
@Configuration(proxyBeanMethods = false)
class DatabaseConfiguration {

    @Bean(destroyMethod = "close")
    ServiceDatabase serviceDatabase(@Value("${booking.database-url}") String url) {
        return url.isBlank() ? new ServiceDatabase.Local(LocalServer.start()) : new ServiceDatabase.Given(url);
    }

    @Bean
    R2dbcConnectionDetails connectionDetails(ServiceDatabase database) {
        return () -> ConnectionUrl.parse(database.url()).options();
    }

    /** A colon in the SQL of jOOQ is a cast or stands in a text; it is never the name of a parameter. */
    @Bean
    DatabaseClient databaseClient(ConnectionFactory factory) {
        return DatabaseClient.builder()
                .connectionFactory(factory)
                .namedParameters(false)
                .build();
    }
}
