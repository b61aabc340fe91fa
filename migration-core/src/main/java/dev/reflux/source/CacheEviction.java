package dev.reflux.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Bounds a {@link ClassCache}: it keeps the entries that were used last. When an entry was used is the time of a file beside
 * it, which the file system sets.
 *
 * @param directory of the cache
 */
record CacheEviction(Path directory) {

    /** How the names of unfinished entries end. */
    static final String TEMPORARY = ".tmp";

    private static final int KEPT = 20;
    private static final Duration ABANDONED = Duration.ofHours(1);
    private static final Pattern KEY = Pattern.compile("[0-9a-f]{64}");
    private static final String USED = ".used";

    /** Notes that this entry is in use now. */
    void touch(String key) {
        try {
            Files.write(used(key), new byte[1]);
        } catch (IOException e) {
            // A cache that cannot be written, for instance in a container image, is not swept either.
        }
    }

    /** Deletes the entries that were not used for longest, down to the bound, and what killed processes left. */
    void sweep(String current) throws IOException {
        touch(current);
        FileTime now = lastUse(current);
        List<Path> all = list();
        all.stream()
                .filter(file -> name(file).endsWith(TEMPORARY))
                .filter(file -> time(file).toInstant().isBefore(now.toInstant().minus(ABANDONED)))
                .forEach(CacheEviction::delete);
        all.stream()
                .map(CacheEviction::name)
                .filter(name -> KEY.matcher(name).matches() && !name.equals(current))
                .sorted(Comparator.comparing(this::lastUse).reversed())
                .skip(KEPT - 1)
                .forEach(this::evict);
    }

    private List<Path> list() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.toList();
        }
    }

    private void evict(String key) {
        delete(directory.resolve(key));
        delete(used(key));
    }

    private FileTime lastUse(String key) {
        return Files.exists(used(key)) ? time(used(key)) : time(directory.resolve(key));
    }

    private Path used(String key) {
        return directory.resolve(key + USED);
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
