package dev.reflux.r2dbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactoryOptions;
import io.r2dbc.spi.Option;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ConnectionUrlParametersTest {

    private static final String LIBPQ = "postgresql://ann:pw@db/shop?";
    private static final String JDBC = "jdbc:postgresql://db/shop?user=ann&password=pw&";
    private static final String R2DBC = "r2dbc:postgresql://ann:pw@db/shop?";

    /** An option of the driver and its text; {@code -} means that it is not set. */
    record Case(String url, String option, String value) {
        static Case of(String url, String option, String value) {
            return new Case(url, option, value);
        }

        @Override
        public String toString() {
            return url + " " + option;
        }
    }

    static Stream<Case> tls() {
        return Stream.of(
                Case.of(LIBPQ, "sslMode", "prefer"),
                Case.of(JDBC, "sslMode", "prefer"),
                Case.of(R2DBC, "sslMode", "disable"),
                Case.of("host=db user=ann", "sslMode", "prefer"),
                Case.of("user=ann", "sslMode", "allow"),
                Case.of("postgresql://ann@localhost", "sslMode", "allow"),
                Case.of("jdbc:postgresql://127.0.0.1/shop?user=ann", "sslMode", "allow"),
                Case.of("postgresql://ann@[::1]", "sslMode", "allow"),
                Case.of("postgresql://ann@localhost?sslmode=prefer", "sslMode", "prefer"),
                Case.of("postgresql://ann@127.0.0.1.example.com", "sslMode", "prefer"),
                Case.of("r2dbc:postgresql://ann@localhost", "sslMode", "disable"),
                Case.of("postgresql://ann@localhost?channel_binding=require", "sslMode", "require"),
                Case.of("r2dbcs:postgresql://ann@db", "sslMode", "verify-full"),
                Case.of("r2dbcs:postgresql://ann@db?sslMode=require", "sslMode", "require"),
                Case.of(LIBPQ + "sslmode=disable", "sslMode", "disable"),
                Case.of(LIBPQ + "sslmode=allow", "sslMode", "allow"),
                Case.of(LIBPQ + "sslmode=verify-ca", "sslMode", "verify-ca"),
                Case.of(R2DBC + "sslMode=verify-full", "sslMode", "verify-full"),
                Case.of(LIBPQ + "ssl=true", "sslMode", "require"),
                Case.of(JDBC + "ssl=true", "sslMode", "verify-full"),
                Case.of(JDBC + "ssl", "sslMode", "verify-full"),
                Case.of(R2DBC + "ssl=true", "sslMode", "verify-full"),
                Case.of(JDBC + "ssl=true&sslmode=require", "sslMode", "require"),
                Case.of(JDBC + "ssl=true&sslfactory=org.postgresql.ssl.NonValidatingFactory", "sslMode", "require"),
                Case.of("postgresql+asyncpg://ann@db?ssl=verify-full", "sslMode", "verify-full"),
                Case.of("postgresql+asyncpg://ann@db?sslmode=require&ssl=allow", "sslMode", "require"),
                Case.of(LIBPQ + "sslmode=require&sslrootcert=/ca.pem", "sslMode", "verify-ca"),
                Case.of(JDBC + "sslmode=require&sslrootcert=/ca.pem", "sslMode", "require"),
                Case.of(LIBPQ + "sslrootcert=/ca.pem", "sslRootCert", "/ca.pem"),
                Case.of(LIBPQ + "sslrootcert=system", "sslRootCert", "-"),
                Case.of(LIBPQ + "sslrootcert=system", "sslMode", "verify-full"),
                Case.of(LIBPQ + "sslcert=/c.pem&sslkey=/k.pem", "sslCert", "/c.pem"),
                Case.of(LIBPQ + "sslcert=/c.pem&sslkey=/k.pem", "sslKey", "/k.pem"),
                Case.of(LIBPQ + "sslpassword=kw", "sslPassword", "-"),
                Case.of(LIBPQ + "sslsni=0", "sslSni", "false"),
                Case.of(LIBPQ + "sslmode=require&sslnegotiation=direct", "sslNegotiation", "DIRECT"),
                Case.of(LIBPQ + "sslnegotiation=postgres", "sslNegotiation", "-"),
                Case.of(LIBPQ + "channel_binding=require", "sslMode", "require"),
                Case.of(R2DBC + "channelBinding=require", "sslMode", "require"),
                Case.of(LIBPQ + "channel_binding=require&sslmode=verify-full", "sslMode", "verify-full"),
                Case.of(LIBPQ + "sslmode=require&sslaccept=strict", "sslMode", "verify-full"),
                Case.of(LIBPQ + "sslmode=require&sslaccept=accept_invalid_certs", "sslMode", "require"),
                Case.of(
                        LIBPQ + "gssencmode=disable&sslcompression=0&ssl_min_protocol_version=TLSv1.2",
                        "sslMode",
                        "prefer"));
    }

    static Stream<Case> place() {
        return Stream.of(
                Case.of(LIBPQ, "protocol", "-"),
                Case.of(LIBPQ, "host", "db"),
                Case.of(LIBPQ, "port", "5432"),
                Case.of("postgresql://ann@a:1,b/shop", "protocol", "failover"),
                Case.of("postgresql://ann@a:1,b/shop", "host", "a:1,b:5432"),
                Case.of("postgresql://ann@a:1,b/shop", "port", "-"),
                Case.of("postgresql://ann@a:1,b/shop", "targetServerType", "ANY"),
                Case.of("r2dbc:postgresql:failover://ann@a/shop", "protocol", "failover"),
                Case.of(LIBPQ + "target_session_attrs=any", "protocol", "-"),
                Case.of(LIBPQ + "target_session_attrs=read-write", "protocol", "failover"),
                Case.of(LIBPQ + "target_session_attrs=read-write", "targetServerType", "PRIMARY"),
                Case.of(LIBPQ + "target_session_attrs=primary", "targetServerType", "PRIMARY"),
                Case.of(LIBPQ + "target_session_attrs=standby", "targetServerType", "SECONDARY"),
                Case.of(LIBPQ + "target_session_attrs=read-only", "targetServerType", "SECONDARY"),
                Case.of(LIBPQ + "target_session_attrs=prefer-standby", "targetServerType", "PREFER_SECONDARY"),
                Case.of(JDBC + "targetServerType=master", "targetServerType", "PRIMARY"),
                Case.of(JDBC + "targetServerType=preferSlave", "targetServerType", "PREFER_SECONDARY"),
                Case.of("postgresql://ann@a,b/shop?load_balance_hosts=random", "loadBalanceHosts", "true"),
                Case.of("jdbc:postgresql://a,b/shop?user=ann&loadBalanceHosts=true", "loadBalanceHosts", "true"),
                Case.of("jdbc:postgresql://a,b/shop?user=ann&hostRecheckSeconds=7", "hostRecheckTime", "PT7S"),
                Case.of("host=a,b port=1,2 user=ann", "host", "a:1,b:2"),
                Case.of("host=a,b port=7 user=ann", "host", "a:7,b:7"),
                Case.of(
                        "postgresql://ann@%2Fvar%2Frun%2Fpostgresql/shop",
                        "socket", "/var/run/postgresql/.s.PGSQL.5432"),
                Case.of("host=/tmp port=5433 user=ann", "socket", "/tmp/.s.PGSQL.5433"),
                Case.of("host=/tmp port=5433 user=ann sslmode=require", "sslMode", "-"),
                Case.of("host=/tmp user=ann", "host", "-"),
                Case.of(R2DBC + "socket=/tmp/.s.PGSQL.5434", "socket", "/tmp/.s.PGSQL.5434"),
                Case.of(LIBPQ + "connect_timeout=10", "connectTimeout", "PT10S"),
                Case.of(LIBPQ + "connect_timeout=0", "connectTimeout", "PT0S"),
                Case.of(LIBPQ + "connect_timeout=-1", "connectTimeout", "PT0S"),
                Case.of(JDBC + "connectTimeout=10", "connectTimeout", "PT10S"),
                Case.of(JDBC + "loginTimeout=7", "connectTimeout", "PT7S"),
                Case.of(JDBC + "loginTimeout=7&connectTimeout=3", "connectTimeout", "PT3S"),
                Case.of(JDBC + "connectTimeout=3&loginTimeout=7", "connectTimeout", "PT3S"),
                Case.of(R2DBC + "connectTimeout=PT10S", "connectTimeout", "PT10S"),
                Case.of(R2DBC + "connectTimeout=10s", "connectTimeout", "PT10S"),
                Case.of(R2DBC + "connectTimeout=1500", "connectTimeout", "PT1.5S"),
                Case.of(LIBPQ, "tcpKeepAlive", "true"),
                Case.of(LIBPQ + "keepalives=0", "tcpKeepAlive", "false"),
                Case.of(JDBC + "tcpKeepAlive=false", "tcpKeepAlive", "false"),
                Case.of(R2DBC + "tcpNoDelay=false", "tcpNoDelay", "false"));
    }

    static Stream<Case> session() {
        return Stream.of(
                Case.of(LIBPQ, "driver", "postgresql"),
                Case.of(LIBPQ, "preparedStatementCacheQueries", "0"),
                Case.of(R2DBC + "preparedStatementCacheQueries=256", "preparedStatementCacheQueries", "0"),
                Case.of(R2DBC + "autodetectExtensions=true", "autodetectExtensions", "false"),
                Case.of(LIBPQ, "options", "-"),
                Case.of(LIBPQ, "statementTimeout", "-"),
                Case.of(LIBPQ, "lockWaitTimeout", "-"),
                Case.of(LIBPQ, "schema", "-"),
                Case.of(LIBPQ, "applicationName", "reflux"),
                Case.of(LIBPQ + "application_name=", "applicationName", "reflux"),
                Case.of(LIBPQ + "application_name=my+app%20x", "applicationName", "my+app x"),
                Case.of(JDBC + "ApplicationName=app", "applicationName", "app"),
                Case.of(LIBPQ + "fallback_application_name=f", "applicationName", "f"),
                Case.of(LIBPQ + "fallback_application_name=f&application_name=a", "applicationName", "a"),
                Case.of(LIBPQ + "options=endpoint%3Dep-1", "options", "{options=endpoint=ep-1}"),
                Case.of(LIBPQ + "options=endpoint=ep-1", "options", "{options=endpoint=ep-1}"),
                Case.of(LIBPQ + "options=-c%20a=b%20-c%20c=d", "options", "{options=-c a=b -c c=d}"),
                Case.of(LIBPQ + "options=", "options", "-"),
                Case.of(R2DBC + "options=lock_timeout=5s", "options", "{lock_timeout=5s}"),
                Case.of(R2DBC + "options=-c%20a=b", "options", "{options=-c a=b}"),
                Case.of(R2DBC + "options=endpoint%3Dep-1", "options", "{options=endpoint=ep-1}"),
                Case.of(R2DBC + "statementTimeout=PT5S", "options", "{statement_timeout=5000}"),
                Case.of(R2DBC + "lockWaitTimeout=3s", "options", "{lock_timeout=3000}"),
                Case.of(LIBPQ + "statement_timeout=5min", "options", "{statement_timeout=5min}"),
                Case.of(LIBPQ + "search_path=a,b", "options", "{search_path=a,b}"),
                Case.of(JDBC + "currentSchema=app", "options", "{search_path=app}"),
                Case.of(LIBPQ + "schema=public", "options", "{search_path=public}"),
                Case.of(LIBPQ + "schema=public&pgbouncer=true", "options", "-"),
                Case.of("postgresql:///x?schema=public&user=ann&host=a-pooler.b", "options", "-"),
                Case.of(LIBPQ + "schema=app&pgbouncer=true", "options", "{search_path=app}"),
                Case.of(LIBPQ + "timezone=Europe/Berlin&client_encoding=UTF8", "timeZone", "Europe/Berlin"));
    }

    @ParameterizedTest
    @MethodSource({"tls", "place", "session"})
    void options_parameter_isTranslated(Case given) {
        ConnectionFactoryOptions options = ConnectionUrl.parse(given.url()).options();

        Object value = options.getValue(Option.valueOf(given.option()));
        String text = value instanceof java.util.TimeZone zone ? zone.getID() : Objects.toString(value, "-");
        assertThat(text).isEqualTo(given.value());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ssmode=require | There is no parameter \"ssmode\". Did you mean \"sslmode\"?",
                "SSLMODE2=x | There is no parameter \"SSLMODE2\".",
                "foo%0Abar=x | There is no parameter \"foo?bar\". Remove it",
                "sslmode=requre | \"sslmode\" cannot be \"requre\". Use \"allow\", \"disable\", \"prefer\", \"require\","
                        + " \"verify-ca\" or \"verify-full\". Did you mean \"require\"?",
                "sslmode | \"sslmode\" cannot be \"\".",
                "sslmode=require&sslmode=require | The parameter \"sslmode\" is given twice. Keep one.",
                "sslmode=require&sslMode=require | The parameter \"sslMode\" repeats \"sslmode\". Keep one.",
                "connect_timeout=soon | \"connect_timeout\" cannot be \"soon\". Use a time that is at most 24 days",
                "connect_timeout=9999999999 | Use a time that is at most 24 days",
                "target_session_attrs=master | \"target_session_attrs\" cannot be \"master\".",
                "targetServerType=preferPrimary | \"targetServerType\" cannot be \"preferPrimary\".",
                "channel_binding=always | \"channel_binding\" cannot be \"always\".",
                "channel_binding=require&sslmode=disable | \"channel_binding=require\" needs TLS",
                "channel_binding=require&host=/tmp | \"channel_binding=require\" needs TLS",
                "sslnegotiation=direct | \"sslnegotiation=direct\" needs a mode that insists on TLS",
                "sslnegotiation=direct&sslmode=prefer | \"sslnegotiation=direct\" needs a mode that insists on TLS",
                "sslrootcert=system&sslmode=require | \"sslrootcert=system\" needs \"sslmode=verify-full\"",
                "sslcert=/ca.pem | \"sslcert\" and \"sslkey\" are the client's certificate and its key: give both.",
                "sslcrl=/x | \"sslcrl\" cannot be used: the driver reads no revocation lists.",
                "gssencmode=require | \"gssencmode\" cannot be used: the driver has no Kerberos.",
                "krbsrvname=postgres | \"krbsrvname\" cannot be used: the driver has no Kerberos.",
                "passfile=/home/ann/.pgpass | \"passfile\" cannot be used: Reflux reads no password file",
                "service=prod | \"service\" cannot be used: Reflux reads no password file and no service file.",
                "replication=database | \"replication\" cannot be used: a migration needs an ordinary session.",
                "hostaddr=10.0.0.1 | \"hostaddr\" cannot be used: give the address as the host.",
                "client_encoding=LATIN1 | \"client_encoding\" cannot be \"LATIN1\". The driver speaks UTF-8 only",
                "timezone=Mars/Olympus | \"timezone\" cannot be \"Mars/Olympus\".",
                "require_auth=scram-sha-256 | \"require_auth\" cannot be used",
                "socketFactory=com.google.cloud.sql.postgres.SocketFactory | Run the proxy of Cloud SQL",
                "sslfactory=com.example.Evil | \"sslfactory\" cannot be \"com.example.Evil\".",
                "readOnly=true | \"readOnly\" cannot be used: a migration writes.",
                "tcpKeepAlive=perhaps | \"tcpKeepAlive\" cannot be \"perhaps\". Use \"true\" or \"false\".",
                "search_path=a&schema=b | The setting \"search_path\" is given twice."
            })
    void parse_badParameter_isNamedWithRemedy(String parameters, String expected) {
        String base = parameters.contains("host=/") ? "postgresql://ann:pw@/shop?" : LIBPQ;

        assertThatThrownBy(() -> ConnectionUrl.parse(base + parameters))
                .isInstanceOf(InvalidConnectionUrlException.class)
                .hasMessageContaining(expected);
    }

    @Test
    void parse_severalProblems_listsThemAll() {
        assertThatThrownBy(() -> ConnectionUrl.parse("postgresql://db/shop?ssmode=x&sslcrl=y&connect_timeout=z"))
                .isInstanceOfSatisfying(InvalidConnectionUrlException.class, invalid -> {
                    assertThat(invalid.problems()).hasSize(4);
                    assertThat(invalid).hasMessage("""
                            The connection URL has 4 problems:
                              "sslcrl" cannot be used: the driver reads no revocation lists. Remove it.
                              "connect_timeout" cannot be "z". Use a time that is at most 24 days: "10" is ten seconds, "0" waits without end.
                              The connection URL names no user. Add one: postgresql://user:password@host:5432/database.
                              One of the parameters is unknown. Did you mean "sslmode"?""");
                });
    }

    @Test
    void notices_neonUrl_areNone() {
        ConnectionUrl url = ConnectionUrl.parse("postgresql://neondb_owner:npg_secret@ep-cool-darkness-123456-pooler"
                + ".us-east-2.aws.neon.tech/neondb?sslmode=require&channel_binding=require");

        assertThat(url.notices()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "r2dbc:pool:postgresql://ann@db?initialSize=2&maxSize=5"
                        + " | Not used: \"initialSize\" and \"maxSize\", because Reflux opens one dedicated connection.",
                "postgresql://ann@db?prepareThreshold=0"
                        + " | Not used: \"prepareThreshold\", because Reflux keeps no prepared statements.",
                "postgresql://ann@db?keepalives_idle=30&tcp_user_timeout=9"
                        + " | Not used: \"keepalives_idle\" and \"tcp_user_timeout\", because the operating system decides it.",
                "jdbc:postgresql://db/x?user=ann&socketTimeout=30"
                        + " | Not used: \"socketTimeout\", because a migration may take longer than a query of an application.",
                "postgresql://ann@db?pgbouncer=true&schema=public | Not used: \"schema\", because the host is a pooler, which"
                        + " refuses a search path; \"public\" is the server's default.",
                "postgresql://ann@a-pooler.b?options=-c%20x.y=z | The host looks like a pooler, and a pooler may refuse what"
                        + " the URL sets for the session: \"options\".",
                "postgresql://ann@db?sslrootcert=/ca.pem | \"sslrootcert\" is not used, because \"sslmode=prefer\" does not"
                        + " verify the server. Use \"sslmode=verify-full\".",
                "postgresql://ann@a,b?target_session_attrs=standby | The URL asks for a standby server, which takes no"
                        + " migration: only commands that read work.",
                "host=/tmp user=ann | A Unix-domain socket needs Netty's native transport, which comes with r2dbc-postgresql"
                        + " for Linux on x86-64 only. Elsewhere, give a host name."
            })
    void notices_acceptedAndNotUsed_isSaid(String url, String expected) {
        assertThat(ConnectionUrl.parse(url).notices()).containsExactly(expected);
    }

    @Test
    void notices_plainUrl_areNone() {
        assertThat(ConnectionUrl.parse("postgresql://ann:pw@db/shop?sslmode=require&gssencmode=prefer")
                        .notices())
                .isEmpty();
    }
}
