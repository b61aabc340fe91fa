package dev.reflux.r2dbc;

import dev.reflux.r2dbc.Aftermath.Verdict;
import dev.reflux.r2dbc.AppliedRevision.Progress.Unfinished;
import dev.reflux.r2dbc.Entry.Role;
import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import dev.reflux.sql.StatementKind;
import dev.reflux.sql.Trace;
import io.r2dbc.spi.Connection;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * The statements of one step outside a transaction, in their order; of a step that was interrupted, what is left of them.
 *
 * <p>A statement that PostgreSQL lets into a transaction goes into one together with its journal entry, so that its outcome
 * is always known. One that refuses a transaction goes alone, with the journal after it: if the run dies in between, the
 * next one asks the catalog ({@link Aftermath}).
 */
final class AloneStatements {

    /** A procedure may end transactions itself; then it cannot be put into one. */
    private static final Pattern MAY_COMMIT = Pattern.compile("(?is)call\\b.*|do\\b.*\\b(commit|rollback|call)\\b.*");

    private static final List<String> REFUSES_TRANSACTION = List.of("25001", "2D000");

    private final RunSettings settings;
    private final BookkeepingSql sql;
    private final StagedStep step;
    private final WriteBehind writeBehind;
    private final BlockWatch watch;
    private final Aftermath aftermath;
    private final AtomicInteger number = new AtomicInteger();

    AloneStatements(
            RunSettings settings, StagedStep step, WriteBehind writeBehind, BlockWatch watch, EventSink events) {
        this.settings = settings;
        this.sql = settings.sql();
        this.step = step;
        this.writeBehind = writeBehind;
        this.watch = watch;
        this.aftermath = new Aftermath(settings, events, step);
    }

    /** How many statements an earlier run has done. */
    private int doneBefore() {
        return step.resumed().map(Unfinished::statementsDone).orElse(0);
    }

    /** Whether the statement that comes next is one that an earlier run has begun, or may have. */
    boolean isPastInterruption() {
        return step.resumed().isEmpty() || number.get() > doneBefore();
    }

    /** Runs the statements of a script one by one; none after a failure. */
    Mono<Void> run(Connection connection, Script script) {
        return Flux.fromIterable(script.statements())
                .concatMap(statement -> writeBehind
                        .failure()
                        .<Mono<Void>>map(Mono::error)
                        .orElseGet(() -> place(connection, script, statement, number.incrementAndGet())))
                .then();
    }

    private Mono<Void> place(Connection connection, Script script, Statement statement, int place) {
        if (place <= doneBefore()) {
            return Mono.empty();
        }
        Entry entry = Entry.of(step, script, statement, place);
        Mono<Void> send = Mono.defer(
                () -> isAlone(statement) ? alone(connection, entry, place) : inTransaction(connection, entry, place));
        return step.resumed()
                .filter(unfinished -> place == unfinished.statementsDone() + 1)
                .map(unfinished -> resume(connection, statement, entry, unfinished)
                        .flatMap(verdict -> verdict == Verdict.REPEAT
                                ? begun(connection, place).then(send)
                                : journal(connection, place)))
                .orElseGet(() -> cleared(connection, statement).then(send));
    }

    /** What to do about the statement at which an earlier run stopped. */
    private Mono<Verdict> resume(Connection connection, Statement statement, Entry entry, Unfinished unfinished) {
        if (!isAlone(statement)) {
            return Mono.just(Verdict.REPEAT); // It took effect with its journal entry, or not at all.
        }
        return aftermath.judge(connection, entry.sql(), Trace.of(statement)).flatMap(verdict -> switch (verdict) {
            case REPEAT, COMPLETED -> Mono.just(verdict);
            case DONE -> Mono.just(unfinished.failed() ? Verdict.REPEAT : Verdict.DONE);
            case UNKNOWN ->
                unfinished.failed()
                        ? Mono.just(Verdict.REPEAT)
                        : Mono.error(UnfinishedException.unknown(step, statement, entry));
        });
    }

    private Mono<Void> cleared(Connection connection, Statement statement) {
        return isAlone(statement)
                        && Trace.of(statement) instanceof Trace.IndexBuilt built
                        && built.existing() == Trace.IndexBuilt.Existing.TAKEN
                ? aftermath.clear(connection, built)
                : Mono.empty();
    }

    private static boolean isAlone(Statement statement) {
        return statement.kind() == StatementKind.NOT_IN_TRANSACTION
                || MAY_COMMIT.matcher(statement.text()).matches();
    }

    private Mono<Void> alone(Connection connection, Entry entry, int place) {
        watch.sendsAlone(entry.sql());
        return writeBehind.alone(connection, List.of(entry)).then(Mono.defer(() -> journal(connection, place)));
    }

    private Mono<Void> journal(Connection connection, int place) {
        return writeBehind.alone(connection, List.of(position(place))).then();
    }

    /** From here on the outcome of the statement is open again. */
    private Mono<Void> begun(Connection connection, int place) {
        return journal(connection, place - 1);
    }

    private Entry position(int done) {
        return Entry.of(Role.JOURNAL, sql.journalPosition(step, done), step);
    }

    /** Some statements refuse a transaction for what they find in the database; nothing has happened then. */
    private Mono<Void> inTransaction(Connection connection, Entry entry, int place) {
        return writeBehind
                .alone(
                        connection,
                        List.of(
                                Entry.of(Role.BEGIN, BookkeepingSql.BEGIN, step),
                                Entry.of(
                                        Role.LOCK,
                                        sql.settings(settings.patience().lockTimeout()),
                                        step),
                                entry,
                                position(place),
                                Entry.of(Role.COMMIT, BookkeepingSql.COMMIT, step)))
                .then()
                .onErrorResume(
                        ServerFailure.OfStatement.class,
                        failure -> WriteBehind.rollBack(connection)
                                .then(
                                        REFUSES_TRANSACTION.contains(
                                                        failure.error().sqlState())
                                                ? alone(connection, entry, place)
                                                : Mono.error(failure)));
    }
}
