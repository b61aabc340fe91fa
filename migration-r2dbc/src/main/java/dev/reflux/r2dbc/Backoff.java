package dev.reflux.r2dbc;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import reactor.core.publisher.Mono;

/**
 * Pauses that double, each of a random length, so that those who wait for the same thing do not come back together.
 *
 * @param first how long the first pause is at most
 * @param longest how long any pause is at most
 */
record Backoff(Duration first, Duration longest) {

    private static final int DOUBLINGS = 16;

    /**
     * A pause: between half of its length and all of it.
     *
     * @param attempt counts from 0
     */
    Duration pause(long attempt) {
        long most = Math.min(longest.toMillis(), first.toMillis() << Math.min(attempt, DOUBLINGS));
        return Duration.ofMillis(ThreadLocalRandom.current().nextLong(most / 2, most + 1));
    }

    Mono<Long> delay(long attempt) {
        return Mono.delay(pause(attempt));
    }
}
