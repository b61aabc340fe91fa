package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Waiting.Cause;
import dev.reflux.revision.RevisionId;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/**
 * The attempts at a step that others keep from its locks. After each the step has let go of everything, so that the sessions
 * which queued behind it go on; the pauses leave them time.
 */
final class Blockage {

    private static final Duration SHORTEST = Duration.ofMillis(50);

    private final Patience patience;
    private final EventSink events;
    private final BlockWatch watch;
    private final Backoff pauses;
    private Optional<RevisionId> step = Optional.empty();
    private Elapsed since = Elapsed.sinceNow();
    private long attempts;

    Blockage(Patience patience, EventSink events, BlockWatch watch) {
        this.patience = patience;
        this.events = events;
        this.watch = watch;
        Duration fifth = patience.lockTimeout().dividedBy(5);
        this.pauses = new Backoff(
                fifth.compareTo(SHORTEST) < 0 ? SHORTEST : fifth,
                patience.lockTimeout().multipliedBy(3).plus(SHORTEST));
    }

    /** Waits before another attempt at the step, or fails with the whole story when the limit is reached. */
    Mono<Long> again(MigrationFailedException failed) {
        if (!step.equals(Optional.of(failed.step().id()))) {
            step = Optional.of(failed.step().id());
            since = Elapsed.sinceNow();
            attempts = 0;
        }
        attempts++;
        String who =
                watch.seen().map(blockers -> "; it was blocked by " + blockers).orElse("");
        if (since.soFar().compareTo(patience.blockedLimit()) >= 0) {
            return Mono.error(failed.with("Tried " + attempts + (attempts == 1 ? " time" : " times") + who
                    + ".\nEnd what blocks it, for instance with SELECT pg_terminate_backend(process), or run again when"
                    + " it is quieter."));
        }
        Duration pause = pauses.pause(attempts - 1);
        events.emit(new Waiting(
                Cause.LOCK,
                "the " + failed.step().direction().word() + " of "
                        + failed.step().id()
                        + " did not get its locks in time and has let go of what it had" + who + "; attempt "
                        + (attempts + 1) + " comes in " + pause.toMillis() + " ms",
                since.soFar()));
        return Mono.delay(pause);
    }
}
