package dev.reflux.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;

/** Whether the process has a person at both ends, for processes that the launcher did not start. */
final class Consoles {

    private Consoles() {}

    /** Before Java 22 there is a console only where there is a person; since then it has to be asked. */
    @SuppressWarnings("SystemConsoleNull") // it may not be null, and is asked
    static boolean isInteractive() {
        Console console = System.console();
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException e) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException e) {
            return false;
        }
    }
}
