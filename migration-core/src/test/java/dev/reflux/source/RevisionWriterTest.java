package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RevisionWriterTest {

    @TempDir
    Path temporary;

    @Test
    void file_new_isWrittenInANewDirectory() throws IOException {
        Path written = RevisionWriter.write(temporary.resolve("deep/er"), new RevisionFile("a.sql", "é\n"));

        assertThat(written).isEqualTo(temporary.resolve("deep/er/a.sql"));
        assertThat(Files.readString(written)).isEqualTo("é\n");
    }

    @Test
    void file_thatExists_isNotOverwritten() throws IOException {
        Path existing = Files.writeString(temporary.resolve("a.sql"), "mine");

        assertThatThrownBy(() -> RevisionWriter.write(temporary, new RevisionFile("a.sql", "other")))
                .isInstanceOf(MigrationException.class)
                .hasMessage("\"" + existing + "\" exists already, and is not overwritten."
                        + " Give the revision another id or another message, or remove the file.");
        assertThat(Files.readString(existing)).isEqualTo("mine");
    }

    @Test
    void directory_thatIsAFile_isNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThatThrownBy(() -> RevisionWriter.write(file, new RevisionFile("a.sql", "")))
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining(file.toString());
    }
}
