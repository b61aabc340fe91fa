package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.sql.DriverText;
import dev.reflux.sql.Script;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A connection on which tests run DDL and read catalogs; blocks. What it has seen of the catalog makes the next look cheaper. */
final class CatalogSession implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Connection connection;

    private CatalogSession(Connection connection) {
        this.connection = connection;
    }

    static CatalogSession on(TestDatabase database) {
        return new CatalogSession(await(database.connectionFactory().create()));
    }

    /** Runs all statements in one transaction. What they set does not outlive them. */
    void run(String sql) {
        Flux.concat(execute(sent(sql)), execute("DISCARD ALL")).blockLast(PATIENCE);
    }

    /** Runs one statement, which may commit what it has done so far. */
    void runAlone(String statement) {
        Flux.concat(execute(statement), execute("DISCARD ALL")).blockLast(PATIENCE);
    }

    /** The answer to a query for one column of texts. */
    List<String> texts(String query) {
        return await(Texts.of(connection, query));
    }

    /** The whole catalog. */
    Catalog read() {
        return await(rolledBack(CatalogReader.read(connection, CatalogScope.ALL)));
    }

    /** The catalog that there would be after all these statements. */
    Catalog after(String sql) {
        return await(rolledBack(execute(sent(sql)).then(CatalogReader.read(connection, CatalogScope.ALL))));
    }

    private <T> Mono<T> rolledBack(Mono<T> work) {
        return Mono.usingWhen(
                Mono.from(connection.beginTransaction()).thenReturn(connection),
                begun -> work,
                begun -> Flux.concat(begun.rollbackTransaction(), execute("DISCARD ALL")));
    }

    private Flux<Long> execute(String sql) {
        return sql.isEmpty()
                ? Flux.empty()
                : Flux.from(connection.createStatement(sql).execute()).concatMap(Result::getRowsUpdated);
    }

    private static String sent(String sql) {
        return Script.parse(sql).statements().stream()
                .map(statement -> DriverText.of(statement.text()).text() + ";\n")
                .collect(Collectors.joining());
    }

    private static <T> T await(Publisher<? extends T> work) {
        return Objects.requireNonNull(Mono.<T>from(work).block(PATIENCE));
    }

    @Override
    public void close() {
        Mono.from(connection.close()).block(PATIENCE);
    }
}
