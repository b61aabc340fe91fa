package dev.reflux.cli;

/** The end of the process by a signal: SIGINT, SIGTERM. The virtual machine then exits with 128 and the signal's number. */
final class ShutdownInterrupts implements Interrupts {

    @Override
    public Registration onInterrupt(Runnable action) {
        Thread hook = new Thread(action, "reflux-interrupt");
        Runtime.getRuntime().addShutdownHook(hook);
        return () -> remove(hook);
    }

    private static void remove(Thread hook) {
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException e) {
            // The process is ending, so the hook runs already; it is what this method would have prevented.
        }
    }
}
