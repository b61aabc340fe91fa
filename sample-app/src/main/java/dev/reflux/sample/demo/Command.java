package dev.reflux.sample.demo;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.List;

/**
 * A program to run to its end.
 *
 * @param words the program and its arguments
 */
record Command(List<String> words) {

    Command {
        words = List.copyOf(words);
    }

    /** Runs it, appends what it prints to a file, and returns its exit code. */
    int logTo(Path file) throws IOException {
        return run(Redirect.appendTo(file.toFile()));
    }

    /** Runs it, drops what it prints, and returns its exit code. */
    int discard() throws IOException {
        return run(Redirect.DISCARD);
    }

    /** Runs it on the terminal of this process with one more environment variable, and returns its exit code. */
    int onTerminal(String variable, String value) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words).inheritIO();
        builder.environment().put(variable, value);
        return await(builder.start());
    }

    /** A file, and not a pipe, for a server that the program starts keeps the output open. */
    private int run(Redirect output) throws IOException {
        return await(new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(output)
                .start());
    }

    private static int await(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new DemoException("The demo was interrupted.", interrupted);
        }
    }
}
