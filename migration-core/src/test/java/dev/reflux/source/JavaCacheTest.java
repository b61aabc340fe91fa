package dev.reflux.source;

import static dev.reflux.source.JavaExample.code;
import static dev.reflux.source.JavaExample.loadFromCache;
import static dev.reflux.source.JavaExample.source;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.revision.RevisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Classes that are kept between runs. */
class JavaCacheTest {

    @TempDir
    Path temporary;

    private SourceTree tree;
    private JavaCompilation compilation = JavaCompilation.standard();

    @BeforeEach
    void prepare() {
        tree = new SourceTree(temporary.resolve("migrations"));
        compilation = JavaCompilation.standard().withCacheDirectory(temporary.resolve("cache"));
    }

    private Migrations migrations() {
        return Migrations.inDirectories(List.of(tree.directory()), compilation);
    }

    private List<Path> entries() throws IOException {
        try (Stream<Path> files = Files.list(compilation.cacheDirectory())) {
            return files.filter(file -> !file.toString().endsWith(".used")).toList();
        }
    }

    @Test
    void secondLoad_doesNotCompile() {
        tree.with("A.java", source("id = \"a1\"", "A"));
        migrations().load();

        assertThat(code(loadFromCache(tree, compilation), "a1").instance().get())
                .isNotNull();
    }

    @Test
    void checkoutElsewhere_sharesTheCache() {
        tree.with("A.java", source("id = \"a1\"", "A"));
        migrations().load();
        tree = new SourceTree(temporary.resolve("elsewhere")).with("A.java", source("id = \"a1\"", "A"));

        LoadedMigrations loaded = loadFromCache(tree, compilation);

        assertThat(loaded.revision(RevisionId.of("a1")).node().origin())
                .isEqualTo(tree.directory().resolve("A.java").toString());
    }

    @Test
    void changedSource_isCompiledAnew() {
        tree.with("A.java", source("id = \"a1\", message = \"one\"", "A"));
        migrations().load();
        tree.with("A.java", source("id = \"a1\", message = \"two\"", "A"));

        assertThat(migrations().load().revision(RevisionId.of("a1")).node().message())
                .isEqualTo("two");
    }

    @Test
    void brokenCacheEntry_isMadeAnew() throws IOException {
        tree.with("A.java", source("id = \"a1\"", "A"));
        migrations().load();
        Path entry = entries().get(0);
        byte[] good = Files.readAllBytes(entry);
        good[good.length / 2] ^= 1;
        Files.write(entry, good);

        assertThat(code(migrations().load(), "a1").instance().get()).isNotNull();
        Files.write(entry, new byte[] {1, 2, 3});
        assertThat(code(migrations().load(), "a1").instance().get()).isNotNull();

        loadFromCache(tree, compilation);
    }

    @Test
    void cacheDirectory_thatCannotBeMade_isNoObstacle() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));
        compilation = compilation.withCacheDirectory(file.resolve("cache"));
        tree.with("A.java", source("id = \"a1\"", "A"));

        assertThat(migrations().load().graph().ids()).hasSize(1);
    }

    @Test
    void manyThreadsAtOnce_leaveOneEntry() throws IOException {
        tree.with("A.java", source("id = \"a1\"", "A"));

        assertThat(Stream.generate(this::migrations)
                        .limit(8)
                        .parallel()
                        .map(Migrations::load)
                        .toList())
                .hasSize(8);

        assertThat(entries()).hasSize(1);
    }
}
