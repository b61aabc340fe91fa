package dev.reflux.cli;

import dev.reflux.cli.Interrupts.Registration;
import dev.reflux.cli.Output.Reader;
import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** A directory to run commands in, with streams, variables and a clock that belong to the test. */
final class Workplace {

    static final Instant NOW = Instant.parse("2026-11-21T10:30:00Z");

    private final Path directory;
    private final Map<String, String> environment;
    private Optional<BufferedReader> keyboard = Optional.empty();
    private volatile Runnable interrupt = () -> {};

    private Workplace(Path directory, Map<String, String> environment) {
        this.directory = directory;
        this.environment = environment;
    }

    /** What a command left behind. */
    record Result(int code, String out, String err) {

        /** Everything that a person saw. */
        String all() {
            return out + err;
        }
    }

    /** No variables, no terminal. */
    static Workplace in(Path directory) {
        return new Workplace(directory, Map.of());
    }

    /** The same with a database. */
    Workplace with(String url) {
        return new Workplace(directory, Map.of("REFLUX_URL", url));
    }

    /** The same with these variables. */
    Workplace with(Map<String, String> variables) {
        return new Workplace(directory, Map.copyOf(variables));
    }

    /** The same with a person who types these answers. */
    Workplace answering(String... lines) {
        keyboard = Optional.of(new BufferedReader(new StringReader(String.join("\n", lines))));
        return this;
    }

    Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Cli.run(List.of(arguments), surroundings(out, err));
        return new Result(code, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }

    /** What commands share, before anything is typed. */
    Invocation invocation() {
        return new Invocation(surroundings(new ByteArrayOutputStream(), new ByteArrayOutputStream()), List.of());
    }

    private Surroundings surroundings(ByteArrayOutputStream out, ByteArrayOutputStream err) {
        return new Surroundings(
                output(out),
                output(err),
                keyboard,
                environment,
                directory,
                directory.resolveSibling("cache"),
                Clock.fixed(NOW, ZoneOffset.UTC),
                this::register);
    }

    /** What Ctrl-C does to the command that runs. */
    void interrupt() {
        interrupt.run();
    }

    private Registration register(Runnable action) {
        interrupt = action;
        return () -> {};
    }

    private static Output output(ByteArrayOutputStream bytes) {
        return new Output(new PrintStream(bytes, false, StandardCharsets.UTF_8), Reader.PROGRAM);
    }

    /** Writes a file, and the directories above it. */
    void write(String name, String text) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(file.getParent());
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String read(String name) {
        try {
            return Files.readString(directory.resolve(name));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The names of the files in a directory, sorted. */
    List<String> files(String name) {
        try (Stream<Path> files = Files.list(directory.resolve(name))) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
