package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.revision.RevisionId;
import dev.reflux.source.example.First;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackageMigrationsTest {

    private static final String UNFIT = """
            package com.example.migrations;

            import dev.reflux.Migration;
            import dev.reflux.Revision;

            @Revision(id = "a1")
            class Unfit {}

            @Revision(id = "b2")
            abstract class Abstract implements Migration {}
            """;

    @TempDir
    Path temporary;

    private static List<String> ids(LoadedMigrations loaded) {
        return loaded.graph().ids().stream().map(RevisionId::value).toList();
    }

    private static void compile(String source, SourceTree into) {
        JavaCompilation compilation = JavaCompilation.standard();
        SourceCompiler.ofThisRuntime()
                .compile(List.of(new JavaSource(Path.of("Unfit.java"), source)), ClassPath.of(compilation))
                .forEach(compiled -> into.with(compiled.name().replace('.', '/') + ".class", compiled.bytes()));
    }

    @Test
    void classes_ofThePackageAndBelow_areFound() {
        LoadedMigrations loaded =
                Migrations.inPackage("dev.reflux.source.example").load();

        assertThat(ids(loaded)).containsExactly("a1", "b2");
        LoadedRevision first = loaded.revision(RevisionId.of("a1"));
        assertThat(first.node().origin()).isEqualTo(First.class.getName());
        assertThat(first.checksum()).isEqualTo(Optional.empty());
        assertThat(first.code().reversible()).isFalse();
        assertThat(first.code()
                        .<Object>match(sql -> sql, java -> java.instance().get()))
                .isInstanceOf(First.class);
        assertThat(loaded.revision(RevisionId.of("b2")).mode()).isEqualTo(TransactionMode.NON_TRANSACTIONAL);
    }

    @Test
    void resources_inAJar_areFound() throws IOException {
        Path jar = temporary.resolve("app.jar");
        String text = "-- revision: a1\n-- upgrade\nSELECT 1;\n";
        try (OutputStream file = Files.newOutputStream(jar);
                JarOutputStream out = new JarOutputStream(file)) {
            for (String name : List.of("com/example/migrations/a1.sql", "com/example/other/b2.sql")) {
                out.putNextEntry(new ZipEntry(name));
                out.write(text.getBytes(StandardCharsets.UTF_8));
            }
        }
        try (URLClassLoader loader =
                new URLClassLoader(new URL[] {jar.toUri().toURL()}, getClass().getClassLoader())) {
            LoadedMigrations loaded =
                    Migrations.inPackage("com.example.migrations", loader).load();

            LoadedRevision revision = loaded.revision(RevisionId.of("a1"));
            assertThat(ids(loaded)).containsExactly("a1");
            assertThat(revision.checksum()).contains(Checksum.of(text));
            assertThat(revision.node().origin()).isEqualTo("com/example/migrations/a1.sql");
        }
    }

    @Test
    void mistakes_areAllReported() throws IOException {
        SourceTree classes = new SourceTree(temporary.resolve("classes"))
                .with("com/example/migrations/plain.sql", "SELECT 1;")
                .with("com/example/migrations/broken.sql", new byte[] {'\n', (byte) 0xFF});
        compile(UNFIT, classes);
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.directory().toUri().toURL()}, getClass().getClassLoader())) {

            assertThat(classes.problems(Migrations.inPackage("com.example.migrations", loader)))
                    .containsExactly(
                            "Revision \"b2\" in com.example.migrations.Abstract: the class"
                                    + " \"com.example.migrations.Abstract\" is not public. Declare it public.",
                            "Revision \"b2\" in com.example.migrations.Abstract: the class"
                                    + " \"com.example.migrations.Abstract\" is abstract. Move the annotation to a class"
                                    + " that can be created.",
                            "Revision \"a1\" in com.example.migrations.Unfit: the class"
                                    + " \"com.example.migrations.Unfit\" does not implement \"dev.reflux.Migration\"."
                                    + " Add it, or remove the annotation.",
                            "Revision \"a1\" in com.example.migrations.Unfit: the class"
                                    + " \"com.example.migrations.Unfit\" is not public. Declare it public.",
                            "com/example/migrations/broken.sql:2: byte 0xFF at offset 1 is not UTF-8."
                                    + " Save the file in the encoding UTF-8.",
                            "com/example/migrations/plain.sql: there is no line \"-- revision: ID\" at the top of the"
                                    + " file, and so it is no revision. Begin it with \"-- revision: ID\" and"
                                    + " \"-- revises: PARENT\", or move it out of the directory.");
        }
    }

    @Test
    void classWhoseSupertypeIsMissing_isNamed() throws IOException {
        SourceTree classes = new SourceTree(temporary.resolve("classes"));
        compile("""
                package com.example.migrations;

                @dev.reflux.Revision(id = "a1")
                public class Orphan extends Parent {}

                class Parent {}
                """.replace("Orphan", "Unfit"), classes);
        Files.delete(classes.directory().resolve("com/example/migrations/Parent.class"));
        try (URLClassLoader loader = new URLClassLoader(
                new URL[] {classes.directory().toUri().toURL()}, getClass().getClassLoader())) {

            assertThat(classes.problems(Migrations.inPackage("com.example.migrations", loader)))
                    .containsExactly("The class \"com.example.migrations.Unfit\" cannot be loaded:"
                            + " java.lang.NoClassDefFoundError: com/example/migrations/Parent."
                            + " What it extends and implements must be on the class path.");
        }
    }

    @Test
    void package_thatDoesNotExist_isNamed() {
        assertThat(new SourceTree(temporary).problems(Migrations.inPackage("dev.reflux.nowhere")))
                .containsExactly("The package \"dev.reflux.nowhere\" is not on the class path."
                        + " Correct its name, or add the classes that are in it.");
    }

    @Test
    void package_withoutRevisions_isEmpty() {
        assertThat(ids(Migrations.inPackage("dev.reflux.event").load())).isEmpty();
    }
}
