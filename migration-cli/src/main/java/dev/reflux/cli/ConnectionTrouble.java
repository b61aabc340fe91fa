package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.MigrationFailedException;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.r2dbc.url.LocatedUrl;
import io.r2dbc.spi.R2dbcException;
import java.net.ConnectException;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Explains why there is no connection: what was tried, and where the URL came from.
 *
 * @param located the URL that was used
 */
record ConnectionTrouble(LocatedUrl located) {

    /** The error with what a person has to know about the URL, if the connection is what failed; else the error itself. */
    MigrationException explained(MigrationException error) {
        boolean ofConnection =
                error.getCause() instanceof R2dbcException && !(error instanceof MigrationFailedException);
        if (!ofConnection) {
            return error;
        }
        String reason = nobodyThere(error).orElseGet(() -> String.valueOf(error.getMessage()));
        return new MigrationException(
                reason + "\nThe URL was " + located.url().redacted() + ", from " + located.origin() + ".", error);
    }

    private Optional<String> nobodyThere(Throwable error) {
        ConnectionUrl url = located.url();
        if (hasCause(error, UnknownHostException.class)) {
            return Optional.of(
                    "There is no host " + quoted(url.host()) + ". Correct the name of the host, or the network.");
        }
        if (hasCause(error, ConnectException.class)) {
            return Optional.of("Nothing answers at " + url.host() + ", port " + url.port()
                    + ". Start PostgreSQL there, or correct host and port.");
        }
        return Optional.empty();
    }

    private static boolean hasCause(Throwable error, Class<? extends Throwable> type) {
        return Stream.<Throwable>iterate(error, cause -> cause != null, Throwable::getCause)
                .limit(20)
                .anyMatch(type::isInstance);
    }
}
