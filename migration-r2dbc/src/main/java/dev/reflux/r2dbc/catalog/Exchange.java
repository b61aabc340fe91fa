package dev.reflux.r2dbc.catalog;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.wire.Reply;
import dev.reflux.r2dbc.wire.ServerError;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * One message and the replies to it. Each statement has one reply, so counting them tells which one failed; an error of the
 * parser comes before any of them has run, and its position tells.
 */
final class Exchange implements Reply.Cases {

    /** A character that the server's encoding does not have, and a statement that nests too deep: no position is given. */
    private static final Set<String> OF_THE_MESSAGE = Set.of("22021", "22P05", "54001");

    private final List<Line> lines;
    private int completed;
    private Optional<ServerError> error = Optional.empty();

    private Exchange(List<Line> lines) {
        this.lines = lines;
    }

    /** Sends these statements as one message. Fails with a {@link RefusedLine} if one of them fails. */
    static Mono<Void> send(Connection connection, List<Line> lines) {
        return lines.isEmpty()
                ? Mono.empty()
                : Mono.defer(() -> {
                    Exchange exchange = new Exchange(List.copyOf(lines));
                    return Reply.to(connection, Line.text(lines))
                            .doOnNext(reply -> reply.match(exchange))
                            .then(Mono.defer(exchange::outcome));
                });
    }

    @Override
    public void said(ServerError notice) {}

    /** The driver makes one more reply of the end of the answer. */
    @Override
    public void completed() {
        if (error.isEmpty() && completed < lines.size()) {
            completed++;
        }
    }

    @Override
    public void failed(ServerError failure) {
        error = Optional.of(failure);
    }

    private Mono<Void> outcome() {
        if (error.isPresent()) {
            return Mono.error(refused(error.get()));
        }
        return completed == lines.size()
                ? Mono.empty()
                : Mono.error(new MigrationException(
                        "The server has answered " + completed + " of " + lines.size() + " statements. Run again."));
    }

    private RefusedLine refused(ServerError failure) {
        if (completed == 0 && OF_THE_MESSAGE.contains(failure.sqlState())) {
            return somewhere(failure);
        }
        int byPosition = completed > 0
                ? -1
                : failure.position()
                        .map(position -> Line.indexAt(lines, position))
                        .orElse(-1);
        int index = byPosition >= 0 ? byPosition : Math.min(completed, lines.size() - 1);
        Optional<Integer> position = failure.position().map(at -> at - Line.startOf(lines, index) + 1);
        return new RefusedLine(lines.get(index), 1, failure, position);
    }

    /** The first statement of the user's, if the message has any. */
    private RefusedLine somewhere(ServerError failure) {
        List<Line> commands =
                lines.stream().filter(line -> line.command().isPresent()).toList();
        return new RefusedLine(
                commands.isEmpty() ? lines.get(0) : commands.get(0), commands.size(), failure, Optional.empty());
    }
}
