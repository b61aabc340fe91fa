package dev.reflux.r2dbc.doctor;

import java.time.Duration;
import java.util.Optional;

/**
 * What a server says of itself.
 *
 * @param version as it writes it, for instance {@code 18.1}
 * @param versionNumber for comparison, for instance 180001
 * @param database the name of the database
 * @param user whose rights count
 * @param inRecovery whether it is a replica, which takes no writes
 * @param readOnly whether transactions are read-only unless they say otherwise
 * @param tls version and cipher, as far as the server sees; empty without TLS. A pooler's clients are not what it sees
 * @param local whether the client is on the same machine, as far as the server sees
 * @param clockAhead how much its clock is ahead of the client's; negative if it is behind
 */
public record Server(
        String version,
        int versionNumber,
        String database,
        String user,
        boolean inRecovery,
        boolean readOnly,
        Optional<String> tls,
        boolean local,
        Duration clockAhead) {

    /** The first part of the version. */
    public int major() {
        return versionNumber / 10_000;
    }
}
