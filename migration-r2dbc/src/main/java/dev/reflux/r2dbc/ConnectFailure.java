package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import io.r2dbc.spi.R2dbcException;
import java.io.Serial;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.Locale;
import java.util.stream.Stream;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLPeerUnverifiedException;

/** Tells a database that cannot be reached yet from one that never will, and says why. */
final class ConnectFailure {

    private static final String CANNOT_CONNECT_NOW = "57P03";
    private static final String TOO_MANY_CONNECTIONS = "53300";
    private static final String PROTOCOL_VIOLATION = "08P01";

    private ConnectFailure() {}

    /** Something accepted the connection and then said nothing. */
    static final class NoAnswer extends MigrationException {

        @Serial
        private static final long serialVersionUID = 1L;

        NoAnswer(Duration waited) {
            super("The database accepted the connection and did not answer within " + seconds(waited)
                    + ".\nSee whether it is PostgreSQL that listens there, and whether it is overloaded.");
        }
    }

    /** Whether another attempt may succeed. */
    static boolean mayPass(Throwable error) {
        if (error instanceof NoAnswer) {
            return true;
        }
        if (!(error instanceof R2dbcException database) || isRefusal(error) || SecureFailure.lasts(error)) {
            return false;
        }
        String state = String.valueOf(database.getSqlState());
        return switch (state) {
            case CANNOT_CONNECT_NOW, TOO_MANY_CONNECTIONS -> true;
            case PROTOCOL_VIOLATION -> isPoolerWithoutServer(error);
            default -> state.startsWith("08") || state.startsWith("57P");
        };
    }

    /** The other side was there, and one of the two did not trust the other. */
    private static boolean isRefusal(Throwable error) {
        return causes(error)
                .anyMatch(cause -> cause instanceof CertificateException
                        || cause instanceof SSLHandshakeException
                        || cause instanceof SSLPeerUnverifiedException);
    }

    /** PgBouncer gives this state to all that it says; these pass when its server comes back. */
    private static boolean isPoolerWithoutServer(Throwable error) {
        String message = String.valueOf(error.getMessage()).toLowerCase(Locale.ROOT);
        return message.contains("server login has been failing")
                || message.contains("cannot connect to server")
                || message.contains("query_wait_timeout");
    }

    /** The error of the last attempt, after several. */
    static MigrationException lasting(Throwable error, long attempts, Duration waited) {
        return new MigrationException(
                Failures.explain(error).getMessage() + "\nTried " + attempts + " times in " + seconds(waited) + ".",
                error);
    }

    /** The first sentence about it, with what the network said. */
    static String said(Throwable error) {
        String message = String.valueOf(error.getMessage()).lines().findFirst().orElse("");
        return causes(error)
                .skip(1)
                .map(Throwable::getMessage)
                .filter(text -> text != null && !message.contains(text))
                .findFirst()
                .map(text -> message + ": " + text)
                .orElse(message);
    }

    private static Stream<Throwable> causes(Throwable error) {
        return Stream.iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20);
    }

    private static String seconds(Duration duration) {
        return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
