package dev.reflux.r2dbc.url;

import static dev.reflux.revision.Sentences.quoted;

import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.postgresql.client.SSLNegotiation;
import io.r2dbc.spi.Option;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * What the parameters say of TLS, and what follows from it together (PostgreSQL manual, 34.19). A demand raises the mode or
 * is refused; nothing lowers a mode that the URL names. What the driver cannot keep to the letter becomes a notice.
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

    /** An option of the driver from version 1.1.2 on; an earlier one passes over it. */
    private static final Option<String> CHANNEL_BINDING = Option.valueOf("channelBinding");

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

    /** Not among the options, for the driver's option prints its value. */
    Optional<Secret> keyPassword() {
        return keyPassword;
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
        return rootCertificate.filter(JVM_STORE::equals).isPresent() ? SSLMode.VERIFY_FULL : form.modeUnset();
    }

    /** Checks the parameters against each other and writes the driver's options; a socket has no TLS, as for libpq. */
    void settle(Draft draft) {
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
        if (!demands.contains(Demand.CHANNEL_BINDING)) {
            return;
        }
        if (effective == SSLMode.DISABLE) {
            draft.problem("\"channel_binding=require\" needs TLS, and this connection has none. Use a host with"
                    + " \"sslmode=require\" or stronger, or remove \"channel_binding\".");
            return;
        }
        draft.option(CHANNEL_BINDING, "require");
        String remedy =
                effective == SSLMode.VERIFY_FULL ? "" : " Add \"sslmode=verify-full\" to be sure of the server.";
        draft.notice(
                "\"channel_binding=require\" is kept in part: TLS is required, and the channel is bound when the server"
                        + " offers that, but r2dbc-postgresql before 1.1.2 also accepts a server that asks for another"
                        + " authentication." + remedy);
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
