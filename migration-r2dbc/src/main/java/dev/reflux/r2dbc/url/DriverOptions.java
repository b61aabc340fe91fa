package dev.reflux.r2dbc.url;

import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.APPLICATION_NAME;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.AUTODETECT_EXTENSIONS;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.FAILOVER_PROTOCOL;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.OPTIONS;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.POSTGRESQL_DRIVER;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.PREPARED_STATEMENT_CACHE_QUERIES;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.SOCKET;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.TARGET_SERVER_TYPE;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.TCP_KEEPALIVE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DATABASE;
import static io.r2dbc.spi.ConnectionFactoryOptions.DRIVER;
import static io.r2dbc.spi.ConnectionFactoryOptions.HOST;
import static io.r2dbc.spi.ConnectionFactoryOptions.PASSWORD;
import static io.r2dbc.spi.ConnectionFactoryOptions.PORT;
import static io.r2dbc.spi.ConnectionFactoryOptions.PROTOCOL;
import static io.r2dbc.spi.ConnectionFactoryOptions.USER;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/** Turns a settled draft into the options of r2dbc-postgresql. */
final class DriverOptions {

    private static final String DEFAULT_APPLICATION_NAME = "reflux";

    private DriverOptions() {}

    /**
     * The options. Whatever the URL says, no statement stays prepared (a pooler hands the connection on), no query looks for
     * extensions, and keep-alive is on unless the URL turns it off.
     */
    static ConnectionFactoryOptions of(Draft draft) {
        Place place = draft.place();
        draft.defaultOption(APPLICATION_NAME, DEFAULT_APPLICATION_NAME);
        draft.defaultOption(TCP_KEEPALIVE, true);
        draft.option(PREPARED_STATEMENT_CACHE_QUERIES, 0);
        draft.option(AUTODETECT_EXTENSIONS, false);
        draft.option(DRIVER, POSTGRESQL_DRIVER);
        draft.option(USER, place.user());
        draft.option(DATABASE, place.database());
        place.password().ifPresent(password -> draft.option(PASSWORD, password.value()));
        if (!draft.startup().isEmpty()) {
            draft.option(OPTIONS, Collections.unmodifiableMap(new LinkedHashMap<>(draft.startup())));
        }
        address(place, draft);
        return with(ConnectionFactoryOptions.builder().build(), draft.options());
    }

    private static void address(Place place, Draft draft) {
        HostAddress first = place.firstHost();
        if (place.failover()) {
            draft.option(PROTOCOL, FAILOVER_PROTOCOL);
            draft.option(TARGET_SERVER_TYPE, place.target());
            draft.option(
                    HOST,
                    place.hosts().stream()
                            .map(host -> host.host() + ":" + host.port())
                            .collect(Collectors.joining(",")));
        } else if (first.isSocket()) {
            draft.option(SOCKET, first.socketPath());
        } else {
            draft.option(HOST, first.host());
            draft.option(PORT, first.port());
        }
    }

    /** The options with others, whose types the driver checks. */
    @SuppressWarnings("unchecked")
    static ConnectionFactoryOptions with(ConnectionFactoryOptions options, Map<Option<?>, Object> additions) {
        ConnectionFactoryOptions.Builder builder = options.mutate();
        additions.forEach((option, value) -> builder.option((Option<Object>) option, value));
        return builder.build();
    }
}
