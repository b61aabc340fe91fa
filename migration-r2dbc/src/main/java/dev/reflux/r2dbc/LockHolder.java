package dev.reflux.r2dbc;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Row;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Asks who holds the lock of a state table. An advisory lock of one key is two halves in {@code pg_locks}. */
record LockHolder(StateTable table) {

    /** The condition on {@code pg_locks l} that it is this lock, and granted. */
    String condition() {
        long key = table.lockKey();
        return "l.locktype = 'advisory' AND l.objsubid = 1 AND l.granted AND l.classid = " + (key >>> 32)
                + " AND l.objid = " + (key & 0xFFFF_FFFFL)
                + " AND l.database = (SELECT oid FROM pg_catalog.pg_database WHERE datname = current_database())";
    }

    /** The holder in words; empty if nobody does. */
    Mono<String> ask(Connection connection) {
        String query = """
                SELECT l.pid, a.usename::text AS user, a.application_name,
                  extract(epoch FROM clock_timestamp() - a.xact_start)::bigint AS seconds
                FROM pg_catalog.pg_locks l LEFT JOIN pg_catalog.pg_stat_activity a ON a.pid = l.pid
                WHERE\s""" + condition();
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> describe(row)))
                .reduce((one, other) -> one);
    }

    private static String describe(Row row) {
        String user = Optional.ofNullable(row.get("user", String.class)).orElse("unknown user");
        String application = Optional.ofNullable(row.get("application_name", String.class))
                .filter(name -> !name.isBlank())
                .orElse("unnamed application");
        String since = Optional.ofNullable(row.get("seconds", Long.class))
                .map(seconds -> ", since " + seconds + " s")
                .orElse("");
        return "process " + row.get("pid", Integer.class) + " of " + user + " (" + application + ")" + since;
    }
}
