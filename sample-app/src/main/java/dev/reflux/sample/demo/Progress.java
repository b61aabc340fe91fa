package dev.reflux.sample.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/**
 * What the demo says while it works.
 *
 * @param out where it says it
 */
record Progress(PrintStream out) {

    /** Something that takes a while and may fail. */
    interface Work {
        void run() throws IOException;
    }

    /** Says what is done, does it, and says how long it took. */
    void step(String what, Work work) throws IOException {
        out.printf("  %s ... ", what);
        out.flush();
        long start = System.nanoTime();
        work.run();
        Duration taken = Duration.ofNanos(System.nanoTime() - start);
        out.printf(Locale.ROOT, "%.1f s%n", taken.toMillis() / 1000.0);
    }

    /** Says a sentence. */
    void note(String sentence) {
        out.printf("  %s%n", sentence);
    }
}
