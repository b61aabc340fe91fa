package dev.reflux.sample.demo;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.ValidationDepth;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The demo's database on its server.
 *
 * @param settings of the server
 */
record DemoDatabase(ServerSettings settings) {

    private static final String NAME = "booking";

    /** Customers of two countries, with phone numbers as people type them. */
    private static final String CUSTOMERS = """
            WITH business AS (
                INSERT INTO businesses (name, slug, country, time_zone) VALUES
                    ('Salon Hermann', 'salon-hermann', 'DE', 'Europe/Berlin'),
                    ('Byron Barbers', 'byron-barbers', 'GB', 'Europe/London')
                RETURNING id, country
            )
            INSERT INTO customers (business_id, name, email, phone)
            SELECT business.id, customer.name, customer.email, customer.phone
            FROM (VALUES
                ('DE', 'Emmy Noether', 'emmy@example.org', '(030) 90 18 20-0'),
                ('DE', 'Carl Gauss', 'carl@example.org', '0049 551 39 0'),
                ('GB', 'Ada Lovelace', 'ada@example.com', '020 7946 0018'),
                ('GB', 'Alan Turing', 'alan@example.com', '+44 (0)161 496 0000'),
                ('GB', 'Mary Somerville', 'mary@example.com', 'write, do not call')
            ) AS customer (country, name, email, phone)
            JOIN business USING (country)
            """;

    private static final String PHONE_NUMBERS = "SELECT name, phone, phone_e164 FROM customers ORDER BY name";

    /**
     * A customer as the data migration left it.
     *
     * @param name of the customer
     * @param typed the phone number as it was typed
     * @param international what the migration made of it; empty where it could not
     */
    record PhoneNumber(String name, String typed, Optional<String> international) {}

    /** The connection string. */
    String url() {
        return settings.url(NAME);
    }

    /**
     * Whether a server answers to the demo's password. A process id or an open port could be those of another program, which
     * got them after the server died.
     *
     * @param patience how long to wait for an answer; where nobody listens, it comes at once
     */
    boolean isServerRunning(Duration patience) {
        return Boolean.TRUE.equals(Mono.usingWhen(
                        connectionFactory("postgres").create(),
                        connection -> Mono.from(connection.validate(ValidationDepth.REMOTE)),
                        Connection::close)
                .timeout(patience)
                .onErrorReturn(false)
                .block());
    }

    /** Drops the database, whoever is connected to it, and creates it empty. */
    void recreate() {
        ConnectionFactory server = connectionFactory("postgres");
        execute(server, "DROP DATABASE IF EXISTS " + NAME + " WITH (FORCE)");
        execute(server, "CREATE DATABASE " + NAME);
    }

    /** Creates the database empty, unless it is there. */
    void createIfMissing() {
        ConnectionFactory server = connectionFactory("postgres");
        if (count(server, "SELECT count(*) FROM pg_database WHERE datname = '" + NAME + "'") == 0) {
            execute(server, "CREATE DATABASE " + NAME);
        }
    }

    /** Whether somebody is connected to the database. */
    boolean isUsed() {
        return count(
                        connectionFactory("postgres"),
                        "SELECT count(*) FROM pg_stat_activity WHERE datname = '" + NAME + "'")
                > 0;
    }

    private static long count(ConnectionFactory factory, String sql) {
        return Mono.usingWhen(
                        factory.create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(result -> result.map(row -> row.get(0, Long.class)))
                                .single(),
                        Connection::close)
                .blockOptional()
                .orElseThrow();
    }

    /** Puts a few customers in; fits the revision that adds their phone numbers. */
    void insertCustomers() {
        execute(connectionFactory(NAME), CUSTOMERS);
    }

    /** The phone numbers of all customers; fits the revision that normalises them. */
    List<PhoneNumber> phoneNumbers() {
        return Flux.usingWhen(
                        connectionFactory(NAME).create(),
                        connection -> Flux.from(connection
                                        .createStatement(PHONE_NUMBERS)
                                        .execute())
                                .concatMap(result -> result.map(DemoDatabase::phoneNumber)),
                        Connection::close)
                .toStream()
                .toList();
    }

    private static PhoneNumber phoneNumber(Readable row) {
        return new PhoneNumber(text(row, "name").orElse(""), text(row, "phone").orElse(""), text(row, "phone_e164"));
    }

    private static Optional<String> text(Readable row, String column) {
        return Optional.ofNullable(row.get(column, String.class));
    }

    private static void execute(ConnectionFactory factory, String sql) {
        Flux.usingWhen(
                        factory.create(),
                        connection -> Flux.from(connection.createStatement(sql).execute())
                                .concatMap(result -> Mono.from(result.getRowsUpdated())),
                        Connection::close)
                .blockLast();
    }

    private ConnectionFactory connectionFactory(String database) {
        return new PostgresqlConnectionFactory(PostgresqlConnectionConfiguration.builder()
                .host(ServerSettings.HOST)
                .port(settings.port())
                .username(ServerSettings.USER)
                .password(settings.password())
                .database(database)
                .applicationName("reflux demo")
                .build());
    }
}
