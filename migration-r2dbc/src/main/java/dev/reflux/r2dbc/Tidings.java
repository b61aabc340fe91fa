package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent.Waiting;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Supplier;

/** Tells of one wait, at once and then now and again. For one wait after the other, not for several threads. */
final class Tidings {

    private static final Duration EVERY = Duration.ofSeconds(5);

    private final EventSink events;
    private Optional<Elapsed> last = Optional.empty();

    Tidings(EventSink events) {
        this.events = events;
    }

    /** Whether it is time to tell again. */
    boolean isDue() {
        return last.isEmpty() || last.get().soFar().compareTo(EVERY) >= 0;
    }

    /** Tells, if it is time. */
    void tell(Supplier<Waiting> news) {
        if (isDue()) {
            last = Optional.of(Elapsed.sinceNow());
            events.emit(news.get());
        }
    }
}
