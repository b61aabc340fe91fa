package dev.reflux.sample.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/**
 * A PostgreSQL for an application that was given none: below {@code .reflux/service} of the checkout, or of the working directory.
 * Its data stay. Several instances of the application share it, and start and stop it one after the other.
 */
public final class LocalServer {

    private static final int LOOKS = 20;
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Path directory;
    private final DemoDatabase database;

    private LocalServer(Path directory, DemoDatabase database) {
        this.directory = directory;
        this.database = database;
    }

    /** Makes sure that the server runs and that the database is there. Blocks; says on the way what takes long. */
    public static LocalServer start() {
        return start(Checkout.rootOrWorkingDirectory().resolve(".reflux").resolve("service"));
    }

    /** The same in a directory of the caller's. */
    public static LocalServer start(Path directory) {
        return alone(directory, server -> {
            DemoDatabase database = new DemoDatabase(server.start());
            database.createIfMissing();
            return new LocalServer(directory, database);
        });
    }

    /** The connection string, with the password. */
    public String url() {
        return database.url();
    }

    /** Stops the server unless somebody else is connected to the database. */
    public void stopIfUnused() {
        alone(directory, server -> {
            if (!isUsedForLong()) {
                server.stop();
            }
            return database;
        });
    }

    /** The connections of this process may be on their way out. */
    private boolean isUsedForLong() {
        for (int look = 1; look < LOOKS && database.isUsed(); look++) {
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        return database.isUsed();
    }

    private interface Work<T> {
        T on(DemoServer server) throws IOException;
    }

    private static <T> T alone(Path directory, Work<T> work) {
        try {
            Files.createDirectories(directory.resolveSibling(""));
            Path lockFile = directory.resolveSibling(directory.getFileName() + ".lock");
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                if (!lock.isValid()) {
                    throw new IOException("the lock on " + lockFile + " is gone");
                }
                return work.on(new DemoServer(directory, Archive.of(Platform.current()), new Progress(System.out)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Without the password. */
    @Override
    public String toString() {
        return "PostgreSQL in " + directory;
    }
}
