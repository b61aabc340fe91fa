package dev.reflux.r2dbc.url;

import static dev.reflux.revision.Sentences.quoted;

import io.r2dbc.postgresql.PostgresqlConnectionConfiguration;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.postgresql.client.SSLNegotiation;
import io.r2dbc.spi.ConnectionFactoryOptions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManagerFactory;
import reactor.netty.resources.LoopResources;
import reactor.netty.tcp.TcpResources;

/**
 * What the parameters say of TLS, and what follows from it together (PostgreSQL manual, 34.19). A demand raises the mode or
 * is refused; nothing lowers a mode that the URL names.
 */
final class TlsSettings {

    /** A demand that a parameter other than the mode makes. */
    enum Demand {
        /** {@code ssl=true}, or {@code r2dbcs:}. */
        TLS,
        /** {@code channel_binding=require}. */
        CHANNEL_BINDING,
        /** {@code sslaccept=strict}, as Prisma has it. */
        VERIFICATION,
        /** {@code sslfactory=…NonValidatingFactory}, as pgjdbc has it. */
        NO_VERIFICATION
    }

    private static final String JVM_STORE = "system";

    private final UrlForm form;
    private final Set<Demand> demands = EnumSet.noneOf(Demand.class);
    private Optional<SSLMode> mode = Optional.empty();
    private Optional<SSLMode> otherMode = Optional.empty();
    private SSLNegotiation negotiation = SSLNegotiation.POSTGRES;
    private Optional<String> rootCertificate = Optional.empty();
    private Optional<String> certificate = Optional.empty();
    private Optional<String> key = Optional.empty();
    private Optional<Secret> keyPassword = Optional.empty();
    private boolean onThisMachine;

    TlsSettings(UrlParts parts) {
        this.form = parts.form();
        if (parts.traits().contains(UrlParts.Trait.TLS)) {
            demands.add(Demand.TLS);
        }
    }

    void mode(SSLMode chosen) {
        mode = Optional.of(chosen);
    }

    /** The mode by another name, which {@code sslmode} takes precedence over. */
    void modeUnlessGiven(SSLMode chosen) {
        otherMode = Optional.of(chosen);
    }

    void negotiation(SSLNegotiation chosen) {
        negotiation = chosen;
    }

    void demand(Demand demand) {
        demands.add(demand);
    }

    void rootCertificate(String path) {
        rootCertificate = Optional.of(path).filter(text -> !text.isEmpty());
    }

    void certificate(String path) {
        certificate = Optional.of(path).filter(text -> !text.isEmpty());
    }

    void key(String path) {
        key = Optional.of(path).filter(text -> !text.isEmpty());
    }

    void keyPassword(String password) {
        keyPassword = Optional.of(password).filter(text -> !text.isEmpty()).map(Secret::new);
    }

    /**
     * Adds what is not among the options: the password of the key, for the driver's option prints its value, and what the
     * driver has no option for.
     *
     * @param options with the event loops, if they are not the usual ones
     */
    void complete(PostgresqlConnectionConfiguration.Builder builder, ConnectionFactoryOptions options) {
        keyPassword.ifPresent(password -> builder.sslPassword(password.value()));
        SSLMode effective = effectiveMode();
        if (effective == SSLMode.VERIFY_CA) {
            builder.sslEngineCustomizer(TlsSettings::withAnyName);
        }
        if (effective.verifyCertificate() && usesJvmStore()) {
            TrustManagerFactory store = jvmStore();
            builder.sslContextBuilderCustomizer(context -> context.trustManager(store));
        }
        if (demands.contains(Demand.CHANNEL_BINDING)) {
            Object loops = options.getValue(PostgresqlConnectionFactoryProvider.LOOP_RESOURCES);
            builder.loopResources(new BoundChannels(loops instanceof LoopResources given ? given : TcpResources.get()));
        }
    }

    private boolean usesJvmStore() {
        return rootCertificate.filter(path -> !path.equals(JVM_STORE)).isEmpty();
    }

    /** Read here, for otherwise it is read on the event loop, once a connection. */
    private static TrustManagerFactory jvmStore() {
        try {
            TrustManagerFactory store = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            store.init((KeyStore) null);
            return store;
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(
                    "the certificates of the JVM cannot be read: " + broken.getMessage(), broken);
        }
    }

    /** Netty 4.2 compares the name whenever it verifies; with {@code verify-ca} any name will do. */
    private static SSLEngine withAnyName(SSLEngine engine) {
        SSLParameters parameters = engine.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("");
        engine.setSSLParameters(parameters);
        return engine;
    }

    /** The mode that the connection gets. */
    SSLMode effectiveMode() {
        Optional<SSLMode> given = mode.or(() -> otherMode);
        SSLMode asked = given.orElseGet(this::unsetMode);
        boolean off = given.filter(SSLMode.DISABLE::equals).isPresent();
        if (demands.contains(Demand.VERIFICATION) && !off && asked != SSLMode.VERIFY_CA) {
            return SSLMode.VERIFY_FULL;
        }
        boolean raise = demands.contains(Demand.CHANNEL_BINDING) && !off && !asked.requireSsl();
        SSLMode raised = raise ? SSLMode.REQUIRE : asked;
        return raised == SSLMode.REQUIRE && rootCertificate.isPresent() ? form.requireWithRootCertificate() : raised;
    }

    private SSLMode unsetMode() {
        if (demands.contains(Demand.NO_VERIFICATION)) {
            return SSLMode.REQUIRE;
        }
        if (demands.contains(Demand.TLS)) {
            return form.modeForSslTrue();
        }
        if (rootCertificate.filter(JVM_STORE::equals).isPresent()) {
            return SSLMode.VERIFY_FULL;
        }
        return onThisMachine && form.modeUnset() == SSLMode.PREFER ? SSLMode.ALLOW : form.modeUnset();
    }

    /**
     * Checks the parameters against each other and writes the driver's options. A socket has no TLS, as for libpq. To a server on
     * this machine TLS is tried last where it is merely preferred: nobody is in between, and to load it takes longer than a query.
     */
    void settle(Draft draft) {
        onThisMachine = draft.place().hosts().stream().allMatch(HostAddress::isLoopback);
        boolean socket = draft.place().firstHost().isSocket();
        SSLMode effective = socket ? SSLMode.DISABLE : effectiveMode();
        checkChannelBinding(effective, draft);
        if (socket) {
            return;
        }
        checkCertificates(effective, draft);
        draft.option(PostgresqlConnectionFactoryProvider.SSL_MODE, effective);
        if (negotiation == SSLNegotiation.DIRECT) {
            draft.option(PostgresqlConnectionFactoryProvider.SSL_NEGOTIATION, negotiation);
        }
        rootCertificate
                .filter(path -> !path.equals(JVM_STORE))
                .ifPresent(path -> draft.option(PostgresqlConnectionFactoryProvider.SSL_ROOT_CERT, path));
        certificate.ifPresent(path -> draft.option(PostgresqlConnectionFactoryProvider.SSL_CERT, path));
        key.ifPresent(path -> draft.option(PostgresqlConnectionFactoryProvider.SSL_KEY, path));
    }

    private void checkChannelBinding(SSLMode effective, Draft draft) {
        if (demands.contains(Demand.CHANNEL_BINDING) && effective == SSLMode.DISABLE) {
            draft.problem("\"channel_binding=require\" needs TLS, and this connection has none. Use a host with"
                    + " \"sslmode=require\" or stronger, or remove \"channel_binding\".");
        }
    }

    private void checkCertificates(SSLMode effective, Draft draft) {
        if (negotiation == SSLNegotiation.DIRECT && !effective.requireSsl()) {
            draft.problem(
                    "\"sslnegotiation=direct\" needs a mode that insists on TLS. Add \"sslmode=require\" or stronger.");
        }
        if (certificate.isPresent() != key.isPresent()) {
            draft.problem(
                    "\"sslcert\" and \"sslkey\" are the client's certificate and its key: give both. The certificate of"
                            + " the authority that signed the server's goes into \"sslrootcert\".");
        }
        boolean system = rootCertificate.filter(JVM_STORE::equals).isPresent();
        if (system && effective != SSLMode.VERIFY_FULL) {
            draft.problem("\"sslrootcert=system\" needs \"sslmode=verify-full\", and the mode is " + quoted(effective)
                    + ". Use \"sslmode=verify-full\".");
        } else if (rootCertificate.isPresent() && !effective.verifyCertificate()) {
            draft.notice("\"sslrootcert\" is not used, because " + quoted("sslmode=" + effective)
                    + " does not verify the server. Use \"sslmode=verify-full\".");
        }
    }
}
