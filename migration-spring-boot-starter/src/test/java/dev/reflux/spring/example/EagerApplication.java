package dev.reflux.spring.example;

import io.r2dbc.spi.ConnectionFactory;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.r2dbc.connection.init.ConnectionFactoryInitializer;
import org.springframework.r2dbc.connection.init.ResourceDatabasePopulator;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Beans that read or write the table of the migrations as soon as they are created, by every road there is. */
@SpringBootConfiguration
@EnableAutoConfiguration
public class EagerApplication {

    private static final String COUNT = "SELECT count(*) AS guests FROM guests WHERE notes IS NULL OR notes <> ''";

    /** What one of them saw. */
    public record Seen(String by, long guests) {}

    @Bean
    @Order(1)
    Seen seenByRepository(GuestRepository guests) {
        return new Seen("repository", required(guests.count()));
    }

    @Bean
    Seen seenByDatabaseClient(DatabaseClient client) {
        return new Seen(
                "client",
                required(client.sql(COUNT)
                        .map(row -> row.get("guests", Long.class))
                        .one()));
    }

    @Bean
    DSLContext jooq(ConnectionFactory factory) {
        return DSL.using(factory, SQLDialect.POSTGRES);
    }

    @Bean
    Seen seenByJooq(DSLContext jooq) {
        return new Seen(
                "jooq",
                required(Mono.from(jooq.select(DSL.count()).from("guests"))).value1());
    }

    @Bean
    @DependsOnDatabaseInitialization
    Seen seenByFactory(ConnectionFactory factory) {
        return new Seen(
                "factory",
                required(Flux.usingWhen(
                                factory.create(),
                                connection -> Flux.from(connection
                                                .createStatement(COUNT)
                                                .execute())
                                        .concatMap(result -> result.map(row -> required(row.get(0, Long.class)))),
                                io.r2dbc.spi.Connection::close)
                        .single()));
    }

    @Bean
    ConnectionFactoryInitializer initializer(ConnectionFactory factory) {
        ConnectionFactoryInitializer initializer = new ConnectionFactoryInitializer();
        initializer.setConnectionFactory(factory);
        initializer.setDatabasePopulator(new ResourceDatabasePopulator(
                new ByteArrayResource("INSERT INTO guests (name, notes) VALUES ('Carl', 'by an initialiser')"
                        .getBytes(StandardCharsets.UTF_8))));
        return initializer;
    }

    private static <T> T required(Mono<T> value) {
        return Objects.requireNonNull(value.block());
    }

    private static <T> T required(T value) {
        return Objects.requireNonNull(value);
    }

    /** All of them, by name. */
    public static List<String> roads() {
        return List.of("client", "factory", "jooq", "repository");
    }
}
