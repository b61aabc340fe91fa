package dev.reflux.r2dbc.url;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A connection string of PostgreSQL, in any of the forms that people have, and what it means to r2dbc-postgresql:
 *
 * <pre>
 * postgresql://  postgres://             as libpq reads them
 * postgresql+asyncpg://  +psycopg:// …   as SQLAlchemy writes them
 * jdbc:postgresql:                       as pgjdbc reads them
 * r2dbc:postgresql://  r2dbcs:  r2dbc:pool:postgresql://  r2dbc:postgresql:failover://
 * host=… dbname=…                        libpq's other form
 * </pre>
 *
 * <p>A parameter keeps the meaning that it has for the client that the form belongs to: without a mode, TLS is preferred by
 * libpq and pgjdbc, and off for an R2DBC URL; {@code ssl=true} verifies the server in a JDBC or R2DBC URL, and does not in a
 * libpq URL. In every form a {@code +} is a plus, what is missing is {@code localhost}, 5432 and the database that is called
 * like the user, and the user must be there. Certificates are verified against {@code sslrootcert}, or against the JVM's
 * trust store. A parameter that Reflux does not know is an error; one that has no effect here is a {@linkplain #notices
 * notice}.
 *
 * <p>Immutable. {@link #toString} and every error are without the password.
 */
public final class ConnectionUrl {

    private final Place place;
    private final ConnectionFactoryOptions options;
    private final TlsSettings tls;
    private final String redacted;
    private final List<String> notices;

    private ConnectionUrl(UrlParts parts, Draft draft) {
        this.place = draft.place();
        this.options = DriverOptions.of(draft);
        this.tls = draft.tls();
        this.redacted = RedactedUrl.of(parts, place);
        this.notices = draft.notices();
    }

    /**
     * Reads a connection string.
     *
     * @param text the string; white space around it does not matter
     * @throws InvalidConnectionUrlException naming everything that is wrong with it, and no part that may be a password
     */
    public static ConnectionUrl parse(String text) {
        return parse(text, Optional.empty());
    }

    /**
     * Reads a connection string beside which a user is given.
     *
     * @param text the string; white space around it does not matter
     * @param user takes precedence over the user of the string, which need not name one then
     * @throws InvalidConnectionUrlException naming everything that is wrong with it, and no part that may be a password
     */
    public static ConnectionUrl parse(String text, Optional<String> user) {
        UrlParts parts = parts(text.strip());
        Draft draft = new Draft(parts);
        ParameterTable.apply(parts.parameters(), draft);
        user.ifPresent(draft.place()::logInAs);
        draft.settle();
        if (!draft.problems().isEmpty()) {
            throw InvalidConnectionUrlException.of(draft.problems());
        }
        return new ConnectionUrl(parts, draft);
    }

    /** The host that is tried first: a name, an address (IPv6 without brackets), or the directory of a socket. */
    public String host() {
        return place.firstHost().host();
    }

    /** The port of {@link #host}, 1 to 65535. */
    public int port() {
        return place.firstHost().port();
    }

    /** The database; never empty. */
    public String database() {
        return place.database();
    }

    /** The user; never empty. */
    public String user() {
        return place.user();
    }

    /**
     * The options for r2dbc-postgresql. They contain the password, and print without it. They do not contain
     * {@code sslpassword}, which the driver would print, and the driver alone does not insist on {@code
     * channel_binding=require}. {@link #connectionFactory()} does all of it.
     */
    public ConnectionFactoryOptions options() {
        return options;
    }

    /**
     * A factory of connections as the URL asks for them. It reads the certificate files that the URL names, now; it connects
     * when asked to.
     *
     * @throws InvalidConnectionUrlException when such a file is missing or has other content
     */
    public ConnectionFactory connectionFactory() {
        return connectionFactory(Map.of());
    }

    /**
     * The same, with options that no URL can express, such as an event loop.
     *
     * @param additions values for options of the driver, which take precedence over those of the URL
     * @throws InvalidConnectionUrlException when a certificate file is missing or has other content
     */
    public ConnectionFactory connectionFactory(Map<Option<?>, Object> additions) {
        try {
            ConnectionFactoryOptions all = DriverOptions.with(options, additions);
            PostgresqlConnectionConfiguration.Builder builder = PostgresqlConnectionFactoryProvider.builder(all);
            tls.complete(builder, all);
            return new PostgresqlConnectionFactory(builder.build());
        } catch (IllegalArgumentException | IllegalStateException refused) {
            throw InvalidConnectionUrlException.of(
                    "The driver cannot use the settings of " + redacted + ": " + reason(refused)
                            + ". Check the files that \"sslrootcert\", \"sslcert\" and \"sslkey\" name, and the ports.",
                    refused);
        }
    }

    /**
     * Whether the host is a transaction pooler, as far as names tell: its first label ends in {@code -pooler}, its port is
     * 6432 or 6543, or the URL says {@code pgbouncer=true}. A hint, in both directions.
     */
    public boolean pooledHost() {
        return place.pooled();
    }

    /** What the user should know of how the URL was read, a sentence or two each: what is not used, what is kept in part. */
    public List<String> notices() {
        return notices;
    }

    /** The URL in libpq's form, with everything but secrets: {@code postgresql://ann@host:5432/db?sslmode=require}. */
    public String redacted() {
        return redacted;
    }

    /** The same as {@link #redacted}. */
    @Override
    public String toString() {
        return redacted;
    }

    private static UrlParts parts(String text) {
        return UrlPrefix.of(text)
                .map(UrlParser::parse)
                .or(() -> KeyValueParser.parse(text))
                .orElseThrow(() -> Refusals.of(text));
    }

    /** The driver wraps the reason in "Cannot assign option". */
    private static String reason(RuntimeException refused) {
        Throwable reason = refused;
        while (reason.getCause() instanceof IllegalArgumentException inner) {
            reason = inner;
        }
        String message = reason.getMessage();
        return message == null ? "it gives no reason" : message.replaceFirst("\\.$", "");
    }
}
