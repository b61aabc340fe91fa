package dev.reflux.r2dbc;

import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import io.r2dbc.spi.Row;
import java.util.List;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the server answers to a script, piece by piece, in order. */
sealed interface Reply {

    /** Does what belongs to the case. */
    void match(Cases cases);

    /** What a reader does with each reply. */
    interface Cases {
        void said(ServerError notice);

        void completed(Completed statement);

        void failed(ServerError error);
    }

    /** The server says something while a statement runs. */
    record Said(ServerError notice) implements Reply {
        @Override
        public void match(Cases cases) {
            cases.said(notice);
        }
    }

    /**
     * A statement has completed.
     *
     * @param updated how many rows it wrote, 0 where it does not say
     * @param value the first column of its first row, if that is text
     */
    record Completed(long updated, Optional<String> value) implements Reply {
        @Override
        public void match(Cases cases) {
            cases.completed(this);
        }
    }

    /** A statement has failed, and with it the rest of the script. */
    record Failed(ServerError error) implements Reply {
        @Override
        public void match(Cases cases) {
            cases.failed(error);
        }
    }

    /**
     * Sends a script as one simple query: one message, one round trip.
     *
     * @return the replies; an error of the server is a reply, a broken connection is an error of the flux
     */
    static Flux<Reply> to(Connection connection, String script) {
        return Flux.defer(() -> connection.createStatement(script).execute()).concatMap(Reply::read);
    }

    private static Flux<Reply> read(Result result) {
        Tally tally = new Tally();
        return Flux.<Reply>from(result.flatMap(tally::take)).concatWith(Mono.fromSupplier(tally::end));
    }

    /** Adds up the segments of one statement's result. */
    final class Tally {

        private Optional<String> value = Optional.empty();
        private long updated;
        private Optional<ServerError> error = Optional.empty();

        Publisher<Reply> take(Result.Segment segment) {
            if (segment instanceof Result.UpdateCount count) {
                updated += count.value();
            } else if (segment instanceof Result.RowSegment row) {
                value = value.isPresent() ? value : firstColumn(row.row());
            } else if (segment instanceof Result.Message message) {
                ServerError said = ServerError.from(message.exception());
                if (!said.isError()) {
                    return Mono.just(new Said(said));
                }
                error = Optional.of(said);
            }
            return Mono.empty();
        }

        private static Optional<String> firstColumn(Row row) {
            List<? extends ColumnMetadata> columns = row.getMetadata().getColumnMetadatas();
            return columns.isEmpty() || !String.class.equals(columns.get(0).getJavaType())
                    ? Optional.empty()
                    : Optional.ofNullable(row.get(0, String.class));
        }

        Reply end() {
            return error.<Reply>map(Failed::new).orElseGet(() -> new Completed(updated, value));
        }
    }
}
