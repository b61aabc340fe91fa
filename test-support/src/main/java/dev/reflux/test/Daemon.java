package dev.reflux.test;

import java.io.IOException;

/** A thread that serves sockets. */
final class Daemon {

    private Daemon() {}

    /** What a thread does; it ends when a socket fails, which is how its peers tell it to. */
    @FunctionalInterface
    interface Work {
        void run() throws IOException, InterruptedException;
    }

    static Thread start(String name, Work work) {
        Thread thread = new Thread(() -> runUntilBroken(work), name);
        thread.setDaemon(true);
        thread.start();
        return thread;
    }

    private static void runUntilBroken(Work work) {
        try {
            work.run();
        } catch (IOException e) {
            // The connection is over: nothing is left to be done.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
