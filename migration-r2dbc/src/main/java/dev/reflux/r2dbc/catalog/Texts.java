package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** A query for one column of texts, none of them null. */
final class Texts {

    private Texts() {}

    static Mono<List<String>> of(Connection connection, String query) {
        return Flux.defer(() -> connection.createStatement(query).execute())
                .concatMap(result -> result.map((row, metadata) -> Objects.requireNonNull(row.get(0, String.class))))
                .collectList();
    }
}
