package dev.reflux.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Kind;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQL files as the desired schema. */
class SqlSchemaTest {

    private static final String TABLE = "CREATE TABLE t (id bigint);\n";

    @TempDir
    Path directory;

    private Path write(String name, String text) throws IOException {
        Path file = directory.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }

    @Test
    void scripts_ofFile_areItsText() throws IOException {
        Path file = write("schema.sql", TABLE);

        assertThat(DesiredSchema.sql(file).scripts()).containsExactly(new SchemaScript(file.toString(), TABLE));
    }

    @Test
    void scripts_ofFileOfAnyName_areItsText() throws IOException {
        assertThat(DesiredSchema.sql(write("schema.ddl", TABLE)).scripts()).hasSize(1);
    }

    @Test
    void scripts_ofFileWithByteOrderMark_beginAfterIt() throws IOException {
        Path file = write("schema.sql", "\uFEFF" + TABLE);

        assertThat(DesiredSchema.sql(file).scripts())
                .extracting(SchemaScript::text)
                .containsExactly(TABLE);
    }

    @Test
    void scripts_ofDirectory_areInOrderOfNames_directoryByDirectory() throws IOException {
        write("20-tables/b.sql", "");
        write("20-tables/A.SQL", "");
        write("20-tables-more.sql", "");
        write("10-types.sql", "");
        write("readme.md", "not SQL");
        write(".hidden.sql", "not SQL");
        write(".git/x.sql", "not SQL");

        assertThat(DesiredSchema.sql(directory).scripts())
                .extracting(
                        script -> directory.relativize(Path.of(script.source())).toString())
                .containsExactly("10-types.sql", "20-tables/A.SQL", "20-tables/b.sql", "20-tables-more.sql");
    }

    @Test
    void scripts_throughSymbolicLink_areRead() throws IOException {
        Path elsewhere = write("elsewhere/x.sql", TABLE).getParent();
        Path linked = Files.createDirectory(directory.resolve("schema"));
        Files.createSymbolicLink(linked.resolve("shared"), elsewhere);

        assertThat(DesiredSchema.sql(linked).scripts()).hasSize(1);
    }

    @Test
    void scripts_ofMissingPath_areRefused() {
        Path missing = directory.resolve("schema.sql");

        assertThatThrownBy(() -> DesiredSchema.sql(missing).scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessage("There is no \"" + missing + "\", which should hold the desired schema."
                        + " Correct the path, or write the schema there as CREATE statements.");
    }

    @Test
    void scripts_ofDirectoryWithoutSql_areRefused() throws IOException {
        write("readme.md", "");

        assertThatThrownBy(() -> DesiredSchema.sql(directory).scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessage(
                        "The directory \"" + directory + "\", which should hold the desired schema, has no .sql file."
                                + " Correct the path, or write the schema there as CREATE statements.");
    }

    @Test
    void scripts_inAnotherEncoding_areRefused() throws IOException {
        Path file = write("schema.sql", "");
        Files.write(file, "-- ä".getBytes(StandardCharsets.ISO_8859_1));

        assertThatThrownBy(() -> DesiredSchema.sql(file).scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessageContaining("is not UTF-8");
    }

    @Test
    void scripts_inCircleOfLinks_areRefused() throws IOException {
        write("x.sql", TABLE);
        Files.createSymbolicLink(directory.resolve("again"), directory);

        assertThatThrownBy(() -> DesiredSchema.sql(directory).scripts())
                .isInstanceOf(MigrationException.class)
                .hasMessage("The directory \"" + directory + "\" cannot be read: the symbolic link \""
                        + directory.resolve("again") + "\" leads back to a directory above it.");
    }

    @Test
    void kinds_areAll() {
        assertThat(DesiredSchema.sql(directory).kinds()).containsExactly(Kind.values());
        assertThat(DesiredSchema.of("a test", TABLE).kinds()).containsExactly(Kind.values());
    }

    @Test
    void and_joinsScriptsInOrder() {
        DesiredSchema both = DesiredSchema.of("one", "1;").and(DesiredSchema.of("two", "2;"));

        assertThat(both.scripts()).containsExactly(new SchemaScript("one", "1;"), new SchemaScript("two", "2;"));
    }
}
