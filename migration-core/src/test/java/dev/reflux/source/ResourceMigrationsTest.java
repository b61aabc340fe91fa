package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.revision.InvalidGraphException;
import dev.reflux.revision.RevisionId;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarOutputStream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ResourceMigrationsTest {

    private static final String NAME = "db/migrations/a1.sql";

    @TempDir
    Path temporary;

    /** A jar with one entry, and the URL of the entry. */
    private URL inJar(String content) throws IOException {
        Path jar = temporary.resolve("some.jar");
        try (JarOutputStream out = new JarOutputStream(Files.newOutputStream(jar))) {
            out.putNextEntry(new ZipEntry(NAME));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return URI.create("jar:" + jar.toUri() + "!/" + NAME).toURL();
    }

    @Test
    void entry_ofAJar_isARevision() throws IOException {
        SqlResource resource = new SqlResource(NAME, inJar("-- revision: a1\n\n-- upgrade\nSELECT 1;\n"));

        LoadedRevision loaded = Migrations.ofResources(List.of(resource)).load().revision(RevisionId.of("a1"));
        assertThat(loaded.node().origin()).isEqualTo(NAME);
        assertThat(loaded.checksum()).isPresent();
    }

    @Test
    void mistakes_andWhatIsMissing_areReportedByName() throws IOException {
        SqlResource broken = new SqlResource(NAME, inJar("-- revision: a1\n\n-- upgrade\nSELECT 'open;\n"));
        SqlResource missing = new SqlResource(
                "gone.sql", temporary.resolve("gone.sql").toUri().toURL());

        assertThatThrownBy(
                        () -> Migrations.ofResources(List.of(broken, missing)).load())
                .isInstanceOf(InvalidGraphException.class)
                .hasMessageContaining(NAME + ":4")
                .hasMessageContaining("\"gone.sql\" cannot be read");
    }
}
