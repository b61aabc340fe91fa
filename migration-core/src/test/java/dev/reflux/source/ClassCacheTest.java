package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ClassCacheTest {

    @TempDir
    Path directory;

    private static String key(int number) {
        return "%064x".formatted(number);
    }

    private static List<CompiledClass> classes(int number) {
        return List.of(new CompiledClass("A" + number, number, new byte[] {1, 2, (byte) number}));
    }

    private void ageBy(int days, String name) throws IOException {
        Path file = directory.resolve(name);
        long now = Files.getLastModifiedTime(file).toMillis();
        Files.setLastModifiedTime(file, FileTime.fromMillis(now - days * 86_400_000L));
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(file -> String.valueOf(file.getFileName()))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void entry_written_isReadBack() {
        ClassCache cache = new ClassCache(directory.resolve("deep/er"));
        cache.write(key(1), classes(7));

        CompiledClass read = cache.read(key(1)).orElseThrow().get(0);

        assertThat(read.name()).isEqualTo("A7");
        assertThat(read.source()).isEqualTo(7);
        assertThat(read.bytes()).containsExactly(1, 2, 7);
        assertThat(cache.read(key(2))).isEmpty();
    }

    @Test
    void entries_aboveTwenty_areLetGoByLastUse() throws IOException {
        ClassCache cache = new ClassCache(directory);
        for (int i = 1; i <= 20; i++) {
            cache.write(key(i), classes(i));
            ageBy(100 - i, key(i) + ".used");
        }
        cache.read(key(1));

        cache.write(key(21), classes(21));

        assertThat(cache.read(key(1))).isPresent();
        assertThat(cache.read(key(2))).isEmpty();
        assertThat(cache.read(key(3))).isPresent();
        assertThat(cache.read(key(21))).isPresent();
        assertThat(names()).hasSize(40);
    }

    @Test
    void sweep_deletesWhatKilledProcessesLeftAndNothingElse() throws IOException {
        Files.createFile(directory.resolve("new1.tmp"));
        Files.createFile(directory.resolve("new2.tmp"));
        Files.createFile(directory.resolve("notes.txt"));
        ageBy(1, "new1.tmp");
        ageBy(1, "notes.txt");

        new ClassCache(directory).write(key(1), classes(1));

        assertThat(names()).containsExactly(key(1), key(1) + ".used", "new2.tmp", "notes.txt");
    }

    @Test
    void entry_truncatedAnywhere_countsAsMissing() throws IOException {
        ClassCache cache = new ClassCache(directory);
        cache.write(key(1), classes(1));
        byte[] whole = Files.readAllBytes(directory.resolve(key(1)));

        for (int length = 0; length < whole.length; length++) {
            Files.write(directory.resolve(key(1)), java.util.Arrays.copyOf(whole, length));
            assertThat(cache.read(key(1))).isEmpty();
        }
    }
}
