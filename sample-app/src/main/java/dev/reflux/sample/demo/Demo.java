package dev.reflux.sample.demo;

import io.r2dbc.spi.R2dbcException;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/** {@code ./reflux demo}: brings up a PostgreSQL, runs the sample's migrations on it, and leaves it to the user. */
public final class Demo {

    private static final String USAGE = """
            Usage: ./reflux demo [--stop]

            Starts a PostgreSQL of its own below .reflux/demo, creates a fresh database, and runs the migrations of
            the sample application. The server keeps running.

              --stop   stop the server and delete its data
            """;

    private static final int DONE = 0;
    private static final int FAILED = 1;
    private static final int MISUSED = 2;

    private final PrintStream out;

    private Demo(PrintStream out) {
        this.out = out;
    }

    /**
     * Runs the demo and ends the process.
     *
     * @param arguments as typed after {@code ./reflux demo}
     */
    public static void main(String[] arguments) {
        // The service's logger is on the class path too, and what libraries say here interests nobody.
        System.setProperty("logback.configurationFile", "demo-logback.xml");
        System.exit(new Demo(System.out).run(List.of(arguments)));
    }

    private int run(List<String> arguments) {
        try {
            if (arguments.isEmpty()) {
                whileAlone(this::start);
            } else if (arguments.equals(List.of("--stop"))) {
                whileAlone(this::stop);
            } else if (arguments.equals(List.of("--help"))) {
                out.print(USAGE);
            } else {
                System.err.printf("The demo does not understand \"%s\".%n%n%s", String.join(" ", arguments), USAGE);
                return MISUSED;
            }
            return DONE;
        } catch (DemoException | IOException | UncheckedIOException | R2dbcException failure) {
            out.flush();
            System.err.printf("%n%s%n", sentence(failure));
            return FAILED;
        }
    }

    private static String sentence(Exception failure) {
        if (failure instanceof AccessDeniedException denied) {
            return "The demo may not use %s. If another user ran it here, run it as that user, or delete .reflux first."
                    .formatted(denied.getFile());
        }
        if (failure instanceof R2dbcException) {
            return "The demo's server does not do as asked: %s%nBegin again with: ./reflux demo --stop && ./reflux demo"
                    .formatted(failure.getMessage());
        }
        return failure instanceof DemoException
                ? String.valueOf(failure.getMessage())
                : "The demo cannot work with its files: " + failure.getMessage();
    }

    private interface Work {
        void run(Checkout checkout) throws IOException;
    }

    /** Two demos at once would drop each other's database. */
    private static void whileAlone(Work work) throws IOException {
        Checkout checkout = Checkout.locate();
        Path directory = Files.createDirectories(checkout.demoDirectory().resolveSibling(""));
        try (FileChannel channel = FileChannel.open(
                        directory.resolve("demo.lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            if (lock == null) {
                throw new DemoException("Another demo is running in this checkout. Wait until it has ended.");
            }
            work.run(checkout);
        }
    }

    private void start(Checkout checkout) throws IOException {
        out.printf("A PostgreSQL for the demo, in %s%n", Checkout.shown(checkout.demoDirectory()));
        DemoDatabase database = new DemoDatabase(server(checkout).start());
        new Tour(database, new RefluxCommand(checkout, database.url(), out), out).show();
    }

    private void stop(Checkout checkout) throws IOException {
        if (Files.notExists(checkout.demoDirectory())) {
            out.println("There is no demo to stop.");
            return;
        }
        server(checkout).remove();
        out.println("The demo is gone, with its data. Start it again with: ./reflux demo");
    }

    private DemoServer server(Checkout checkout) throws IOException {
        return new DemoServer(checkout.demoDirectory(), Archive.of(Platform.current()), new Progress(out));
    }
}
