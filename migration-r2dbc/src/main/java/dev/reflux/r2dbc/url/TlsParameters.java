package dev.reflux.r2dbc.url;

import static dev.reflux.r2dbc.url.KnownParameter.named;

import dev.reflux.r2dbc.url.TlsSettings.Demand;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.postgresql.client.SSLMode;
import io.r2dbc.postgresql.client.SSLNegotiation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

/** TLS and authentication. What weakens nothing is accepted; what the driver cannot keep is refused. */
final class TlsParameters {

    private static final Map<String, SSLMode> MODES = Map.of(
            "disable", SSLMode.DISABLE,
            "allow", SSLMode.ALLOW,
            "prefer", SSLMode.PREFER,
            "require", SSLMode.REQUIRE,
            "verify-ca", SSLMode.VERIFY_CA,
            "verify-full", SSLMode.VERIFY_FULL);

    private static final Map<String, SSLNegotiation> NEGOTIATIONS =
            Map.of("postgres", SSLNegotiation.POSTGRES, "direct", SSLNegotiation.DIRECT);

    private static final Map<String, Consumer<Draft>> CHANNEL_BINDING = Map.of(
            "disable", TlsParameters::nothing,
            "prefer", TlsParameters::nothing,
            "require", draft -> draft.tls().demand(Demand.CHANNEL_BINDING));

    private static final Map<String, Consumer<Draft>> ACCEPTANCE = Map.of(
            "strict", draft -> draft.tls().demand(Demand.VERIFICATION), "accept_invalid_certs", TlsParameters::nothing);

    private static final Map<String, Consumer<Draft>> FACTORIES = Map.of(
            "org.postgresql.ssl.NonValidatingFactory", draft -> draft.tls().demand(Demand.NO_VERIFICATION),
            "org.postgresql.ssl.DefaultJavaSSLFactory", TlsParameters::nothing,
            "org.postgresql.ssl.LibPQFactory", TlsParameters::nothing);

    static final List<KnownParameter> ENTRIES = List.of(
            named(Rule.choice(MODES, (draft, mode) -> draft.tls().mode(mode)), "sslmode", "sslMode"),
            named(Rule.choice(ssl(), TlsParameters::run), "ssl"),
            named(Rule.choice(ACCEPTANCE, TlsParameters::run), "sslaccept"),
            named(Rule.choice(FACTORIES, TlsParameters::run), "sslfactory"),
            named(
                    Rule.choice(NEGOTIATIONS, (draft, way) -> draft.tls().negotiation(way)),
                    "sslnegotiation",
                    "sslNegotiation"),
            named((parameter, draft) -> draft.tls().rootCertificate(parameter.value()), "sslrootcert", "sslRootCert"),
            named((parameter, draft) -> draft.tls().certificate(parameter.value()), "sslcert", "sslCert"),
            named((parameter, draft) -> draft.tls().key(parameter.value()), "sslkey", "sslKey"),
            named((parameter, draft) -> draft.tls().keyPassword(parameter.value()), "sslpassword", "sslPassword"),
            named(Rule.flag(PostgresqlConnectionFactoryProvider.SSL_SNI), "sslsni", "sslSni"),
            named(Rule.choice(CHANNEL_BINDING, TlsParameters::run), "channel_binding", "channelBinding"),
            named(
                    Rule.refusedUnless(
                            Set.of("disable", "allow", "prefer", ""),
                            "the driver has no Kerberos. Use \"disable\", and TLS with \"sslmode=require\"."),
                    "gssencmode",
                    "gssEncMode"),
            named(
                    Rule.refusedUnless(
                            Set.of("TLSv1", "TLSv1.1", "TLSv1.2", ""),
                            "the versions of TLS are those of the JVM. Set its property \"jdk.tls.client.protocols\"."),
                    "ssl_min_protocol_version"),
            named(
                    Rule.refusedUnless(Set.of("TLSv1.3", ""), "the versions of TLS are those of the JVM. Remove it."),
                    "ssl_max_protocol_version"),
            named(
                    Rule.refusedUnless(
                            Set.of("allow", ""), "the driver sends a certificate if there is one. Remove it."),
                    "sslcertmode"),
            named(Rule.refusedUnless(Set.of("0", ""), "TLS is never compressed. Remove it."), "sslcompression"));

    private TlsParameters() {}

    /** {@code ssl} is true or false to pgjdbc and the driver; to asyncpg it is a mode. */
    private static Map<String, Consumer<Draft>> ssl() {
        Map<String, Consumer<Draft>> choices = new HashMap<>();
        MODES.forEach((name, mode) -> choices.put(name, draft -> draft.tls().modeUnlessGiven(mode)));
        choices.put("true", draft -> draft.tls().demand(Demand.TLS));
        choices.put("", draft -> draft.tls().demand(Demand.TLS));
        choices.put("false", TlsParameters::nothing);
        return Map.copyOf(choices);
    }

    private static void run(Draft draft, Consumer<Draft> effect) {
        effect.accept(draft);
    }

    private static void nothing(Draft draft) {
        // What is asked for is what happens anyway.
    }
}
