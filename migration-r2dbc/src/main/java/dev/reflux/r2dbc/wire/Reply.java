package dev.reflux.r2dbc.wire;

import io.r2dbc.spi.Connection;
import io.r2dbc.spi.Result;
import java.util.Optional;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** What the server answers to a script, piece by piece, in order. */
public sealed interface Reply {

    /** Does what belongs to the case. */
    void match(Cases cases);

    /** What a reader does with each reply. */
    interface Cases {
        void said(ServerError notice);

        void completed();

        void failed(ServerError error);
    }

    /** The server says something while a statement runs. */
    record Said(ServerError notice) implements Reply {
        @Override
        public void match(Cases cases) {
            cases.said(notice);
        }
    }

    /** A statement has completed. */
    record Completed() implements Reply {
        @Override
        public void match(Cases cases) {
            cases.completed();
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

    /** Goes through the segments of one statement's result; its rows and counts are nobody's business. */
    final class Tally {

        private Optional<ServerError> error = Optional.empty();

        Publisher<Reply> take(Result.Segment segment) {
            if (segment instanceof Result.Message message) {
                ServerError said = ServerError.from(message.exception());
                if (!said.isError()) {
                    return Mono.just(new Said(said));
                }
                error = Optional.of(said);
            }
            return Mono.empty();
        }

        Reply end() {
            return error.<Reply>map(Failed::new).orElseGet(Completed::new);
        }
    }
}
