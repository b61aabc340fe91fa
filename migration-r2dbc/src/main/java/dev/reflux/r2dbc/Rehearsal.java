package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Step;
import dev.reflux.r2dbc.catalog.Workspace;
import dev.reflux.r2dbc.wire.TextRow;
import dev.reflux.source.LoadedRevision;
import dev.reflux.sql.Statement;
import dev.reflux.sql.StatementKind;
import dev.reflux.sql.StatementTokens;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import reactor.core.publisher.Mono;

/**
 * Runs the code of revisions on a connection in somebody else's transaction: no lock, no check, no state table. What cannot run
 * in a transaction is run in the form that can, such as {@code CREATE INDEX} without {@code CONCURRENTLY}, or left out where
 * there is none, such as {@code VACUUM}; neither makes a difference to the schema.
 */
final class Rehearsal {

    private static final int LONGEST_COMMAND = 8;

    private final Connection connection;
    private final Workspace place;
    private final Arguments arguments;

    /**
     * @param connection of the place
     * @param place knows the form in which a statement works there
     * @param arguments what is handed to the revisions
     */
    Rehearsal(Connection connection, Workspace place, Arguments arguments) {
        this.connection = connection;
        this.place = place;
        this.arguments = arguments;
    }

    /** Runs a revision in one direction. Fails as a run would. */
    Mono<Void> run(LoadedRevision revision, Direction direction) {
        return Mono.defer(() -> {
            StagedStep step =
                    new StagedStep(new Step(revision.node(), direction), revision, 1, 1, Set.of(), Optional.empty());
            EventSink events = new EventSink();
            WriteBehind writeBehind = new WriteBehind(Session.on(connection), events);
            Mono<Void> work = new StepCode(writeBehind, arguments, this::form)
                    .stage(step)
                    .then(Mono.defer(writeBehind::flush))
                    .onErrorMap(error -> new FailureReport(StateTable.DEFAULT, List.of(step), List.of()).explain(error))
                    .onErrorMap(MigrationFailedException.class, this::advised);
            return set().thenMany(events.during(work)).then();
        });
    }

    private Mono<Void> set() {
        return Mono.justOrEmpty(arguments.query())
                .flatMapMany(query -> TextRow.to(connection, query))
                .then();
    }

    private Optional<Statement> form(Statement statement) {
        return inTransaction(statement).flatMap(place::adapt);
    }

    private MigrationException advised(MigrationFailedException failure) {
        return failure.sqlState()
                .flatMap(place::advice)
                .map(advice -> new MigrationException(failure.getMessage() + "\n" + advice, failure))
                .orElse(failure);
    }

    private static Optional<Statement> inTransaction(Statement statement) {
        if (statement.kind() != StatementKind.NOT_IN_TRANSACTION) {
            return Optional.of(statement);
        }
        StatementTokens tokens = StatementTokens.of(statement.text());
        for (int index = 0; index < LONGEST_COMMAND || !tokens.isEnd(index); index++) {
            if (tokens.isWords(index, "concurrently")) {
                return Optional.of(without(statement, tokens.start(index), tokens.end(index)));
            }
        }
        return Optional.empty();
    }

    /** The statement with spaces in place of a word, so that every other character stays where it is. */
    private static Statement without(Statement statement, int from, int to) {
        String text = statement.text();
        String plain = text.substring(0, from) + " ".repeat(to - from) + text.substring(to);
        return new Statement(plain, statement.start(), statement.classification());
    }
}
