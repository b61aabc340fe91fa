package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.event.MigrationEvent;
import dev.reflux.r2dbc.url.ConnectionUrl;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import dev.reflux.test.TlsServer;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.AbstractThrowableAssert;
import org.junit.jupiter.api.Test;

/** Injects servers whose TLS is not what the URL asks for, and reads what a person is told. */
@PostgresTest
class TlsFailureTest {

    private static final TlsServer ELSEWHERE = TlsServer.start("dns:db.example.com");

    /** What is said; it is said at once, for waiting would not help. */
    private static AbstractThrowableAssert<?, ? extends Throwable> failure(String url) {
        List<MigrationEvent> events = new ArrayList<>();
        Migrator migrator = Migrator.builder(ConnectionUrl.parse(url).connectionFactory())
                .migrations(History.of().migrations())
                .build();
        AbstractThrowableAssert<?, ? extends Throwable> failure = assertThatThrownBy(
                        () -> migrator.upgrade("heads").doOnNext(events::add).blockLast())
                .isInstanceOf(MigrationException.class);
        assertThat(events).hasExactlyElementsOfTypes(MigrationEvent.Failed.class);
        return failure;
    }

    private static String url(String user, String parameters) {
        return ELSEWHERE.url(user, "localhost", parameters);
    }

    @Test
    void certificateOfAnUnknownAuthority_isExplained() {
        failure(url("postgres", "sslmode=verify-full"))
                .hasMessageContaining("no authority that is trusted has signed its certificate")
                .hasMessageContaining("sslrootcert");
    }

    @Test
    void certificateForAnotherName_isExplained() {
        failure(url("postgres", "sslmode=verify-full&sslrootcert=" + ELSEWHERE.file("authority.crt")))
                .hasMessageContaining("its certificate is for another name than the host in the URL");
    }

    @Test
    void serverWithoutTls_isExplained(TestDatabase database) {
        try (CountingProxy withoutTls = CountingProxy.to(database)) {
            failure(withoutTls.url() + "?sslmode=require")
                    .hasMessageContaining("The server has no TLS, and the URL asks for it");
        }
    }

    @Test
    void serverThatWantsTlsOrACertificate_isExplained() {
        failure(url("tls_only", "sslmode=disable")).hasMessageContaining("add \"sslmode=require\"");
        failure(url("with_certificate", "sslmode=require")).hasMessageContaining("\"sslcert=FILE\"");
    }

    @Test
    void loginThatIsNotBoundToTheChannel_isExplained() {
        failure(url("trusted", "channel_binding=require"))
                .hasMessageStartingWith("The server does not bind the log-in to the TLS channel")
                .hasMessageContaining("sslmode=verify-full");
    }
}
