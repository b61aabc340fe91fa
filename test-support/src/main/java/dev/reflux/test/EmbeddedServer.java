package dev.reflux.test;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.File;
import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** An embedded PostgreSQL, which ends with this JVM. */
final class EmbeddedServer {

    private static final String PASSWORD = "postgres";
    private static final Duration START = Duration.ofMinutes(1);

    /**
     * Reads until this JVM has died in whatever manner, then stops the server and removes its files. After an orderly
     * end both are gone already: this is for a JVM that was killed, whose shutdown hooks did not run.
     */
    private static final String GUARD = """
            trap '' INT HUP
            cat
            read -r pid < "$0/postmaster.pid" && kill -QUIT "$pid" && while kill -0 "$pid"; do sleep 0.1; done
            rm -rf "$0"
            """;

    private EmbeddedServer() {}

    static PostgresServer start(String origin) throws IOException {
        return start(origin, Map.of());
    }

    /** The same with more settings of the server. */
    static PostgresServer start(String origin, Map<String, String> more) throws IOException {
        Path passwordFile = Files.writeString(Files.createTempFile("reflux", "password"), PASSWORD);
        Path data = Files.createTempDirectory("reflux-postgres");
        EmbeddedPostgres.Builder builder = settings(EmbeddedPostgres.builder(), passwordFile)
                .setDataDirectory(data)
                .setPGStartupWait(START);
        more.forEach(builder::setServerConfig);
        EmbeddedPostgres server = builder.start();
        Files.delete(passwordFile);
        if (File.separatorChar == '/') {
            guard(data);
        }
        DatabaseAddress address = DatabaseAddress.of("127.0.0.1", server.getPort(), "postgres", PASSWORD);
        return PostgresServer.connect(address, address.connectionFactory(), origin);
    }

    /**
     * Clients over TCP have to know the password, as everywhere. What comes as a "locale" is simply an option of
     * initdb. The data outlive no test, so they need not be flushed to disk; nothing else differs from a server in
     * production.
     */
    private static EmbeddedPostgres.Builder settings(EmbeddedPostgres.Builder builder, Path passwordFile) {
        return builder.setLocaleConfig("locale", "C")
                .setLocaleConfig("auth-host", "scram-sha-256")
                .setLocaleConfig("pwfile", passwordFile.toString())
                .setConnectConfig("password", PASSWORD)
                .setServerConfig("fsync", "off")
                .setServerConfig("max_connections", "200")
                .setOutputRedirector(Redirect.DISCARD)
                .setErrorRedirector(Redirect.DISCARD);
    }

    private static void guard(Path data) throws IOException {
        new ProcessBuilder("sh", "-c", GUARD, data.toString())
                .redirectOutput(Redirect.DISCARD)
                .redirectError(Redirect.DISCARD)
                .start();
    }
}
