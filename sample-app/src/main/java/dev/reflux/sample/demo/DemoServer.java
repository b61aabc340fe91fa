package dev.reflux.sample.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The PostgreSQL server of the demo. It listens on the loopback address only, asks for a password, and keeps running when
 * this process ends; the next call finds it again by the files in its directory.
 *
 * <p>The settings are written when the cluster is complete: a directory without them is what an interrupted call left, and
 * is made anew. So is one that another version of PostgreSQL made.
 */
final class DemoServer {

    private static final String CONFIGURATION = """

            # The demo's: clients of this machine only, and no flush to disk, for the data are there to be thrown away.
            listen_addresses = '127.0.0.1'
            unix_socket_directories = ''
            fsync = off
            """;

    private static final Duration PATIENT = Duration.ofMinutes(2);
    private static final Duration HASTY = Duration.ofSeconds(5);

    private static final FileAttribute<?> FOR_OWNER_ONLY =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path directory;
    private final Archive archive;
    private final Progress progress;
    private final ServerUser user;

    DemoServer(Path directory, Archive archive, Progress progress) throws IOException {
        this.directory = directory;
        this.archive = archive;
        this.progress = progress;
        Files.createDirectories(directory);
        this.user = ServerUser.current(directory);
    }

    /** Makes sure that the server runs, and tells where. */
    ServerSettings start() throws IOException {
        Optional<ServerSettings> known =
                settings().filter(found -> found.archive().equals(archive.name()));
        if (known.isPresent() && isRunning(known.get())) {
            progress.note("The server of the last time still runs, on port %d."
                    .formatted(known.get().port()));
            return known.get();
        }
        ServerSettings settings = known.isPresent() ? known.get().withFreePort() : createCluster();
        settings.write(settingsFile());
        progress.step("Starting PostgreSQL on port " + settings.port(), () -> startServer(settings));
        return settings;
    }

    /** Stops the server, if it runs. */
    void stop() throws IOException {
        Optional<ServerSettings> settings = settings();
        if (settings.isPresent() && isRunning(settings.get())) {
            progress.step("Stopping PostgreSQL", this::stopServer);
        }
    }

    /** Stops the server, if it runs, and deletes its directory. */
    void remove() throws IOException {
        stop();
        Directories.delete(directory);
    }

    /** A busy machine may take long to answer, and a second server on the same files would be the end of them. */
    private boolean isRunning(ServerSettings settings) throws IOException {
        return new DemoDatabase(settings).isServerRunning(isProcessAlive() ? PATIENT : HASTY);
    }

    /** Whether the process that the server wrote down is one of this PostgreSQL. */
    private boolean isProcessAlive() throws IOException {
        Path pidFile = Path.of(data(), "postmaster.pid");
        if (Files.notExists(pidFile)) {
            return false;
        }
        return Files.readAllLines(pidFile).stream()
                .findFirst()
                .filter(pid -> pid.matches("\\d{1,10}"))
                .flatMap(pid -> ProcessHandle.of(Long.parseLong(pid)))
                .flatMap(process -> process.info().command())
                .filter(program -> program.startsWith(directory.toAbsolutePath().toString()))
                .isPresent();
    }

    private ServerSettings createCluster() throws IOException {
        remove();
        Files.createDirectories(directory);
        progress.step("Unpacking " + archive.name(), () -> archive.unpackTo(directory.resolve("postgresql")));
        ServerSettings settings = ServerSettings.create(archive);
        progress.step("Creating a database cluster", () -> initialise(settings));
        return settings;
    }

    private void initialise(ServerSettings settings) throws IOException {
        Path cluster = Files.createDirectory(directory.resolve("cluster"), FOR_OWNER_ONLY);
        Path password = Files.writeString(cluster.resolve("password"), settings.password());
        user.give(cluster);
        user.give(password);
        run(
                "initdb",
                "--pgdata=" + data(),
                "--username=" + ServerSettings.USER,
                "--pwfile=" + password,
                "--auth=scram-sha-256",
                "--encoding=UTF8",
                "--no-locale",
                "--no-sync");
        Files.delete(password);
        Files.writeString(Path.of(data(), "postgresql.conf"), CONFIGURATION, StandardOpenOption.APPEND);
    }

    /**
     * The server does not answer, so a file with its process id is what a killed one left. PostgreSQL would believe it if
     * that id is taken, be it by a dead process that nobody waited for, as happens in containers.
     */
    private void startServer(ServerSettings settings) throws IOException {
        Files.deleteIfExists(Path.of(data(), "postmaster.pid"));
        Path log = directory.resolve("cluster").resolve("server.log");
        run("pg_ctl", "start", "--wait", "-D", data(), "-l", log.toString(), "-o", "-p " + settings.port());
    }

    private void stopServer() throws IOException {
        run("pg_ctl", "stop", "--wait", "-D", data(), "--mode=fast");
    }

    private void run(String program, String... arguments) throws IOException {
        Path log = directory.resolve("commands.log");
        int exitCode = command(program, arguments).logTo(log);
        if (exitCode != 0) {
            throw new DemoException(
                    "PostgreSQL's \"%s\" failed with exit code %d. What it said is in %s, and what the server said in %s.\n"
                                    .formatted(program, exitCode, log, directory.resolve("cluster/server.log"))
                            + "Begin again with: ./reflux demo --stop && ./reflux demo");
        }
    }

    private Command command(String program, String... arguments) {
        List<String> words = new ArrayList<>(List.of(binary(program).toString()));
        words.addAll(List.of(arguments));
        return user.command(words);
    }

    private Path binary(String program) {
        return directory.resolve("postgresql").resolve("bin").resolve(program);
    }

    private String data() {
        return directory.resolve("cluster").resolve("data").toString();
    }

    private Optional<ServerSettings> settings() throws IOException {
        return ServerSettings.read(settingsFile());
    }

    private Path settingsFile() {
        return directory.resolve("server.properties");
    }
}
