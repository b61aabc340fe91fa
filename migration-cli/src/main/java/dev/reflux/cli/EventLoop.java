package dev.reflux.cli;

import java.time.Duration;
import reactor.netty.resources.LoopResources;

/**
 * The one thread on which the driver works, ended before the process is: the virtual machine waits up to 300 ms for threads
 * that sit in native code, and an idle event loop does.
 */
final class EventLoop implements AutoCloseable {

    private static final Duration LONGEST_FAREWELL = Duration.ofSeconds(1);

    private final LoopResources resources = LoopResources.create("reflux", 1, true);

    /** For the driver. */
    LoopResources resources() {
        return resources;
    }

    /** Ends the thread, and waits for that. */
    @Override
    public void close() {
        resources
                .disposeLater(Duration.ZERO, LONGEST_FAREWELL)
                .timeout(LONGEST_FAREWELL.plus(LONGEST_FAREWELL))
                .onErrorComplete()
                .block();
    }
}
