package dev.reflux.r2dbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.postgresql.PostgresqlConnectionFactory;
import io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider;
import io.r2dbc.spi.ConnectionFactories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConnectionFactoryFromUrlTest {

    private static final ConnectionUrl NEON = ConnectionUrl.parse(
            "postgresql://ann:npg_secret@ep-1-pooler.aws.neon.tech/neondb?sslmode=require&channel_binding=require"
                    + "&options=endpoint%3Dep-1&connect_timeout=10");

    @Test
    void options_givenToDiscovery_areThoseOfTheDriver() {
        assertThat(ConnectionFactories.get(NEON.options()))
                .isInstanceOf(PostgresqlConnectionFactory.class)
                .asString()
                .contains(
                        "applicationName='reflux'",
                        "autodetectExtensions='false'",
                        "connectTimeout=PT10S",
                        "database='neondb'",
                        "host='ep-1-pooler.aws.neon.tech'",
                        "port=5432",
                        "options='{options=endpoint=ep-1}'",
                        "tcpKeepAlive=true")
                .doesNotContain("npg_secret");
    }

    @Test
    void connectionFactory_severalHosts_choosesAmongThem() {
        ConnectionUrl url = ConnectionUrl.parse("postgresql://ann@a:1,b/shop?target_session_attrs=read-write");

        assertThat(url.connectionFactory())
                .asString()
                .contains("hosts=[a:1, b:5432]", "targetServerType=PRIMARY", "singleHostConfiguration=null");
    }

    @Test
    void connectionFactory_socketDirectory_usesTheSocket() {
        assertThat(ConnectionUrl.parse("host=/tmp user=ann").connectionFactory())
                .asString()
                .contains("host='null'", "socket='/tmp/.s.PGSQL.5432'");
    }

    @Test
    void options_printed_hideBothPasswords() {
        ConnectionUrl url = ConnectionUrl.parse("postgresql://ann:npg_secret@db/x?sslpassword=key_secret");

        assertThat(url.options().toString()).doesNotContain("npg_secret", "key_secret");
    }

    @Test
    void connectionFactory_additions_takePrecedence() {
        assertThat(NEON.connectionFactory(Map.of(PostgresqlConnectionFactoryProvider.FETCH_SIZE, 7)))
                .asString()
                .contains("fetchSize=7", "database='neondb'");
    }

    @Test
    void connectionFactory_missingCertificate_isRefusedWithRemedy() {
        ConnectionUrl url =
                ConnectionUrl.parse("postgresql://ann:npg_secret@db/x?sslmode=verify-full&sslrootcert=/no/such.pem");

        assertThatThrownBy(url::connectionFactory)
                .isInstanceOf(InvalidConnectionUrlException.class)
                .hasMessageStartingWith(
                        "The driver cannot use the settings of postgresql://ann@db:5432/x?sslmode=verify-full")
                .hasMessageContaining("Check the files that \"sslrootcert\"")
                .hasMessageNotContaining("npg_secret");
    }

    @Test
    void connectionFactory_fileThatIsNoCertificate_isRefusedWithRemedy(@TempDir Path directory) throws IOException {
        Path file = Files.writeString(directory.resolve("ca.pem"), "nothing");
        ConnectionUrl url = ConnectionUrl.parse("postgresql://ann@db/x?sslmode=verify-full&sslrootcert=" + file);

        assertThatThrownBy(url::connectionFactory)
                .isInstanceOf(InvalidConnectionUrlException.class)
                .hasMessageContaining("Input stream does not contain valid certificates. Check");
    }
}
