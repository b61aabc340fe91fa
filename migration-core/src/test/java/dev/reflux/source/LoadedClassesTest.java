package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which classes a virtual machine loads for a directory of revisions; start-up time hangs on it. */
class LoadedClassesTest {

    @TempDir
    Path temporary;

    /** Loads the directory that the first argument names; classes are cached in that of the second. */
    static final class Loading {

        private Loading() {}

        public static void main(String[] arguments) {
            JavaCompilation compilation = JavaCompilation.standard().withCacheDirectory(Path.of(arguments[1]));
            Migrations.inDirectories(List.of(Path.of(arguments[0])), compilation)
                    .load();
        }
    }

    private List<String> loaded(Path directory) throws IOException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Loading.class.getName(),
                        directory.toString(),
                        temporary.resolve("cache").toString())
                .redirectErrorStream(true)
                .start();
        try (BufferedReader output = process.inputReader()) {
            return output.lines()
                    .map(line -> line.replaceAll("^\\[.*?] (\\S+) source:.*$", "$1"))
                    .map(line -> line.replaceAll("^.*\\] ", ""))
                    .toList();
        }
    }

    @Test
    void sqlDirectory_loadsNeitherScannerNorCompilerNorJooq() throws IOException {
        SourceTree tree = new SourceTree(temporary.resolve("migrations"))
                .with("a1.sql", "-- revision: a1\n-- upgrade\nCREATE TABLE t (a int);\n-- downgrade\nDROP TABLE t;\n");

        List<String> loaded = loaded(tree.directory());

        assertThat(loaded).contains("dev.reflux.sql.Lexer");
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("io.github.classgraph")
                        || name.startsWith("org.jooq")
                        || name.startsWith("com.sun.tools.javac"));
    }

    @Test
    void javaDirectory_cached_loadsNeitherScannerNorCompilerNorJooq() throws IOException {
        RevisionDraft draft = RevisionDraft.empty(dev.reflux.revision.RevisionNode.of("a1"))
                .withStatements(List.of("SELECT 1"), List.of());
        RevisionWriter.write(temporary.resolve("migrations"), RevisionFile.java(draft));
        assertThat(loaded(temporary.resolve("migrations"))).contains("com.sun.tools.javac.main.JavaCompiler");

        List<String> loaded = loaded(temporary.resolve("migrations"));

        assertThat(loaded).contains("Ra1");
        assertThat(loaded)
                .noneMatch(name -> name.startsWith("io.github.classgraph")
                        || name.startsWith("org.jooq")
                        || name.startsWith("reactor")
                        || name.startsWith("com.sun.tools.javac"));
    }
}
