package dev.reflux.cli;

import dev.reflux.cli.Interrupts.Registration;
import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.WatchedConnections.Outcome;
import dev.reflux.event.MigrationEvent;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.TransactionMode;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import reactor.core.Exceptions;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Signal;
import reactor.core.publisher.Sinks;

/**
 * One run in front of a person: prints its events, blocks until it has ended, and stops it when it is interrupted.
 *
 * <p>An interrupt cancels the run, which cancels the statement at the server and rolls the step back; the process stays until
 * the connections are closed, but not longer than a person would wait.
 */
final class MigrationRun {

    private static final Duration LONGEST_ROLLBACK = Duration.ofSeconds(10);

    private final Database database;
    private final Invocation invocation;
    private final Terminal terminal;
    private final LoadedMigrations migrations;
    private final JsonOption json;
    private final Sinks.Empty<Void> stop = Sinks.empty();
    private final CountDownLatch stopped = new CountDownLatch(1);
    private volatile boolean interrupted;

    private MigrationRun(Database database, Invocation invocation, LoadedMigrations migrations, JsonOption json) {
        this.database = database;
        this.invocation = invocation;
        this.terminal = invocation.terminal();
        this.migrations = migrations;
        this.json = json;
    }

    /**
     * Runs what a command asks for, on the revisions and the database of the invocation.
     *
     * @param json whether a program reads the events
     * @param settings adds to those that every command has
     * @return the exit code
     */
    static int of(
            Invocation invocation,
            JsonOption json,
            UnaryOperator<Migrator.Builder> settings,
            Function<Migrator, Flux<MigrationEvent>> work) {
        LoadedMigrations migrations = invocation.project().load();
        try (Database database = Database.of(invocation)) {
            Migrator migrator = settings.apply(database.migrator(migrations)).build();
            return new MigrationRun(database, invocation, migrations, json)
                    .execute(work.apply(migrator), invocation.surroundings().interrupts());
        }
    }

    private int execute(Flux<MigrationEvent> events, Interrupts interrupts) {
        Registration registration = interrupts.onInterrupt(this::interrupt);
        try {
            return database.explained(() -> print(events));
        } finally {
            registration.close();
        }
    }

    private int print(Flux<MigrationEvent> events) {
        try (Progress progress =
                new Progress(terminal, migrations, invocation.surroundings().clock())) {
            // As signals, for an error overtakes the events that an iterator has not handed out yet.
            for (Signal<MigrationEvent> signal :
                    events.takeUntilOther(stop.asMono()).materialize().toIterable()) {
                print(signal, progress);
            }
        }
        if (interrupted) {
            awaitStopped();
            return ExitCode.INTERRUPTED;
        }
        return ExitCode.DONE;
    }

    private void print(Signal<MigrationEvent> signal, Progress progress) {
        MigrationEvent event = signal.get();
        Throwable error = signal.getThrowable();
        if (event != null && json.isSet()) {
            Instant now = invocation.surroundings().clock().instant();
            invocation.printDocument(Json.line(event.match(new EventJson(now))) + "\n");
            terminal.flush();
        } else if (event != null) {
            progress.saw(event);
            terminal.print(event.match(new EventLines(migrations.graph())));
            progress.draw();
        } else if (error != null) {
            throw Exceptions.propagate(error);
        }
    }

    private void interrupt() {
        interrupted = true;
        terminal.print(Line.of(Kind.WARNING).add(Style.CAUTION, "interrupted:").add(" rolling back ..."));
        stop.tryEmitEmpty();
        Outcome outcome = database.connections().closed(LONGEST_ROLLBACK).block();
        terminal.print(Line.of(Kind.WARNING, outcome == Outcome.ALL_CLOSED ? rolledBack() : unanswered()));
        terminal.flush();
        stopped.countDown();
    }

    private String rolledBack() {
        boolean someOutside = migrations.revisions().values().stream()
                .anyMatch(revision -> revision.mode() == TransactionMode.NON_TRANSACTIONAL);
        return "The step that was running is rolled back"
                + (someOutside ? ", unless it runs outside a transaction" : "")
                + "; what was done before it stays. To see where the database is: reflux current";
    }

    private static String unanswered() {
        return "The server has not answered for " + LONGEST_ROLLBACK.toSeconds()
                + " s. It rolls the step back when it sees that this process is gone.";
    }

    private void awaitStopped() {
        try {
            stopped.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
