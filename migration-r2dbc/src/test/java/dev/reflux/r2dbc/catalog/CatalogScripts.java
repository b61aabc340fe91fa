package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.sql.DriverText;
import dev.reflux.sql.Script;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.Connection;
import java.util.Objects;
import java.util.stream.Collectors;
import reactor.core.publisher.Mono;

/** Runs DDL and reads catalogs, for tests; blocks. */
final class CatalogScripts {

    private CatalogScripts() {}

    /** Runs all statements in one transaction. */
    static void run(TestDatabase database, String sql) {
        String sent = Script.parse(sql).statements().stream()
                .map(statement -> DriverText.of(statement.text()).text() + ";\n")
                .collect(Collectors.joining());
        if (!sent.isEmpty()) {
            database.execute(sent);
        }
    }

    /** Reads the whole catalog. */
    static Catalog read(TestDatabase database) {
        return Objects.requireNonNull(
                Mono.usingWhen(database.connectionFactory().create(), CatalogScripts::read, Connection::close)
                        .block());
    }

    private static Mono<Catalog> read(Connection connection) {
        return Mono.from(connection.beginTransaction())
                .then(CatalogReader.read(connection, CatalogScope.ALL))
                .flatMap(catalog -> Mono.from(connection.rollbackTransaction()).thenReturn(catalog));
    }
}
