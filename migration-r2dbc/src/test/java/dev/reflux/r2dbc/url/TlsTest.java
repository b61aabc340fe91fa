package dev.reflux.r2dbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.reflux.test.TlsServer;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.R2dbcException;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Injects servers that are not what the URL asks for: without TLS, with a certificate of a stranger or for another name, or
 * asking for the password in a way that gives it away. The server is a real one, with certificates made for the test.
 */
class TlsTest {

    private static final TlsServer SERVER = TlsServer.start("dns:localhost,ip:127.0.0.1");
    private static final TlsServer ELSEWHERE = TlsServer.start("dns:db.example.com");
    private static final String CLEAR = "false";
    private static final String TLS = "true";

    private static String login(String user, String host, String parameters) {
        return login(SERVER, user, host, parameters);
    }

    /** Logs in, and returns whether the connection has TLS, as the server sees it, and whose certificate the client has. */
    private static String login(TlsServer server, String user, String host, String parameters) {
        ConnectionUrl url = ConnectionUrl.parse(server.url(user, host, files(server, parameters)));
        return Objects.requireNonNull(Mono.usingWhen(
                        url.connectionFactory().create(),
                        connection -> Flux.from(connection
                                        .createStatement("SELECT ssl::text || coalesce(' ' || client_dn, '') AS said"
                                                + " FROM pg_stat_ssl WHERE pid = pg_backend_pid()")
                                        .execute())
                                .concatMap(result -> result.map((row, metadata) -> row.get(0, String.class)))
                                .single(),
                        Connection::close)
                .block(Duration.ofMinutes(1)));
    }

    private static String files(TlsServer server, String parameters) {
        return parameters.replaceAll("@(\\w+\\.\\w+)", server.file("$1").toString());
    }

    private static void refused(String user, String host, String parameters, String reason) {
        assertThatThrownBy(() -> login(user, host, parameters)).hasStackTraceContaining(reason);
    }

    @ParameterizedTest
    @CsvSource({
        "disable, clear_only, " + CLEAR,
        "disable, postgres, " + CLEAR,
        "allow, clear_only, " + CLEAR,
        "allow, tls_only, " + TLS,
        "prefer, tls_only, " + TLS,
        "prefer, clear_only, " + CLEAR,
        "prefer, postgres, " + TLS,
        "require, postgres, " + TLS,
    })
    void mode_withoutVerification_givesTheConnectionThatItSays(String mode, String user, String expected) {
        assertThat(login(user, "localhost", "sslmode=" + mode)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"tls_only, " + TLS, "clear_only, " + CLEAR, "postgres, " + CLEAR})
    void noMode_onThisMachine_triesTlsLast(String user, String expected) {
        assertThat(login(user, "localhost", "")).isEqualTo(expected);
    }

    @Test
    void mode_thatCannotBeHad_isRefused() {
        refused("tls_only", "localhost", "sslmode=disable", "pg_hba.conf rejects");
        refused("clear_only", "localhost", "sslmode=require", "pg_hba.conf rejects");
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void verification_ofTheRightServer_succeeds(String host) {
        for (String mode : List.of("require", "verify-ca", "verify-full")) {
            assertThat(login("postgres", host, "sslmode=" + mode + "&sslrootcert=@authority.crt"))
                    .as(mode)
                    .isEqualTo(TLS);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"localhost", "127.0.0.1"})
    void certificateForAnotherName_isRefusedByFullVerificationAlone(String host) {
        String authority = "&sslrootcert=@authority.crt";

        assertThat(login(ELSEWHERE, "postgres", host, "sslmode=require")).isEqualTo(TLS);
        assertThat(login(ELSEWHERE, "postgres", host, "sslmode=verify-ca" + authority))
                .isEqualTo(TLS);
        assertThatThrownBy(() -> login(ELSEWHERE, "postgres", host, "sslmode=verify-full" + authority))
                .hasStackTraceContaining(host);
        assumeTrue(ELSEWHERE.majorVersion() >= 17, "PostgreSQL before 17 has no direct TLS");
        assertThatThrownBy(() ->
                        login(ELSEWHERE, "postgres", host, "sslnegotiation=direct&sslmode=verify-full" + authority))
                .hasStackTraceContaining(host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"verify-ca", "verify-full", "require"})
    void certificateOfAStranger_isRefused(String mode) {
        refused("postgres", "localhost", "sslmode=" + mode + "&sslrootcert=@stranger.crt", "PKIX path");
    }

    @ParameterizedTest
    @ValueSource(strings = {"sslmode=verify-full", "sslmode=verify-ca", "sslrootcert=system"})
    void withoutARootCertificate_theStoreOfTheJvmDecides(String parameters) {
        refused("postgres", "localhost", parameters, "PKIX path");
    }

    @Test
    void certificateOfTheClient_logsIn() {
        String certificate = "&sslcert=@client.crt&sslkey=@client.key";

        assertThat(login("with_certificate", "localhost", "sslmode=require" + certificate))
                .isEqualTo(TLS + " /CN=with_certificate");
        refused("with_certificate", "localhost", "sslmode=require", "certificate");
    }

    @Test
    void directTls_needsNoQuestionBefore() {
        assumeTrue(SERVER.majorVersion() >= 17, "PostgreSQL before 17 has no direct TLS");

        assertThat(login(
                        "postgres",
                        "localhost",
                        "sslmode=verify-full&sslrootcert=@authority.crt&sslnegotiation=direct"))
                .isEqualTo(TLS);
    }

    @Test
    void channelBinding_withScram_isHad() {
        assertThat(login("postgres", "localhost", "channel_binding=require")).isEqualTo(TLS);
        assertThat(login(
                        "tls_only",
                        "localhost",
                        "sslmode=verify-full&sslrootcert=@authority.crt&channel_binding=require"))
                .isEqualTo(TLS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"md5_user", "sends_password", "trusted"})
    void channelBinding_withAnotherAuthentication_isRefusedBeforeThePasswordIsSent(String user) {
        assertThat(login(user, "localhost", "sslmode=require")).isEqualTo(TLS);

        refused(user, "localhost", "sslmode=require&channel_binding=require", "channel_binding=require");
    }

    @Test
    void hello_namesTheHost_unlessTheUrlForbidsIt() {
        assertThat(hello("localhost", "sslmode=require")).contains("localhost");
        assertThat(hello("localhost", "sslmode=require&sslsni=0")).doesNotContain("localhost");
        assertThat(hello("localhost", "sslmode=require&sslnegotiation=direct")).contains("localhost", "postgresql");
    }

    /** What a client says first over TLS, before anything is encrypted; what listens is no server, and hangs up then. */
    private static String hello(String host, String parameters) {
        try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            CompletableFuture<String> hello = CompletableFuture.supplyAsync(() -> hello(listener));
            String url = "postgresql://ann:pw@%s:%d/shop?%s".formatted(host, listener.getLocalPort(), parameters);
            assertThatThrownBy(() -> Mono.from(
                                    ConnectionUrl.parse(url).connectionFactory().create())
                            .block(Duration.ofMinutes(1)))
                    .isInstanceOf(R2dbcException.class);
            return hello.join();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hello(ServerSocket listener) {
        try (Socket client = listener.accept()) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            byte[] header = in.readNBytes(5);
            if (header[0] == 0) { // not TLS yet, but the question for it
                in.readNBytes(3);
                client.getOutputStream().write('S');
                header = in.readNBytes(5);
            }
            int length = ((header[3] & 0xFF) << 8) | (header[4] & 0xFF);
            return new String(in.readNBytes(length), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
