package dev.reflux.source;

import static dev.reflux.source.JavaExample.code;
import static dev.reflux.source.JavaExample.loadFromCache;
import static dev.reflux.source.JavaExample.source;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.Migration;
import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionId;
import java.io.IOException;
import java.io.InputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JavaSourcesTest {

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

    @Test
    void sources_ofManyPackages_areCompiledTogether() {
        String first = source("id = \"a1\", message = \"first\", created = \"2026-01-01\"", "First");
        tree.with("First.java", first)
                .with(
                        "deep/er/Second.java",
                        "package com.example;\n" + source("id = \"b2\", revises = \"a1\"", "Second"))
                .with("Helper.java", "class Helper { static int one() { return 1; } }")
                .with("c3.sql", "-- revision: c3\n-- revises: b2\n-- upgrade\n");

        LoadedMigrations loaded = migrations().load();

        assertThat(loaded.graph().ids()).extracting(RevisionId::value).containsExactly("a1", "b2", "c3");
        LoadedRevision revision = loaded.revision(RevisionId.of("a1"));
        assertThat(revision.checksum()).contains(Checksum.of(first));
        assertThat(revision.node().message()).isEqualTo("first");
        assertThat(revision.node().origin())
                .isEqualTo(tree.directory().resolve("First.java").toString());
        assertThat(code(loaded, "b2").type().getName()).isEqualTo("com.example.Second");
        assertThat(code(loaded, "b2").instance().get()).isInstanceOf(Migration.class);
    }

    @Test
    void annotation_everyMember_isRead() {
        tree.withRevision("b2").withRevision("c3").withRevision("d4");
        tree.with(
                "A.java",
                source(
                        "id = \"a1\", revises = {\"b2\", \"c3\"}, dependsOn = \"d4\", labels = {\"x\", \"y\"},"
                                + " transactional = false",
                        "A"));

        LoadedRevision revision = migrations().load().revision(RevisionId.of("a1"));

        assertThat(revision.node().revises()).extracting(RevisionId::value).containsExactly("b2", "c3");
        assertThat(revision.node().dependsOn()).containsExactly("d4");
        assertThat(revision.node().labels()).containsExactly("x", "y");
        assertThat(revision.mode()).isEqualTo(TransactionMode.NON_TRANSACTIONAL);
        assertThat(revision.code().reversible()).isTrue();
    }

    @Test
    void load_initialisesNothingAndLoadsNeitherJooqNorReactor() {
        tree.with("A.java", source("id = \"a1\"", "A", "static int boom = Integer.parseInt(\"boom\");"));
        migrations().load();
        Set<String> loaded = new ConcurrentSkipListSet<>();
        compilation = compilation.withParent(new RecordingLoader(loaded));

        LoadedMigrations migrations = loadFromCache(tree, compilation);

        assertThat(loaded).contains("dev.reflux.Migration");
        assertThat(loaded).noneMatch(name -> name.startsWith("org.jooq") || name.startsWith("reactor"));
        assertThatThrownBy(() -> code(migrations, "a1").instance().get())
                .isInstanceOf(MigrationException.class)
                .hasMessage("The migration \"A\" cannot be created: java.lang.NumberFormatException:"
                        + " For input string: \"boom\". What it uses must be on the class path.");
    }

    /** Writes down what the sources make their parent load. */
    private static final class RecordingLoader extends ClassLoader {

        private final Set<String> names;

        RecordingLoader(Set<String> names) {
            super(JavaSourcesTest.class.getClassLoader());
            this.names = names;
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            names.add(name);
            return super.loadClass(name, resolve);
        }
    }

    @Test
    void classPath_ofTheCaller_isSeenByCompilerAndLoader() throws IOException {
        Path library = temporary.resolve("library");
        SourceTree librarySource = new SourceTree(temporary.resolve("source"))
                .with("Text.java", "package lib; public class Text { public static String sql() { return \"x\"; } }");
        new SourceCompiler(() -> Optional.of(javax.tools.ToolProvider.getSystemJavaCompiler()))
                .compile(
                        List.of(new JavaSource(
                                librarySource.directory().resolve("Text.java"),
                                SourceText.read(librarySource.directory().resolve("Text.java")))),
                        List.of())
                .forEach(compiled ->
                        new SourceTree(library).with(compiled.name().replace('.', '/') + ".class", compiled.bytes()));
        tree.with("A.java", source("id = \"a1\"", "A", "public A() { lib.Text.sql(); }"));
        compilation = compilation.withClassPath(List.of(library));

        assertThat(code(migrations().load(), "a1").instance().get()).isNotNull();

        try (URLClassLoader parent = new URLClassLoader(
                new URL[] {library.toUri().toURL()}, getClass().getClassLoader())) {
            compilation = compilation.withClassPath(List.of()).withParent(parent);
            assertThat(code(migrations().load(), "a1").instance().get()).isNotNull();
        }
    }

    @Test
    void resources_besideTheSources_areFound() throws IOException {
        tree.with("A.java", source("id = \"a1\"", "A")).with("seed.csv", "1,2");
        Class<?> type = code(migrations().load(), "a1").type();

        try (InputStream seed = type.getResourceAsStream("seed.csv")) {
            assertThat(new String(java.util.Objects.requireNonNull(seed).readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("1,2");
        }
    }

    @Test
    void sources_winOverClassesOfTheParent() {
        String name = JavaSourcesTest.class.getName();
        tree.with(
                "JavaSourcesTest.java",
                "package dev.reflux.source;\n" + source("id = \"a1\"", JavaSourcesTest.class.getSimpleName()));

        Class<?> type = code(migrations().load(), "a1").type();

        assertThat(type.getName()).isEqualTo(name);
        assertThat(type).isNotEqualTo(JavaSourcesTest.class);
    }
}
