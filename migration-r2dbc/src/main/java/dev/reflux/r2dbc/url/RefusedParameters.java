package dev.reflux.r2dbc.url;

import static dev.reflux.r2dbc.url.KnownParameter.each;

import java.util.List;
import java.util.stream.Stream;

/** Parameters that ask for something that cannot be done here, where going on without it would be wrong. */
final class RefusedParameters {

    private static final Rule FILE =
            Rule.refused("Reflux reads no password file and no service file. Put user, password,"
                    + " host and database into the URL.");
    private static final Rule KERBEROS =
            Rule.refused("the driver has no Kerberos. Log in with a password or a certificate.");
    private static final Rule CRL = Rule.refused("the driver reads no revocation lists. Remove it.");
    private static final Rule CODE = Rule.refused("Reflux loads no class that a URL names. Remove it.");
    private static final Rule AUTHENTICATION =
            Rule.refused("the driver answers whatever authentication the server asks for."
                    + " Remove it, and use \"sslmode=verify-full\" to be sure of the server.");

    static final List<KnownParameter> ENTRIES = Stream.of(
                    each(FILE, "passfile", "service", "servicefile"),
                    each(
                            KERBEROS,
                            "krbsrvname",
                            "gsslib",
                            "gssdelegation",
                            "gssUseDefaultCreds",
                            "kerberosServerName",
                            "jaasApplicationName",
                            "jaasLogin",
                            "useSpnego",
                            "sspiServiceClass"),
                    each(CRL, "sslcrl", "sslcrldir"),
                    each(AUTHENTICATION, "require_auth", "requireAuth", "requirepeer", "scramMaxIterations"),
                    each(
                            CODE,
                            "socketFactoryArg",
                            "authenticationPluginClassName",
                            "sslfactoryarg",
                            "sslhostnameverifier",
                            "sslHostnameVerifier",
                            "sslpasswordcallback",
                            "sslContextBuilderCustomizer",
                            "connectExecutor",
                            "connectExecutorArg",
                            "extensions",
                            "loopResources"),
                    each(
                            Rule.refused(
                                    "the connection goes to a host and a port. Run the proxy of Cloud SQL and give its"
                                            + " address, or give the address of the database."),
                            "socketFactory",
                            "cloudSqlInstance"),
                    each(Rule.refused("give the address as the host."), "hostaddr"),
                    each(Rule.refused("a migration needs an ordinary session. Remove it."), "replication"),
                    each(
                            Rule.refused("the operating system chooses the local address. Remove it."),
                            "localSocketAddress"),
                    each(
                            Rule.refused("the driver takes a certificate and a key in PEM files. Use \"sslcert\" and"
                                    + " \"sslkey\"."),
                            "sslidentity"))
            .flatMap(List::stream)
            .toList();

    private RefusedParameters() {}
}
