package dev.reflux.r2dbc.catalog;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Files in one directory, named by keys; those that were used last are kept. A file appears by an atomic move. When one was used
 * is the time of a file beside it, which the file system sets. Blocks.
 *
 * @param path of the directory
 */
record CacheDirectory(Path path) {

    private static final int KEPT = 20;
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final String USED = ".used";
    private static final String TEMPORARY = ".tmp";

    /** The content of a file; empty if there is none, or it cannot be read. */
    Optional<byte[]> read(String key) {
        try {
            byte[] content = Files.readAllBytes(path.resolve(key));
            touch(key);
            return Optional.of(content);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes a file and deletes what was not used for longest, down to the bound. Does nothing where that is not possible. */
    void write(String key, byte[] content) {
        try {
            Files.createDirectories(path);
            Path temporary = Files.createTempFile(path, "new", TEMPORARY);
            try {
                Files.write(temporary, content);
                Files.move(temporary, path.resolve(key), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(temporary);
            }
            touch(key);
            sweep(lastUse(key));
        } catch (IOException e) {
            // The catalog is in memory; the next run elaborates again.
        }
    }

    private void touch(String key) {
        try {
            Files.write(path.resolve(key + USED), new byte[1]);
        } catch (IOException e) {
            // A directory that cannot be written is not swept either.
        }
    }

    private void sweep(FileTime now) throws IOException {
        List<Path> all = list();
        all.stream()
                .filter(file -> name(file).endsWith(TEMPORARY))
                .filter(file -> time(file).toInstant().isBefore(now.toInstant().minus(ABANDONED)))
                .forEach(CacheDirectory::delete);
        all.stream()
                .map(CacheDirectory::name)
                .filter(name -> KEY.matcher(name).matches())
                .sorted(Comparator.comparing(this::lastUse).reversed())
                .skip(KEPT)
                .forEach(name -> {
                    delete(path.resolve(name));
                    delete(path.resolve(name + USED));
                });
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(path)) {
            return files.toList();
        }
    }

    private FileTime lastUse(String key) {
        Path used = path.resolve(key + USED);
        return time(Files.exists(used) ? used : path.resolve(key));
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }

    private static FileTime time(Path file) {
        try {
            return Files.getLastModifiedTime(file);
        } catch (IOException e) {
            return FileTime.fromMillis(0);
        }
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            // Another process may have it open, on Windows; a later sweep deletes it.
        }
    }
}
