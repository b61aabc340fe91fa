package dev.reflux.r2dbc;

import java.time.Duration;

/**
 * For how long a run puts up with what others do.
 *
 * @param lockTimeout how long a statement may wait for a lock on a table; zero for no limit
 * @param blockedLimit for how long a step that waits for locks is tried again; zero for one attempt
 * @param waitLimit how long a run waits for another one, or for the schema
 * @param connectTimeout how long one attempt to connect may take
 * @param connectLimit for how long connecting is tried again; zero for one attempt
 */
record Patience(
        Duration lockTimeout,
        Duration blockedLimit,
        Duration waitLimit,
        Duration connectTimeout,
        Duration connectLimit) {

    static final Patience DEFAULT = new Patience(
            Duration.ofSeconds(5),
            Duration.ofMinutes(5),
            Duration.ofMinutes(10),
            Duration.ofSeconds(15),
            Duration.ofMinutes(1));

    Patience withLockTimeout(Duration timeout) {
        return new Patience(timeout, blockedLimit, waitLimit, connectTimeout, connectLimit);
    }

    Patience withBlockedLimit(Duration limit) {
        return new Patience(lockTimeout, limit, waitLimit, connectTimeout, connectLimit);
    }

    Patience withWaitLimit(Duration limit) {
        return new Patience(lockTimeout, blockedLimit, limit, connectTimeout, connectLimit);
    }

    Patience withConnectTimeout(Duration timeout) {
        return new Patience(lockTimeout, blockedLimit, waitLimit, timeout, connectLimit);
    }

    Patience withConnectLimit(Duration limit) {
        return new Patience(lockTimeout, blockedLimit, waitLimit, connectTimeout, limit);
    }
}
