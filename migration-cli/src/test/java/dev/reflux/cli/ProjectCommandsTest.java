package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The commands that need no database. */
class ProjectCommandsTest {

    @TempDir
    private Path parent = Path.of("");

    private Workplace place = Workplace.in(parent);

    @BeforeEach
    void makeProject() throws IOException {
        Path directory = Files.createDirectory(parent.resolve("project"));
        place = Workplace.in(directory);
    }

    @Test
    void init_inAnEmptyDirectory_makesAProject() {
        Result result = place.run("init");

        assertThat(result.out()).isEqualTo("""
                created migrations/
                created reflux.properties
                created .env.example
                created .gitignore
                """);
        assertThat(result.err()).contains("Next:", "reflux revision -m");
        assertThat(place.files("")).containsExactly(".env.example", ".gitignore", "migrations", "reflux.properties");
        assertThat(place.read(".gitignore")).isEqualTo(".env\n");
        assertThat(place.read("reflux.properties")).contains("#dir = migrations\n", "#url = postgresql://");
        assertThat(result.code()).isZero();
    }

    @Test
    void init_again_changesNothing() {
        place.write("reflux.properties", "url = postgresql://ann@host/db\n");
        place.write(".gitignore", "target/\n.env");

        Result result = place.run("init");

        assertThat(result.out()).isEqualTo("""
                created migrations/
                kept    reflux.properties, as it was
                created .env.example
                kept    .gitignore, as it was
                """);
        assertThat(place.read("reflux.properties")).isEqualTo("url = postgresql://ann@host/db\n");
        assertThat(place.read(".gitignore")).isEqualTo("target/\n.env");
    }

    @Test
    void init_withAGitignore_addsALine() {
        place.write(".gitignore", "target/");

        assertThat(place.run("init").out()).contains("changed .gitignore, with a line for .env\n");
        assertThat(place.read(".gitignore")).isEqualTo("target/\n.env\n");
    }

    @Test
    void init_withADirectory_isRememberedInTheSettings() {
        place.run("init", "db/changes");

        assertThat(place.read("reflux.properties")).contains("\ndir = db/changes\n");
        assertThat(place.run("revision", "-m", "one", "--format", "sql", "--rev-id", "a1")
                        .code())
                .isZero();
        assertThat(place.files("db/changes")).containsExactly("a1_one.sql");
    }

    @Test
    void init_thatContradictsTheSettings_saysWhichCounts() {
        place.write("reflux.properties", "dir = old\n");

        assertThat(place.run("init", "new").err()).contains("warning: \"reflux.properties\" says dir = old");
    }

    @Test
    void commands_withoutAProject_sayHowToMakeOne() {
        Result result = place.run("heads");

        assertThat(result.err())
                .startsWith("error: There is no directory \"")
                .endsWith("Make a project here: reflux init. Or say where the revisions are: --dir DIRECTORY.\n");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void revision_inJava_isAClassThatCompiles() {
        place.run("init");

        Result result = place.run("revision", "-m", "create customers", "--rev-id", "3f2a");

        assertThat(result.out().strip()).endsWith("migrations/R3f2a_create_customers.java");
        assertThat(result.err())
                .isEqualTo("Revision 3f2a is a base. Write its upgrade and its downgrade, then: reflux upgrade\n");
        assertThat(place.read("migrations/R3f2a_create_customers.java"))
                .contains("id = \"3f2a\"", "message = \"create customers\"", "created = \"2026-11-21T10:30:00Z\"")
                .contains("class R3f2a_create_customers implements Migration");
        assertThat(place.run("heads").out()).isEqualTo("3f2a (head), create customers\n");
    }

    @Test
    void revision_withoutAHead_buildsOnTheOnlyOne() {
        place.run("init");
        place.run("revision", "-m", "one", "--rev-id", "a1", "--format", "sql");

        Result result = place.run("revision", "-m", "two", "--format=SQL");

        assertThat(result.err()).contains(" builds on a1 (one).");
        assertThat(place.run("history").out()).matches("a1 -> [0-9a-f]{12} \\(head\\), two\n<base> -> a1, one\n");
    }

    @Test
    void revision_doesNotOverwrite() {
        place.run("init");
        place.write("migrations/b2_two.sql", "-- revision: b9\n-- message: two\n\n-- upgrade\n\n-- downgrade\n");

        Result result = place.run("revision", "-m", "two", "--rev-id", "b2", "--format", "sql");

        assertThat(result.err()).startsWith("error: ").contains("b2_two.sql\" exists already, and is not overwritten.");
        assertThat(result.code()).isEqualTo(1);
        assertThat(place.read("migrations/b2_two.sql")).startsWith("-- revision: b9\n");
    }

    @Test
    void branches_areMadeAndJoined() {
        place.run("init");
        place.run("revision", "-m", "one", "--rev-id", "a1", "--format", "sql");
        place.run("revision", "-m", "two", "--rev-id", "b2", "--format", "sql");
        place.run(
                "revision",
                "-m",
                "bills",
                "--rev-id",
                "c3",
                "--format",
                "sql",
                "--head",
                "a1",
                "--splice",
                "--branch-label",
                "billing",
                "--depends-on",
                "b2");

        assertThat(place.run("heads").out()).isEqualTo("b2 (effective head), two\nc3 (billing) (head), bills\n");
        assertThat(place.run("revision", "-m", "more").err()).contains("there are 2 heads");
        assertThat(place.run("revision", "-m", "join", "--rev-id", "d4", "--head", "heads", "--head", "b2")
                        .code())
                .isZero();
        assertThat(place.run("history", "-r", "billing:").out())
                .isEqualTo("c3, b2 -> d4 (head) (mergepoint), join\na1 (b2) -> c3 (billing), bills\n");
    }

    @Test
    void options_beforeAndAfterTheCommand_areTheSame() {
        place.write("other/a1.sql", "-- revision: a1\n-- message: one\n\n-- upgrade\nSELECT 1;\n\n-- downgrade\n");

        assertThat(place.run("--dir", "other", "heads").out()).isEqualTo("a1 (head), one\n");
        assertThat(place.run("heads", "--dir", "other").out()).isEqualTo("a1 (head), one\n");
        assertThat(place.run("--verbose", "heads", "--dir=other").out()).startsWith("Rev: a1 (head)\nParent: <base>\n");
    }

    @Test
    void project_isFoundFromBelow() throws IOException {
        place.run("init");
        place.run("revision", "-m", "one", "--rev-id", "a1");
        Path below = Files.createDirectories(parent.resolve("project/src/main"));

        assertThat(Workplace.in(below).run("heads").out()).isEqualTo("a1 (head), one\n");
    }

    @Test
    void setting_thatIsMistyped_isNoticed() {
        place.write("reflux.properties", "dri = db\n");
        place.write("migrations/a1.sql", "-- revision: a1\n\n-- upgrade\n\n-- downgrade\n");

        assertThat(place.run("heads").err())
                .isEqualTo("warning: \"reflux.properties\" has a setting \"dri\" that means nothing."
                        + " Did you mean \"dir\"?\n");
    }

    @Test
    void colours_areThereWhenAskedFor() {
        place.write("migrations/a1.sql", "-- revision: a1\n-- message: one\n\n-- upgrade\n\n-- downgrade\n");

        assertThat(place.run("heads", "--color=always").out())
                .isEqualTo("\033[33ma1\033[0m\033[36m (head)\033[0m, one\n");
        assertThat(place.run("--help", "--color=always").out()).contains("\033[");
    }

    @Test
    void brokenSource_showsFileLineAndCaret() {
        place.write("migrations/Broken.java", """
                import dev.reflux.*;

                public final class Broken implements Migration {
                    int x = y;
                }
                """);

        Result result = place.run("heads");

        assertThat(result.err())
                .contains("Broken.java:4:13:", "    int x = y;\n", "            ^")
                .doesNotContain("Exception");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void classPath_thatIsNotThere_isNamed() {
        assertThat(place.run("heads", "--classpath", "nolib/*").err()).startsWith("error: There is no \"");
        assertThat(place.run("heads", "--package", "com.example.none").err())
                .startsWith("error: The package \"com.example.none\" is not on the class path.");
    }
}
