package dev.reflux.test;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.Readable;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Runs SQL and waits for it, each time on a connection of its own. */
record BlockingClient(ConnectionFactory factory) {

    /** Far longer than any statement of a test takes: what waits longer is stuck. */
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** Runs a script of statements without parameters, as one simple query, and discards what it returns. */
    void execute(String script) {
        query(script);
    }

    /** Runs a script as {@link #execute} does, and returns the rows of all its statements. */
    List<List<String>> query(String script) {
        return onConnection(connection -> run(connection, script));
    }

    /**
     * Runs a query again and again, with a pause between, until it returns no row or the time is over; returns its
     * last rows.
     */
    List<List<String>> queryUntilEmpty(String query, Duration pause, Duration patience) {
        return onConnection(connection -> run(connection, query)
                .collectList()
                .repeatWhen(rounds -> rounds.delayElements(pause))
                .takeUntil(List::isEmpty)
                .take(patience)
                .takeLast(1)
                .flatMapIterable(rows -> rows));
    }

    private <T> List<T> onConnection(Function<Connection, Flux<T>> work) {
        Mono<List<T>> all =
                Flux.usingWhen(factory.create(), work, Connection::close).collectList();
        return Objects.requireNonNull(all.block(PATIENCE));
    }

    private static Flux<List<String>> run(Connection connection, String script) {
        return Flux.from(connection.createStatement(script).execute()).concatMap(BlockingClient::rows);
    }

    private static Publisher<List<String>> rows(io.r2dbc.spi.Result result) {
        return result.map(BlockingClient::texts);
    }

    private static List<String> texts(Row row, RowMetadata metadata) {
        return IntStream.range(0, metadata.getColumnMetadatas().size())
                .mapToObj(column -> text(row, column))
                .toList();
    }

    private static String text(Readable row, int column) {
        return Objects.requireNonNullElse(row.get(column, String.class), "NULL");
    }
}
