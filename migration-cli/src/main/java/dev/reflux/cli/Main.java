package dev.reflux.cli;

import dev.reflux.cli.Output.Reader;
import java.io.BufferedOutputStream;
import java.io.BufferedReader;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.Help.Ansi;

/** The process of the {@code reflux} command. */
public final class Main {

    /** Set by the launcher, which knows it: which of {@code in}, {@code out} and {@code err} are terminals. */
    private static final String TERMINALS = "dev.reflux.terminals";

    /** What libraries read when their classes are loaded. What the process was started with counts more. */
    private static final Map<String, String> LIBRARY_SETTINGS = Map.of(
            "io.netty.jfr.enabled", "false",
            "org.slf4j.simpleLogger.defaultLogLevel", "off",
            "org.jooq.no-logo", "true",
            "org.jooq.no-tips", "true");

    private Main() {}

    /**
     * Runs the command and ends the process with its exit code.
     *
     * @param arguments as typed
     */
    public static void main(String[] arguments) {
        prepareLibraries();
        System.exit(Cli.run(List.of(arguments), surroundings()));
    }

    /** To be called before a class of a library is loaded. */
    static void prepareLibraries() {
        LIBRARY_SETTINGS.forEach((name, value) -> {
            if (System.getProperty(name) == null) {
                System.setProperty(name, value);
            }
        });
    }

    private static Surroundings surroundings() {
        Map<String, String> environment = System.getenv();
        return new Surroundings(
                new Output(stream(FileDescriptor.out, "stdout.encoding"), reader("out")),
                new Output(stream(FileDescriptor.err, "stderr.encoding"), reader("err")),
                keyboard(),
                environment,
                Path.of(""),
                cacheDirectory(environment),
                Clock.systemUTC(),
                new ShutdownInterrupts());
    }

    private static PrintStream stream(FileDescriptor descriptor, String property) {
        return new PrintStream(new BufferedOutputStream(new FileOutputStream(descriptor)), false, charset(property));
    }

    private static Optional<BufferedReader> keyboard() {
        String terminals = System.getProperty(TERMINALS);
        boolean person = terminals == null
                ? Consoles.isInteractive()
                : List.of(terminals.split(",", -1)).containsAll(List.of("in", "err"));
        return person
                ? Optional.of(new BufferedReader(new InputStreamReader(System.in, charset("stdin.encoding"))))
                : Optional.empty();
    }

    /** What the terminal expects; a POSIX locale does not say, and then it is UTF-8. */
    private static Charset charset(String property) {
        String name = Optional.ofNullable(System.getProperty(property))
                .or(() -> Optional.ofNullable(System.getProperty("sun." + property)))
                .or(() -> Optional.ofNullable(System.getProperty("native.encoding")))
                .orElse("UTF-8");
        Charset charset = Charset.isSupported(name) ? Charset.forName(name) : StandardCharsets.UTF_8;
        return charset.equals(StandardCharsets.US_ASCII) ? StandardCharsets.UTF_8 : charset;
    }

    private static Reader reader(String name) {
        String terminals = System.getProperty(TERMINALS);
        boolean person = terminals == null
                ? Ansi.AUTO.enabled()
                : List.of(terminals.split(",", -1)).contains(name);
        return person ? Reader.PERSON : Reader.PROGRAM;
    }

    /** Where the XDG base directory specification puts it. */
    private static Path cacheDirectory(Map<String, String> environment) {
        String configured = environment.getOrDefault("XDG_CACHE_HOME", "");
        Path base = Path.of(configured).isAbsolute()
                ? Path.of(configured)
                : Path.of(System.getProperty("user.home", "."), ".cache");
        return base.resolve("reflux");
    }
}
