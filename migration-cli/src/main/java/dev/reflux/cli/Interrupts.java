package dev.reflux.cli;

/** How a run hears that somebody wants it to stop, for instance with Ctrl-C. */
interface Interrupts {

    /**
     * Runs this when the interrupt comes, on another thread. The process stays until the action returns.
     *
     * @return to be closed when there is nothing left to stop
     */
    Registration onInterrupt(Runnable action);

    /** An action that waits for its interrupt. */
    interface Registration {

        /** Waits no longer. */
        void close();
    }
}
