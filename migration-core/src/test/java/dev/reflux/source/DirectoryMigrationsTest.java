package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.revision.RevisionId;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DirectoryMigrationsTest {

    @TempDir
    Path temporary;

    private SourceTree tree;

    @BeforeEach
    void prepare() {
        tree = new SourceTree(temporary.resolve("migrations"));
    }

    private static List<String> ids(LoadedMigrations loaded) {
        return loaded.graph().ids().stream().map(RevisionId::value).toList();
    }

    @Test
    void tree_isReadWithoutHiddenAndForeignFiles() {
        tree.withRevision("a1")
                .with("deep/er/b2.SQL", "-- revision: b2\n-- upgrade\n")
                .with(".git/c3.sql", "broken")
                .with(".hidden.sql", "broken")
                .with("notes.txt", "broken")
                .with("module-info.java", "broken");

        assertThat(ids(tree.load())).containsExactly("a1", "b2");
    }

    @Test
    void directory_givenTwiceOrInsideAnother_countsOnce() {
        tree.withRevision("a1").with("deep/b2.sql", "-- revision: b2\n-- upgrade\n");
        Path directory = tree.directory();

        LoadedMigrations loaded = Migrations.inDirectories(
                        List.of(directory, directory.resolve("deep/.."), directory.resolve("deep")))
                .load();

        assertThat(ids(loaded)).containsExactly("a1", "b2");
        assertThat(ids(tree.migrations().and(tree.migrations()).load())).containsExactly("a1", "b2");
    }

    @Test
    void directory_empty_hasNoRevisions() throws IOException {
        Files.createDirectories(tree.directory());

        assertThat(ids(tree.load())).isEmpty();
    }

    @Test
    void directory_missingOrAFile_isNamed() throws IOException {
        Path file = Files.createFile(temporary.resolve("file"));

        assertThat(tree.problems(Migrations.inDirectories(List.of(tree.directory(), file))))
                .containsExactly(
                        "The directory \"" + tree.directory() + "\" does not exist."
                                + " Correct the path, or create the directory: reflux init",
                        "\"" + file + "\" is a file. Name the directory that holds the revisions.");
    }

    @Test
    void symbolicLinks_areFollowed_eachFileOnce() throws IOException {
        SourceTree other =
                new SourceTree(temporary.resolve("other")).withRevision("b2").withRevision("c3");
        tree.withRevision("a1");
        Files.createSymbolicLink(tree.directory().resolve("link"), other.directory());
        Files.createSymbolicLink(tree.directory().resolve("again"), other.directory());
        Files.createSymbolicLink(
                tree.directory().resolve("same.sql"), other.directory().resolve("c3.sql"));

        LoadedMigrations loaded = tree.load();

        assertThat(ids(loaded)).containsExactly("a1", "b2", "c3");
        assertThat(loaded.revision(RevisionId.of("b2")).node().origin())
                .isEqualTo(tree.directory().resolve("again/b2.sql").toString());
    }

    @Test
    void symbolicLinks_inACycleOrDangling_areNamed() throws IOException {
        tree.withRevision("a1").with("deep/b2.sql", "-- revision: b2\n-- upgrade\n");
        Files.createSymbolicLink(tree.directory().resolve("deep/up"), tree.directory());
        Files.createSymbolicLink(tree.directory().resolve("gone.sql"), Path.of("nowhere"));
        Files.createSymbolicLink(tree.directory().resolve("gone.txt"), Path.of("nowhere"));
        Files.createSymbolicLink(tree.directory().resolve("self.sql"), Path.of("self.sql"));

        assertThat(tree.problems())
                .containsExactly(
                        "\"deep/up\" leads back to \"" + tree.directory().toRealPath()
                                + "\", which contains it. Remove the symbolic link.",
                        "\"gone.sql\" is a symbolic link to \"nowhere\", which does not exist."
                                + " Remove the link, or restore its target.",
                        "\"self.sql\" is a symbolic link to \"self.sql\", which does not exist."
                                + " Remove the link, or restore its target.");
    }

    @Test
    void directory_namedLikeARevision_isADirectory() {
        tree.with("x.sql/a1.sql", "-- revision: a1\n-- upgrade\n");

        assertThat(ids(tree.load())).containsExactly("a1");
    }

    @Test
    void brokenFiles_areAllReported_withTheProblemsOfTheGraph() {
        tree.with("1.sql", "SELECT 1;")
                .with("2.sql", "-- revision: b2\n-- upgrade\nSELECT 'open")
                .with("3.sql", "-- revision: c3\n-- revises: b2, unknown\n-- upgrade\n")
                .with("4.sql", "-- revision: c3\n-- upgrade\n")
                .with("5.sql", "-- revision: e5\n-- transactional: maybe\n");

        assertThat(tree.problems())
                .extracting(problem -> problem.lines().findFirst().orElse(""))
                .containsExactly(
                        "1.sql: there is no line \"-- revision: ID\" at the top of the file, and so it is no revision."
                                + " Begin it with \"-- revision: ID\" and \"-- revises: PARENT\", or move it out of the"
                                + " directory.",
                        "2.sql:3:8: The string that opens here is never closed."
                                + " Close it with ', and double the quotes inside ('it''s').",
                        "5.sql:2: \"transactional: maybe\" is neither true nor false."
                                + " Write one of them, or leave the line out, which means true.",
                        "5.sql:3: there is no line \"-- upgrade\"."
                                + " Write it below the header, and the statements below it.",
                        "Revision \"c3\" is declared twice, in 3.sql and in 4.sql. Give one of them another id.");
    }

    @Test
    void unknownParents_areReportedBesideBrokenStatements() {
        tree.with("2.sql", "-- revision: b2\n-- upgrade\nSELECT 'open")
                .with("3.sql", "-- revision: c3\n-- revises: b2, unknown\n-- upgrade\n");

        assertThat(tree.problems())
                .hasSize(2)
                .last()
                .isEqualTo("Revision \"c3\" in 3.sql revises \"unknown\", which does not exist."
                        + " Add its file, or correct the reference.");
    }
}
