package dev.reflux.test;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/**
 * An embedded PostgreSQL that has TLS, with certificates made for it; it ends with this JVM.
 *
 * <p>Besides its administrator it has roles that may log in in one way each: {@code tls_only}, {@code clear_only}, {@code with_certificate},
 * {@code md5_user}, {@code sends_password} and {@code trusted}; each password is that of the administrator.
 */
public final class TlsServer {

    private static final String RULES = """
            local     all  all              trust
            hostnossl all  tls_only         all  reject
            hostssl   all  clear_only       all  reject
            hostssl   all  with_certificate all  cert
            hostssl   all  md5_user         all  md5
            hostssl   all  sends_password   all  password
            hostssl   all  trusted          all  trust
            host      all  all              all  scram-sha-256
            """;

    private static final String ROLES = """
            SET password_encryption = 'scram-sha-256';
            CREATE ROLE tls_only LOGIN PASSWORD '%1$s'; CREATE ROLE clear_only LOGIN PASSWORD '%1$s';
            CREATE ROLE sends_password LOGIN PASSWORD '%1$s'; CREATE ROLE trusted LOGIN;
            CREATE ROLE with_certificate LOGIN;
            SET password_encryption = 'md5';
            CREATE ROLE md5_user LOGIN PASSWORD '%1$s'""";

    private final PostgresServer server;
    private final Path directory;

    private TlsServer(PostgresServer server, Path directory) {
        this.server = server;
        this.directory = directory;
    }

    /**
     * Starts one, which takes seconds.
     *
     * @param names what its certificate is for, for instance {@code dns:localhost,ip:127.0.0.1}
     */
    public static TlsServer start(String names) {
        try {
            Path directory = Files.createTempDirectory("reflux-tls");
            Certificates certificates = Certificates.in(directory);
            certificates.authority("authority");
            certificates.authority("stranger");
            certificates.signed("server", "authority", "server", "-ext", "san=" + names);
            certificates.signed("client", "authority", "with_certificate");
            certificates.certificate("stranger");
            certificates.certificate("client");
            certificates.key("client");
            PostgresServer server = EmbeddedServer.start(
                    "embedded with TLS",
                    Map.of(
                            "ssl", "on",
                            "ssl_cert_file", certificates.certificate("server").toString(),
                            "ssl_key_file", certificates.key("server").toString(),
                            "ssl_ca_file", certificates.certificate("authority").toString(),
                            "hba_file",
                                    Files.writeString(directory.resolve("hba"), RULES)
                                            .toString()));
            new BlockingClient(server.administration())
                    .execute(ROLES.formatted(server.address().password()));
            return new TlsServer(server, directory);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A URL of the server.
     *
     * @param user with the password, which some of them do not need
     * @param host {@code localhost} or {@code 127.0.0.1}
     * @param parameters what follows the question mark
     */
    public String url(String user, String host, String parameters) {
        DatabaseAddress address = server.address();
        return "postgresql://%s:%s@%s:%d/postgres?%s"
                .formatted(user, address.password(), host, address.port(), parameters);
    }

    /** A file: {@code authority.crt}, {@code stranger.crt}, {@code client.crt}, {@code client.key}, {@code server.crt}. */
    public Path file(String name) {
        return directory.resolve(name);
    }

    /** The password of every role. */
    public String password() {
        return server.address().password();
    }

    /** The major version, for example 18. */
    public int majorVersion() {
        return server.majorVersion();
    }
}
