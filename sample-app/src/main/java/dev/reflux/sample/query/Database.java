package dev.reflux.sample.query;

import io.r2dbc.spi.Readable;
import java.util.Objects;
import java.util.function.Function;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Runs queries that jOOQ has written. Their values stand in the SQL, quoted by jOOQ, so nothing is prepared at the server and a
 * transaction pooler may be in between. Takes part in Spring's reactive transactions.
 */
@Component
public final class Database {

    private static final DSLContext SQL = DSL.using(SQLDialect.POSTGRES);

    private final DatabaseClient client;

    Database(DatabaseClient client) {
        this.client = client;
    }

    /** Begins a query. */
    public DSLContext sql() {
        return SQL;
    }

    /** The rows of a query. */
    public <T> Flux<T> rows(Query query, Function<Readable, T> mapping) {
        return client.sql(SQL.renderInlined(query)).map(mapping).all();
    }

    /** Runs a query for what it does. */
    public Mono<Void> run(Query query) {
        return client.sql(SQL.renderInlined(query)).then();
    }

    /** A value that the query says is never null. */
    public static <T> T value(Readable row, String column, Class<T> type) {
        return Objects.requireNonNull(row.get(column, type), column);
    }
}
