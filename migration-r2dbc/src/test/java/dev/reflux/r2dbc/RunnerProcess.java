package dev.reflux.r2dbc;

import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactories;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A run in a virtual machine of its own, which prints a line for each event. */
final class RunnerProcess implements AutoCloseable {

    private static final String FINISHED = "Finished";

    private final Process process;
    private final BufferedReader lines;

    private RunnerProcess(Process process) {
        this.process = process;
        this.lines = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
    }

    /** What the child does; its first argument is the URL. */
    public static void main(String[] arguments) {
        System.out.println("ready");
        try {
            System.in.read(); // until everybody is ready
            Migrator.builder(ConnectionFactories.get("r2dbc:" + arguments[0]))
                    .migrations(FaultHistory.history().migrations())
                    .build()
                    .upgrade("heads")
                    .doOnNext(event -> System.out.println(event.getClass().getSimpleName() + " " + event))
                    .blockLast();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        System.exit(0);
    }

    /** Starts one that waits for {@link #go}. */
    static RunnerProcess start(TestDatabase database) throws IOException {
        String classPath = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        List<String> command = List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dorg.jooq.no-logo=true",
                "-Dorg.jooq.no-tips=true",
                "-cp",
                classPath,
                RunnerProcess.class.getName(),
                database.url());
        RunnerProcess runner = new RunnerProcess(
                new ProcessBuilder(command).redirectErrorStream(true).start());
        runner.line();
        return runner;
    }

    void go() throws IOException {
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
    }

    /** The next line; empty at the end. */
    Optional<String> line() throws IOException {
        return Optional.ofNullable(lines.readLine());
    }

    /** All lines to the end. */
    List<String> rest() throws IOException {
        List<String> rest = new ArrayList<>();
        for (Optional<String> line = line(); line.isPresent(); line = line()) {
            rest.add(line.get());
        }
        return rest;
    }

    static boolean isFinished(List<String> lines) {
        return lines.stream().anyMatch(line -> line.startsWith(FINISHED));
    }

    /** As {@code kill -9}: the process does nothing more. */
    void kill() {
        process.toHandle().destroyForcibly(); // that of the process would close its output too
    }

    @Override
    public void close() throws IOException {
        kill();
        lines.close();
    }
}
