package dev.reflux.cli;

import dev.reflux.cli.Output.Reader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;

/**
 * Loads what commands load, so that the launcher can keep the classes as the virtual machine has them in memory
 * ({@code -XX:DumpLoadedClassList}, {@code -XX:AOTCacheOutput}). It works in a directory of its own, and with a server that
 * only pretends.
 */
final class Training {

    private static final String SQL = """
            -- revision: a1
            -- message: training

            -- upgrade
            CREATE TABLE a1 (id integer);

            -- downgrade
            DROP TABLE a1;
            """;

    private static final List<List<String>> COMMANDS = List.of(
            List.of("--help"),
            List.of("init"),
            List.of("current"),
            List.of("current", "--verbose"),
            List.of("current", "--json"),
            List.of("upgrade"),
            List.of("upgrade", "--sql"),
            List.of("history", "-i"),
            List.of("heads", "--color=always"),
            List.of("revision", "-m", "another", "--format", "sql"),
            List.of("heeds"));

    private Training() {}

    /**
     * Trains, and says nothing.
     *
     * @param arguments the jar with the classes of the command
     */
    public static void main(String[] arguments) throws IOException {
        Main.prepareLibraries();
        Path directory = Files.createTempDirectory("reflux-training");
        try (PretendServer server = PretendServer.start()) {
            Files.createDirectories(directory.resolve("migrations"));
            Files.writeString(directory.resolve("migrations").resolve("a1.sql"), SQL);
            Surroundings surroundings = surroundings(directory, server.url());
            COMMANDS.forEach(command -> Cli.run(command, surroundings));
            loadOurs(Path.of(arguments[0]));
        } finally {
            remove(directory);
        }
        System.exit(ExitCode.DONE);
    }

    private static Surroundings surroundings(Path directory, String url) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream(), false, StandardCharsets.UTF_8);
        Output output = new Output(nowhere, Reader.PROGRAM);
        return new Surroundings(
                output,
                output,
                Optional.empty(),
                Map.of("REFLUX_URL", url),
                directory,
                directory.resolve("cache"),
                Clock.systemUTC(),
                new ShutdownInterrupts());
    }

    /** The rest of our own classes. One that needs what is not there is left out. */
    private static void loadOurs(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            List<String> names = new ArrayList<>();
            file.stream().map(JarEntry::getName).forEach(names::add);
            names.stream()
                    .filter(name -> name.startsWith("dev/reflux/") && name.endsWith(".class"))
                    .map(name ->
                            name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                    .forEach(Training::load);
        }
    }

    private static void load(String name) {
        try {
            Class.forName(name, false, Training.class.getClassLoader());
        } catch (ClassNotFoundException | LinkageError e) {
            // Such as those for Hibernate, which the user brings along.
        }
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
