package dev.reflux.r2dbc.url;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.revision.Sentences;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Says what is wrong with a text that does not begin like a URL of PostgreSQL. The text is never quoted: without a form to
 * go by, any part of it may be a password.
 */
final class Refusals {

    static final String EXAMPLE = "postgresql://user:password@host:5432/database";

    private static final Pattern SCHEME =
            Pattern.compile("(?:(?:jdbc|r2dbcs?|pool|proxy|tc|p6spy|aws-wrapper):)*([a-z][a-z0-9]*)[+:]");
    private static final Pattern ASSIGNMENT =
            Pattern.compile("(?:export\\s+)?\\w+\\s*=\\s*[\"']?(?:postgres|jdbc:|r2dbcs?:).*", Pattern.DOTALL);
    private static final List<String> SCHEMES = List.of("postgresql", "postgres", "jdbc", "r2dbc", "r2dbcs");
    private static final Map<String, String> PRODUCTS = Map.ofEntries(
            Map.entry("sqlite", "SQLite"),
            Map.entry("mysql", "MySQL"),
            Map.entry("mariadb", "MariaDB"),
            Map.entry("oracle", "Oracle"),
            Map.entry("sqlserver", "SQL Server"),
            Map.entry("mssql", "SQL Server"),
            Map.entry("h2", "H2"),
            Map.entry("hsqldb", "HSQLDB"),
            Map.entry("derby", "Derby"),
            Map.entry("db2", "Db2"),
            Map.entry("mongodb", "MongoDB"),
            Map.entry("redis", "Redis"),
            Map.entry("rediss", "Redis"),
            Map.entry("cockroachdb", "CockroachDB"),
            Map.entry("redshift", "Redshift"),
            Map.entry("snowflake", "Snowflake"),
            Map.entry("clickhouse", "ClickHouse"),
            Map.entry("duckdb", "DuckDB"),
            Map.entry("spanner", "Spanner"),
            Map.entry("cloudspanner", "Spanner"));

    private Refusals() {}

    /** Why {@code text} is no URL of PostgreSQL, and what to write. */
    static InvalidConnectionUrlException of(String text) {
        return InvalidConnectionUrlException.of(pasted(text)
                .or(() -> scheme(text))
                .orElse("This is no connection URL. It" + " must begin with \"postgresql://\", for example " + EXAMPLE
                        + "."));
    }

    private static Optional<String> pasted(String text) {
        if (text.isEmpty()) {
            return Optional.of("The connection URL is empty. Give one, for example " + EXAMPLE + ".");
        }
        if (text.startsWith("psql ")) {
            return Optional.of("This is a command line of psql. Give only the URL in it, without quotation marks.");
        }
        if (text.startsWith("\"") || text.startsWith("'")) {
            return Optional.of(
                    "The connection URL begins with a quotation mark. Remove the quotation marks around it.");
        }
        if (ASSIGNMENT.matcher(text).matches()) {
            return Optional.of("This is an assignment. Give only the URL, what stands after the \"=\".");
        }
        return Optional.empty();
    }

    private static Optional<String> scheme(String text) {
        Matcher matcher = SCHEME.matcher(text.toLowerCase(Locale.ROOT));
        if (!matcher.lookingAt()) {
            return Optional.empty();
        }
        String scheme = matcher.group(1);
        String product = PRODUCTS.get(scheme);
        if (product != null) {
            return Optional.of("This is a URL of " + product
                    + ", and Reflux migrates PostgreSQL. Give a URL that begins with" + " \"postgresql://\".");
        }
        if (matcher.start(1) > 0) {
            return Optional.of(
                    "This is no JDBC or R2DBC URL that Reflux can read. Begin it with \"jdbc:postgresql://\","
                            + " \"r2dbc:postgresql://\" or \"postgresql://\".");
        }
        return Sentences.nearest(scheme, SCHEMES)
                .map(near -> "The connection URL begins with no scheme that Reflux knows. Did you mean "
                        + quoted(near.startsWith("postgres") ? near + "://" : near + ":postgresql://") + "?");
    }
}
