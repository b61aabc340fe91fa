package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.StepStarted;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.MigrationCode.SqlCode;
import dev.reflux.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * The last line of a terminal during a run: a bar, the revision that runs, for how long, and after a second which statement,
 * where it is known. Drawn again and again until it is closed; safe for several threads.
 *
 * <p>The server runs the statements of a step without telling which one it is at, so a statement is named where a step has
 * only one, and their number where there are more.
 */
final class Progress implements AutoCloseable {

    private static final Duration BETWEEN_FRAMES = Duration.ofMillis(200);
    private static final Duration LONG = Duration.ofSeconds(1);
    private static final int BAR_COLUMNS = 20;
    /** In characters; the terminal cuts what it has no room for. */
    private static final int LONGEST_STATEMENT = 300;

    private final Terminal terminal;
    private final LoadedMigrations migrations;
    private final Clock clock;
    private final Disposable.Swap frames = Disposables.swap();
    private Optional<Running> running = Optional.empty();

    /** A step, and since when it runs. */
    private record Running(StepStarted event, Instant since) {}

    Progress(Terminal terminal, LoadedMigrations migrations, Clock clock) {
        this.terminal = terminal;
        this.migrations = migrations;
        this.clock = clock;
    }

    /** Takes note of what has happened; to be called before the event itself is printed. */
    synchronized void saw(MigrationEvent event) {
        running = event instanceof StepStarted started
                ? Optional.of(new Running(started, clock.instant()))
                : running.filter(step -> event instanceof MigrationEvent.Notice);
        if (running.isPresent() && frames.get() == null && terminal.shows(Kind.STATUS)) {
            frames.update(
                    Flux.interval(BETWEEN_FRAMES, Schedulers.boundedElastic()).subscribe(frame -> draw()));
        }
    }

    /** Shows the line as it is now. */
    synchronized void draw() {
        running.ifPresent(step -> terminal.print(line(step)));
    }

    private Line line(Running step) {
        StepStarted event = step.event();
        Duration elapsed = Duration.between(step.since(), clock.instant());
        Line line = Line.of(Kind.STATUS)
                .add(Style.FAINT, bar(event.number() - 1, event.total()) + " ")
                .add(event.number() + " of " + event.total() + "  "
                        + event.step().direction().word() + " ")
                .add(Style.REVISION, event.step().id().value())
                .add("  " + VisibleText.firstLine(event.step().revision().message()));
        return elapsed.compareTo(LONG) < 0
                ? line
                : line.add(Style.FAINT, "  " + DurationText.of(elapsed) + "  " + statement(event));
    }

    private static String bar(int done, int total) {
        int filled = BAR_COLUMNS * done / total;
        return "[" + "=".repeat(filled) + ">" + " ".repeat(BAR_COLUMNS - filled) + "]";
    }

    private String statement(StepStarted event) {
        List<Statement> statements = migrations
                .revision(event.step().id())
                .code()
                .match((SqlCode code) -> code.script(event.step().direction()).statements(), code -> List.of());
        return statements.size() == 1
                ? inOneLine(statements.get(0).text())
                : statements.isEmpty() ? "" : statements.size() + " statements";
    }

    @Override
    public void close() {
        frames.dispose();
    }

    private static String inOneLine(String text) {
        return text.substring(0, Math.min(text.length(), LONGEST_STATEMENT)).replaceAll("\\s+", " ");
    }
}
