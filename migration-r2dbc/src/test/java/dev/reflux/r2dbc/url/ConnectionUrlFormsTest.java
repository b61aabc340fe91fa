package dev.reflux.r2dbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.r2dbc.spi.ConnectionFactoryOptions;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class ConnectionUrlFormsTest {

    /** {@code expected} is user:password@host:port/database; a password may be missing. */
    record Case(String url, String expected) {
        static Case of(String url, String expected) {
            return new Case(url, expected);
        }

        @Override
        public String toString() {
            return url;
        }
    }

    static Stream<Case> hostedUrls() {
        return Stream.of(
                Case.of(
                        "postgresql://neondb_owner:npg_secret@ep-cool-darkness-123456-pooler.us-east-2.aws.neon.tech/neondb"
                                + "?sslmode=require&channel_binding=require",
                        "neondb_owner:npg_secret@ep-cool-darkness-123456-pooler.us-east-2.aws.neon.tech:5432/neondb"),
                Case.of(
                        "postgresql://neondb_owner:npg_secret@ep-cool-darkness-123456.us-east-2.aws.neon.tech/neondb"
                                + "?sslmode=require&options=endpoint%3Dep-cool-darkness-123456",
                        "neondb_owner:npg_secret@ep-cool-darkness-123456.us-east-2.aws.neon.tech:5432/neondb"),
                Case.of(
                        "postgresql://neondb_owner:endpoint=ep-cool-123;npg_secret@ep-cool-123.aws.neon.tech/neondb",
                        "neondb_owner:endpoint=ep-cool-123;npg_secret@ep-cool-123.aws.neon.tech:5432/neondb"),
                Case.of(
                        "postgresql://postgres.abcdefghij:pw@aws-0-eu-central-1.pooler.supabase.com:6543/postgres?pgbouncer=true",
                        "postgres.abcdefghij:pw@aws-0-eu-central-1.pooler.supabase.com:6543/postgres"),
                Case.of(
                        "postgres://postgres.abcdefghij:pw@aws-0-eu-central-1.pooler.supabase.com:5432/postgres"
                                + "?sslmode=require&supa=base-pooler.x",
                        "postgres.abcdefghij:pw@aws-0-eu-central-1.pooler.supabase.com:5432/postgres"),
                Case.of(
                        "postgres://uabc:p1234@ec2-3-4-5-6.compute-1.amazonaws.com:5432/d9abc",
                        "uabc:p1234@ec2-3-4-5-6.compute-1.amazonaws.com:5432/d9abc"),
                Case.of(
                        "jdbc:postgresql://ec2-3-4-5-6.compute-1.amazonaws.com:5432/d9abc?password=p1234&sslmode=require&user=uabc",
                        "uabc:p1234@ec2-3-4-5-6.compute-1.amazonaws.com:5432/d9abc"),
                Case.of(
                        "postgresql://app:Zx9@dpg-abc123-a.oregon-postgres.render.com/app_db",
                        "app:Zx9@dpg-abc123-a.oregon-postgres.render.com:5432/app_db"),
                Case.of(
                        "postgresql://admin:s%2Fcret@mydb.abc.eu-west-1.rds.amazonaws.com:5432/orders"
                                + "?sslmode=verify-full&sslrootcert=/etc/ssl/global-bundle.pem",
                        "admin:s/cret@mydb.abc.eu-west-1.rds.amazonaws.com:5432/orders"),
                Case.of(
                        "jdbc:postgresql://srv.postgres.database.azure.com:5432/db?user=ann@srv&password=p@ss&sslmode=require",
                        "ann@srv:p@ss@srv.postgres.database.azure.com:5432/db"),
                Case.of(
                        "postgresql://johndoe:mypassword@localhost:5432/mydb?schema=public&connection_limit=5&pool_timeout=2",
                        "johndoe:mypassword@localhost:5432/mydb"));
    }

    static Stream<Case> forms() {
        return Stream.of(
                Case.of("postgres://ann:pw@db:5433/shop", "ann:pw@db:5433/shop"),
                Case.of("PostgreSQL://ann:pw@db:5433/shop", "ann:pw@db:5433/shop"),
                Case.of("  postgresql://ann:pw@db/shop\n", "ann:pw@db:5432/shop"),
                Case.of("postgresql+asyncpg://ann:pw@db/shop", "ann:pw@db:5432/shop"),
                Case.of("postgresql+psycopg://ann:pw@db/shop", "ann:pw@db:5432/shop"),
                Case.of("postgresql+psycopg2://ann:pw@db/shop", "ann:pw@db:5432/shop"),
                Case.of("postgres+pg8000://ann:pw@db/shop", "ann:pw@db:5432/shop"),
                Case.of("jdbc:postgresql://db/shop?user=ann&password=pw", "ann:pw@db:5432/shop"),
                Case.of("jdbc:postgresql://ann:pw@db/shop", "ann:pw@db:5432/shop"),
                Case.of("jdbc:postgresql:shop?user=ann", "ann@localhost:5432/shop"),
                Case.of("jdbc:postgresql:/?user=ann", "ann@localhost:5432/ann"),
                Case.of("jdbc:postgresql://db:5433?user=ann@corp&password=pw", "ann@corp:pw@db:5433/ann@corp"),
                Case.of("r2dbc:postgresql://ann:pw@db:5433/shop", "ann:pw@db:5433/shop"),
                Case.of("r2dbc:postgres://ann:pw@db/shop", "ann:pw@db:5432/shop"),
                Case.of("r2dbcs:postgresql://ann:pw@db/shop", "ann:pw@db:5432/shop"),
                Case.of("r2dbc:pool:postgresql://ann:pw@db/shop?initialSize=2&maxSize=5", "ann:pw@db:5432/shop"),
                Case.of("r2dbc:postgresql:failover://ann:pw@a:1,b:2/shop", "ann:pw@a:1/shop"),
                Case.of("r2dbc:pool:postgresql:failover://ann:pw@a,b/shop", "ann:pw@a:5432/shop"),
                Case.of("host=db port=5433 user=ann password='p w' dbname=shop", "ann:p w@db:5433/shop"),
                Case.of("host = db user=ann password=a\\'b\\\\c", "ann:a'b\\c@db:5432/ann"),
                Case.of("user=ann password='it\\'s'", "ann:it's@localhost:5432/ann"),
                Case.of("postgresql://ann@", "ann@localhost:5432/ann"),
                Case.of("postgresql://ann@db", "ann@db:5432/ann"),
                Case.of("postgresql://ann@/shop", "ann@localhost:5432/shop"),
                Case.of("postgresql://ann@:5433/shop", "ann@localhost:5433/shop"),
                Case.of("postgresql://ann:@db:/shop", "ann@db:5432/shop"),
                Case.of("postgresql:///shop?user=ann&host=db&port=5433", "ann@db:5433/shop"),
                Case.of("postgresql://ann@db?dbname=shop", "ann@db:5432/shop"),
                Case.of("postgresql://ann@/?host=a:1,b:2&dbname=shop", "ann@a:1/shop"));
    }

    static Stream<Case> encodings() {
        return Stream.of(
                Case.of("postgresql://a%40b:p%40s%2Fs%3Aw%25%23%3F@db/sh%2Fop", "a@b:p@s/s:w%#?@db:5432/sh/op"),
                Case.of("postgresql://ann:a+b%2Bc@db/shop", "ann:a+b+c@db:5432/shop"),
                Case.of("jdbc:postgresql://db/shop?user=ann&password=a+b%20c", "ann:a+b c@db:5432/shop"),
                Case.of("postgresql://ann:a:b@db/shop", "ann:a:b@db:5432/shop"),
                Case.of("postgresql://ann:a?b#c&d=e@db/shop", "ann:a?b#c&d=e@db:5432/shop"),
                Case.of("postgresql://ann:p%C3%A4ss@db/b%C3%BCcher", "ann:päss@db:5432/bücher"),
                Case.of("postgresql://ann:päss@db/bücher", "ann:päss@db:5432/bücher"),
                Case.of("postgresql://ann:pw@[::1]:5433/shop", "ann:pw@::1:5433/shop"),
                Case.of("postgresql://ann:pw@[2001:db8::7]/shop", "ann:pw@2001:db8::7:5432/shop"),
                Case.of("host=::1 user=ann", "ann@::1:5432/ann"),
                Case.of("postgresql://ann:pw@db.local_net-1:1/shop", "ann:pw@db.local_net-1:1/shop"),
                Case.of("postgresql://ann:pw@h1:1,h2:2,h3/shop", "ann:pw@h1:1/shop"));
    }

    @ParameterizedTest
    @MethodSource({"hostedUrls", "forms", "encodings"})
    void parse_acceptedForm_findsUserHostAndDatabase(Case given) {
        ConnectionUrl url = ConnectionUrl.parse(given.url());

        Object password = url.options().getValue(ConnectionFactoryOptions.PASSWORD);
        String secret = password == null ? "" : ":" + password;
        assertThat(url.user() + secret + "@" + url.host() + ":" + url.port() + "/" + url.database())
                .isEqualTo(given.expected());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sqlite:///app.db | This is a URL of SQLite",
                "mysql://ann:hunter2hunter2@db/shop | This is a URL of MySQL",
                "mysql+pymysql://ann:hunter2hunter2@db/shop | This is a URL of MySQL",
                "jdbc:mysql://db/shop?password=hunter2hunter2 | This is a URL of MySQL",
                "r2dbc:mariadb://ann:hunter2hunter2@db/shop | This is a URL of MariaDB",
                "r2dbc:pool:mssql://ann:hunter2hunter2@db/shop | This is a URL of SQL Server",
                "jdbc:sqlserver://db;password=hunter2hunter2 | This is a URL of SQL Server",
                "jdbc:oracle:thin:ann/hunter2hunter2@db:1521/x | This is a URL of Oracle",
                "jdbc:h2:mem:test | This is a URL of H2",
                "mongodb+srv://ann:hunter2hunter2@db/shop | This is a URL of MongoDB",
                "postgress://ann:hunter2hunter2@db/shop | Did you mean \"postgres://\"?",
                "postgreql://ann:hunter2hunter2@db/shop | Did you mean \"postgresql://\"?",
                "r2dbc:proxy:postgresql://ann:hunter2hunter2@db/shop | This is no JDBC or R2DBC URL that Reflux can read",
                "jdbc:tc:postgresql:17:///shop | This is no JDBC or R2DBC URL that Reflux can read",
                "postgresql:ann:hunter2hunter2@db/shop | Did you mean \"postgresql://\"?",
                "ann:hunter2hunter2@db/shop | This is no connection URL. It must begin with \"postgresql://\"",
                "db:5432/shop | This is no connection URL.",
                "hunter2hunter2 | This is no connection URL.",
                "psql 'postgresql://ann:hunter2hunter2@db/shop' | This is a command line of psql.",
                "'\"postgresql://ann:hunter2hunter2@db/shop\"' | begins with a quotation mark",
                "DATABASE_URL=postgresql://ann:hunter2hunter2@db/shop | This is an assignment.",
                "'  ' | The connection URL is empty."
            })
    void parse_notPostgresql_isRefusedWithRemedy(String text, String expected) {
        assertThatThrownBy(() -> ConnectionUrl.parse(text))
                .isInstanceOf(InvalidConnectionUrlException.class)
                .hasMessageContaining(expected)
                .hasMessageNotContaining("hunter2");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://ann:hun@ter2x@db/shop | there is an \"@\" where none may stand",
                "postgresql://ann:hun/ter2x@db/shop | there is an \"@\" where none may stand",
                "postgresql://ann:hun/ter2x | The port is not a number from 1 to 65535. If the user name or the password",
                "postgresql://ann:4711/ter2x@db/shop | there is an \"@\" where none may stand",
                "postgresql://ann:4711/ter2x?sslmode=hun@db/shop | there is an \"@\" where none may stand",
                "postgresql://ann:?hunter2x/shop | One of the parameters is unknown.",
                "postgresql://ann:/hunter2x@db/shop | there is an \"@\" where none may stand",
                "postgresql://ann:hunter2x%@db/shop | The password contains a \"%\" that is not followed by two",
                "postgresql://ann:hunter%zz2x@db/shop | The password contains a \"%\" that is not followed by two",
                "postgresql://ann:hunter%002x@db/shop | The password contains \"%00\"",
                "postgresql://ann:hunter%ff2x@db/shop | The password is not UTF-8",
                "postgresql://ann:hunter 2x@db/shop | white space",
                "postgresql://ann:pw@d b/shop | white space",
                "postgresql://ann:pw@[::1/shop | The host is neither a host name nor an address",
                "postgresql://ann:pw@[::1]5432/shop | The host is neither a host name nor an address",
                "postgresql://ann:pw@a$b/shop | The host is neither a host name nor an address",
                "postgresql://ann:pw@db:0/shop | The port is not a number from 1 to 65535",
                "postgresql://ann:pw@db:65536/shop | The port is not a number from 1 to 65535",
                "postgresql://ann:pw@%40abstract/shop | abstract Unix-domain socket",
                "postgresql://db/shop | The connection URL names no user",
                "postgresql://:hunter2x@db/shop | The connection URL names no user",
                "host=db password=hun ter2x | Word 3 of the connection string has no \"=\"",
                "host=db password='hunter2x | A single quote in the connection string is not closed",
                "host=a,b port=1,2,3 user=ann | \"port\" has 3 ports for 2 hosts",
                "postgresql://ann@db/shop?user=bob | The user is given twice, the second time by \"user\"",
                "postgresql://ann@db/shop?dbname=x | The database is given twice",
                "postgresql://ann:hunter2x@db/shop?password=hunter2x | The password is given twice",
                "jdbc:postgresql://db/shop?user=ann&password=hun&ter2x=1 | What follows \"password\" is no known parameter",
                "jdbc:postgresql://db/shop?user=ann&password=hun&ter2x | write it as \"%26\"",
                "host=db user=ann password=hun ter2x=1 | put it into single quotes"
            })
    void parse_brokenUrl_saysWhatToEncodeWithoutQuotingIt(String text, String expected) {
        assertThatThrownBy(() -> ConnectionUrl.parse(text))
                .isInstanceOf(InvalidConnectionUrlException.class)
                .hasMessageContaining(expected)
                .hasMessageNotContaining("hun")
                .hasMessageNotContaining("ter2x")
                .hasNoCause();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "postgresql://ann:pw@host/db?sslmode=require | postgresql://ann@host:5432/db?sslmode=require",
                "jdbc:postgresql://host/db?user=ann&password=pw&ssl=true | postgresql://ann@host:5432/db?ssl=true",
                "r2dbcs:postgresql://ann:pw@host/db | postgresql://ann@host:5432/db?ssl=true",
                "postgresql://a%40b%3Ac:pw@[::1]:1/d%20b | postgresql://a%40b%3Ac@[::1]:1/d%20b",
                "postgresql://ann:pw@h1:1,h2/db | postgresql://ann@h1:1,h2:5432/db",
                "postgresql://ann:pw@/db?host=/var/run/postgresql | postgresql://ann@%2Fvar%2Frun%2Fpostgresql:5432/db",
                "host=h user=ann password=pw options='-c a=b' | postgresql://ann@h:5432/ann?options=-c%20a%3Db",
                "postgresql://ann:pw@h/db?sslpassword=kw&sslcert=/c&sslkey=/k | postgresql://ann@h:5432/db?sslcert=/c&sslkey=/k"
            })
    void redacted_anyForm_isLibpqUrlWithoutSecrets(String text, String expected) {
        ConnectionUrl url = ConnectionUrl.parse(text);

        assertThat(url.redacted()).isEqualTo(expected);
        assertThat(url).hasToString(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "postgresql://a@ep-cool-1-pooler.eu.aws.neon.tech/x, true",
        "postgresql://a@ep-cool-1.eu.aws.neon.tech/x, false",
        "postgresql://a@x-pooler/x, true",
        "postgresql://a@db.x-pooler.net/x, false",
        "postgresql://a@aws-0-eu.pooler.supabase.com:6543/x, true",
        "postgresql://a@aws-0-eu.pooler.supabase.com:5432/x, false",
        "postgresql://a@localhost:6432/x, true",
        "postgresql://a@localhost/x?pgbouncer=true, true",
        "postgresql://a@localhost/x?pgbouncer=false, false"
    })
    void pooledHost_goesByNamePortAndAnnouncement(String text, boolean expected) {
        assertThat(ConnectionUrl.parse(text).pooledHost()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ann:pw@a:1,[::1]:2/shop",
                "postgresql://ann:pw@[::1]/shop?target_session_attrs=read-write",
                "postgresql://ann:pw@%2Ftmp,b/shop"
            })
    void parse_failoverWithoutHostNames_isRefused(String text) {
        assertThatThrownBy(() -> ConnectionUrl.parse(text))
                .hasMessageContaining(
                        "The driver takes only host names and IPv4 addresses when it chooses among servers");
    }
}
