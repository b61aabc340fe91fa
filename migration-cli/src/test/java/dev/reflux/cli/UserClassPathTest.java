package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UserClassPathTest {

    @TempDir
    private Path directory = Path.of("");

    @BeforeEach
    void makeFiles() throws IOException {
        for (String name :
                List.of("lib/b.jar", "lib/a.jar", "lib/notes.txt", "build/x/libs/c.jar", "classes/A.class")) {
            Files.createDirectories(directory.resolve(name).getParent());
            Files.createFile(directory.resolve(name));
        }
    }

    private List<String> entries(String text) {
        return UserClassPath.parse(text, directory).entries().stream()
                .map(entry -> directory.relativize(entry).toString())
                .toList();
    }

    @Test
    void entries_haveCommasOrTheSeparatorBetweenThem() {
        assertThat(entries("classes, lib/b.jar" + File.pathSeparator + "lib/a.jar"))
                .containsExactly("classes", "lib/b.jar", "lib/a.jar");
        assertThat(entries(" ,, ")).isEmpty();
    }

    @Test
    void star_isTheJarsOfADirectory() {
        assertThat(entries("lib/*")).containsExactly("lib/a.jar", "lib/b.jar");
    }

    @Test
    void pattern_isTheFilesThatFit() {
        assertThat(entries("build/**/*.jar")).containsExactly("build/x/libs/c.jar");
        assertThat(entries("lib/[ab].jar")).containsExactly("lib/a.jar", "lib/b.jar");
    }

    @Test
    void pattern_thatFitsNothing_isAnError() {
        assertThatThrownBy(() -> entries("lib/*.war"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("No file fits the pattern \"lib/*.war\" of the class path."
                        + " Correct it, or build what it should find first.");
    }

    @Test
    void list_isReadFromItsFile() throws IOException {
        Files.writeString(
                directory.resolve("classpath.txt"),
                directory.resolve("lib/b.jar") + File.pathSeparator + directory.resolve("lib/a.jar") + "\n");

        assertThat(entries("classes,@classpath.txt")).containsExactly("classes", "lib/b.jar", "lib/a.jar");
    }

    @Test
    void list_thatIsMissing_isExplained() {
        assertThatThrownBy(() -> entries("@target/classpath.txt"))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("Maven makes it: mvn dependency:build-classpath -Dmdep.outputFile=");
    }
}
