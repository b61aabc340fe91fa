package dev.reflux.r2dbc.wire;

import io.r2dbc.postgresql.api.ErrorDetails;
import io.r2dbc.postgresql.api.PostgresqlException;
import io.r2dbc.spi.R2dbcException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What the server said: an error or a notice.
 *
 * @param severity {@code ERROR}, {@code FATAL}, {@code NOTICE}, … in English, whatever the server's language
 * @param sqlState five characters, see the manual's appendix "PostgreSQL Error Codes"
 * @param message the primary message
 * @param detail more of it
 * @param hint what to do about it
 * @param where the call stack of functions, for errors inside them
 * @param position where in the sent text, in characters from 1
 * @param innerPosition where in {@code innerQuery}, in characters from 1
 * @param innerQuery the statement that a function ran
 */
public record ServerError(
        String severity,
        String sqlState,
        String message,
        Optional<String> detail,
        Optional<String> hint,
        Optional<String> where,
        Optional<Integer> position,
        Optional<Integer> innerPosition,
        Optional<String> innerQuery) {

    public static ServerError from(R2dbcException exception) {
        return exception instanceof PostgresqlException server
                ? from(server.getErrorDetails())
                : plain(exception.getSqlState(), exception.getMessage());
    }

    private static ServerError from(ErrorDetails details) {
        return new ServerError(
                severity(details),
                details.getCode(),
                details.getMessage(),
                details.getDetail(),
                details.getHint(),
                details.getWhere(),
                details.getPosition().map(Integer::valueOf),
                details.getInternalPosition().map(Integer::valueOf),
                details.getInternalQuery());
    }

    /** A pooler has one severity, in English. */
    private static String severity(ErrorDetails details) {
        @Nullable String severity = details.getSeverityNonLocalized();
        return severity == null ? details.getSeverityLocalized() : severity;
    }

    private static ServerError plain(@Nullable String state, @Nullable String message) {
        Optional<String> none = Optional.empty();
        return new ServerError(
                "ERROR",
                state == null ? "" : state,
                message == null ? "unknown error" : message,
                none,
                none,
                none,
                Optional.empty(),
                Optional.empty(),
                none);
    }

    /** Whether the statement failed, rather than told something. */
    public boolean isError() {
        return severity.equals("ERROR") || severity.equals("FATAL") || severity.equals("PANIC");
    }

    public boolean has(String state) {
        return sqlState.equals(state);
    }
}
