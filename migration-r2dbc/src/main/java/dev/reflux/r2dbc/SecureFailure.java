package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import io.r2dbc.spi.R2dbcException;
import java.security.cert.CertificateException;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLException;

/**
 * Explains why no connection came to be that is as safe as the URL or the server wants it. The driver says "cannot connect",
 * and has the reason in its causes; what the server says is in the server's language, and then it stands for itself.
 */
final class SecureFailure {

    private static final int DEEPEST = 20;

    /** The driver's own words. */
    private static final String NO_TLS = "Server support for SSL connection is disabled";

    private SecureFailure() {}

    /** The explanation, if that is what the failure is about. */
    static Optional<MigrationException> explain(R2dbcException error) {
        return refused(error)
                .or(() -> certificate(error))
                .or(() -> server(String.valueOf(error.getMessage())))
                .map(sentence -> new MigrationException(sentence, error));
    }

    /** Whether trying again would lead to the same: a certificate that is refused, no TLS, a log-in that is not bound. */
    static boolean lasts(Throwable error) {
        return refused(error).isPresent()
                || causes(error).anyMatch(CertificateException.class::isInstance)
                || String.valueOf(error.getMessage()).startsWith(NO_TLS);
    }

    /** What this library itself has refused, on the connection. */
    private static Optional<String> refused(Throwable error) {
        return causes(error)
                .filter(MigrationException.class::isInstance)
                .findFirst()
                .map(Throwable::getMessage);
    }

    private static Optional<String> certificate(Throwable error) {
        return causes(error)
                .filter(SSLException.class::isInstance)
                .findFirst()
                .map(trouble ->
                        "There is no TLS connection to the server: " + reason(String.valueOf(trouble.getMessage())));
    }

    private static String reason(String said) {
        if (said.contains("PKIX path")) {
            return "no authority that is trusted has signed its certificate.\nGive the certificate of the authority with"
                    + " \"sslrootcert=FILE\"; without it, the trust store of the JVM counts.";
        }
        if (said.contains("undefined")
                || said.contains("No subject alternative")
                || said.contains("No name matching")) {
            return "its certificate is for another name than the host in the URL.\nCorrect the host, or use"
                    + " \"sslmode=verify-ca\" if any server of this authority will do.";
        }
        return said + ".\nCheck the certificates, and that the server has TLS at this port.";
    }

    private static Optional<String> server(String said) {
        if (said.startsWith(NO_TLS)) {
            return Optional.of("The server has no TLS, and the URL asks for it.\nTurn it on in the server, or use"
                    + " \"sslmode=prefer\" if the network between is trusted.");
        }
        if (said.contains("client certificate")) {
            return Optional.of("The database refused the login: " + said
                    + ".\nGive the certificate and its key with \"sslcert=FILE\" and \"sslkey=FILE\".");
        }
        if (said.contains("pg_hba.conf")) {
            return Optional.of("The database refused the login: " + said + "."
                    + (said.endsWith("no encryption") ? "\nThe server may want TLS: add \"sslmode=require\"." : "")
                    + " The rules are in the server's pg_hba.conf.");
        }
        return Optional.empty();
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(DEEPEST);
    }
}
