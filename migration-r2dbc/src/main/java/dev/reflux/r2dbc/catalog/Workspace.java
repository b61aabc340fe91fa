package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.schema.SchemaScript;
import dev.reflux.sql.Statement;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/** What can be done in a {@link Scratch}. One thing at a time, in the order of the subscriptions. */
public interface Workspace {

    /**
     * Runs scripts on top of what is there. Each script begins with the settings of the role; what it sets ends with it.
     *
     * @return completes when all of it has run; fails with {@link SchemaFailedException} where PostgreSQL refuses a statement,
     *     with {@link dev.reflux.source.RefusedStatementException} where a statement cannot run here, and then nothing more
     *     can be done in this place
     */
    Mono<Void> run(List<SchemaScript> scripts);

    /**
     * Does work on the connection of this place, which begins with the settings of the role. The work sends simple queries, and
     * neither begins nor ends a transaction.
     */
    <T> Mono<T> with(Function<Connection, Mono<T>> work);

    /**
     * The form in which a statement of a revision works here, where there are schemas and extensions already; empty if it must
     * not run.
     */
    Optional<Statement> adapt(Statement statement);

    /** What else there is to know about an error of the server in this place, by its SQLSTATE. */
    Optional<String> advice(String sqlState);

    /** What is there now: what the scripts have made, and the extensions. */
    Mono<Catalog> catalog();
}
