package dev.reflux.r2dbc.url;

import static dev.reflux.r2dbc.url.KnownParameter.each;
import static dev.reflux.r2dbc.url.KnownParameter.named;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.APPLICATION_NAME;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.COMPATIBILITY_MODE;
import static io.r2dbc.postgresql.PostgresqlConnectionFactoryProvider.TIME_ZONE;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TimeZone;
import java.util.stream.Stream;

/**
 * What the session begins with. Everything that becomes a parameter of the start-up message is sent only when the URL has
 * it, for a pooler may refuse it.
 */
final class SessionParameters {

    private static final Set<String> UTF8 = Set.of("utf8", "utf-8", "unicode", "auto", "");

    private static final List<KnownParameter> SETTINGS = Stream.of(
                    "search_path",
                    "role",
                    "statement_timeout",
                    "lock_timeout",
                    "idle_in_transaction_session_timeout",
                    "idle_session_timeout",
                    "transaction_timeout",
                    "default_transaction_isolation",
                    "default_transaction_read_only",
                    "default_table_access_method",
                    "default_tablespace",
                    "row_security",
                    "work_mem",
                    "maintenance_work_mem",
                    "jit")
            .map(name -> named(Rule.startup(name), name))
            .toList();

    static final List<KnownParameter> ENTRIES = Stream.of(
                    List.of(
                            named(
                                    SessionParameters::applicationName,
                                    "application_name",
                                    "ApplicationName",
                                    "applicationName"),
                            named(SessionParameters::fallbackName, "fallback_application_name"),
                            named(SessionParameters::options, "options"),
                            named(
                                    (parameter, draft) -> draft.later(settled -> schema(parameter, settled)),
                                    "schema",
                                    "currentSchema"),
                            named(SessionParameters::encoding, "client_encoding", "encoding"),
                            named(SessionParameters::timeZone, "timezone", "TimeZone", "timeZone"),
                            named(Rule.flag(COMPATIBILITY_MODE), "compatibilityMode"),
                            named(
                                    Rule.duration((draft, time) -> limit("statement_timeout", time, draft)),
                                    "statementTimeout"),
                            named(
                                    Rule.duration((draft, time) -> limit("lock_timeout", time, draft)),
                                    "lockWaitTimeout")),
                    SETTINGS,
                    each(
                            Rule.refused(
                                    "the driver reads times and bytes in the form that it sets itself. Remove it."),
                            "DateStyle",
                            "datestyle",
                            "IntervalStyle",
                            "intervalstyle",
                            "bytea_output"))
            .flatMap(List::stream)
            .toList();

    private SessionParameters() {}

    private static void applicationName(Parameter parameter, Draft draft) {
        if (!parameter.value().isEmpty()) {
            draft.option(APPLICATION_NAME, parameter.value());
        }
    }

    private static void fallbackName(Parameter parameter, Draft draft) {
        if (!parameter.value().isEmpty()) {
            draft.later(settled -> settled.defaultOption(APPLICATION_NAME, parameter.value()));
        }
    }

    /** Command-line options of the server session; in a URL of the driver, {@code name=value;name=value}. */
    private static void options(Parameter parameter, Draft draft) {
        String value = parameter.value().strip();
        boolean commandLine = value.startsWith("-") || value.startsWith("endpoint=") || value.startsWith("project=");
        if (draft.form() != UrlForm.R2DBC || commandLine || value.isEmpty()) {
            if (!value.isEmpty()) {
                draft.startup("options", value);
            }
            return;
        }
        for (String pair : value.split(";", -1)) {
            int equals = pair.indexOf('=');
            if (equals < 1) {
                draft.invalid(parameter, "Use \"name=value;name=value\" or \"-c name=value\".");
                return;
            }
            draft.startup(pair.substring(0, equals), pair.substring(equals + 1));
        }
    }

    /** The search path; Prisma writes {@code schema=public} into every URL, and a pooler refuses a search path. */
    private static void schema(Parameter parameter, Draft draft) {
        if (parameter.value().equals("public") && draft.place().pooled()) {
            draft.unused(
                    parameter.name(),
                    "the host is a pooler, which refuses a search path; \"public\" is the server's default");
        } else if (!parameter.value().isEmpty()) {
            draft.startup("search_path", parameter.value());
        }
    }

    private static void encoding(Parameter parameter, Draft draft) {
        if (!UTF8.contains(parameter.value().toLowerCase(Locale.ROOT))) {
            draft.invalid(parameter, "The driver speaks UTF-8 only: use \"UTF8\", or remove it.");
        }
    }

    private static void timeZone(Parameter parameter, Draft draft) {
        try {
            draft.option(TIME_ZONE, TimeZone.getTimeZone(ZoneId.of(parameter.value())));
        } catch (DateTimeException unknown) {
            draft.invalid(parameter, "Use the name of a time zone, for example \"UTC\" or \"Europe/Berlin\".");
        }
    }

    private static void limit(String setting, Duration time, Draft draft) {
        draft.startup(setting, Long.toString(time.toMillis()));
    }
}
