package dev.reflux.r2dbc;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import reactor.core.scheduler.Schedulers;

/**
 * The time since something began, by the clock that delays go by.
 *
 * @param startMillis when it began
 */
record Elapsed(long startMillis) {

    static Elapsed sinceNow() {
        return new Elapsed(nowMillis());
    }

    Duration soFar() {
        return Duration.ofMillis(nowMillis() - startMillis);
    }

    private static long nowMillis() {
        return Schedulers.parallel().now(TimeUnit.MILLISECONDS);
    }
}
