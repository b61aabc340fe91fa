package dev.reflux.sample.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.Stream;

/**
 * The command line, run as a user runs it: the launcher of the checkout, on the same terminal.
 *
 * @param checkout whose launcher and revisions are used
 * @param url of the database
 * @param out takes the command as typed
 */
record RefluxCommand(Checkout checkout, String url, PrintStream out) {

    /** Where the command looks for the URL, so that the password is not among its arguments. */
    static final String URL_VARIABLE = "REFLUX_URL";

    /**
     * Prints the command, runs it, and waits for its end.
     *
     * @throws DemoException if it does not succeed; it has said why
     */
    void run(String... arguments) throws IOException {
        out.printf("%n$ %s%n", typed(arguments));
        out.flush();
        int exitCode = new Command(words(checkout.launcher().toString(), arguments)).onTerminal(URL_VARIABLE, url);
        if (exitCode != 0) {
            throw new DemoException(
                    "The command above failed with exit code %d. The server keeps running; begin again with: %s"
                            .formatted(exitCode, checkout.typedLauncher() + " demo"));
        }
    }

    /** The command as one types it where {@link #URL_VARIABLE} is set. */
    String typed(String... arguments) {
        return String.join(" ", words(checkout.typedLauncher(), arguments));
    }

    private List<String> words(String launcher, String... arguments) {
        String directory = Checkout.shown(checkout.migrations()).toString();
        return Stream.concat(Stream.of(launcher, "--dir", directory), Stream.of(arguments))
                .toList();
    }
}
