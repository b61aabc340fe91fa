package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What somebody at a terminal is asked, and what somebody without one is told. */
@PostgresTest
class RenameQuestionsTest {

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    RenameQuestionsTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void makeProject() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        place.write("reflux.properties", "schema = schema.sql\n");
        place.write("migrations/.gitkeep", "");
        database.execute("CREATE TABLE customers (id int, name text, phone text)");
    }

    private Result generate() {
        return place.run("revision", "--autogenerate", "-m", "x", "--format", "sql", "--rev-id", "a1");
    }

    @Test
    void withoutATerminal_thereIsAHint() {
        place.write("schema.sql", "CREATE TABLE customers (id int, name text, mobile text)");

        assertThat(generate().err())
                .contains("hint: If column public.customers.phone was renamed to mobile:"
                        + " --rename customers.phone=mobile\n");
        assertThat(place.read("migrations/a1_x.sql")).contains("DROP COLUMN phone");
    }

    @Test
    void yes_isARename() {
        place.write("schema.sql", "CREATE TABLE customers (id int, name text, mobile text)");
        place.answering("y");

        assertThat(generate().err())
                .isEqualTo("Was column public.customers.phone renamed to mobile? [y/N] "
                        + "rename   column public.customers.phone to mobile\n"
                        + "Revision a1 is a base.\nRead it, then: reflux upgrade\n");
        assertThat(place.read("migrations/a1_x.sql"))
                .contains("RENAME COLUMN phone TO mobile")
                .doesNotContain("DROP");
    }

    @Test
    void anythingElse_isNone_andTheNextIsAsked() {
        place.write("schema.sql", "CREATE TABLE customers (id int, name text, cell text, mobile text)");
        place.answering("", "Yes");

        assertThat(generate().err())
                .startsWith("Was column public.customers.phone renamed to cell? [y/N] "
                        + "Was column public.customers.phone renamed to mobile? [y/N] "
                        + "rename   column public.customers.phone to mobile\n"
                        + "add      column public.customers.cell\n")
                .doesNotContain("hint:");
    }

    @Test
    void endOfInput_isNo() {
        place.write("schema.sql", "CREATE TABLE customers (id int, name text, mobile text)");
        place.answering();

        assertThat(generate().err()).contains("remove   column public.customers.phone");
    }

    @Test
    void tableWithMostlyTheSameColumns_isAskedFor_thenItsColumns() {
        place.write("schema.sql", "CREATE TABLE clients (id int, name text, mobile text)");
        place.answering("y", "y");

        Result result = generate();

        assertThat(result.err())
                .startsWith("Was table public.customers renamed to clients? [y/N] "
                        + "Was column public.clients.phone renamed to mobile? [y/N] ");
        database.execute("INSERT INTO customers VALUES (1, 'Ann', '555')");
        assertThat(place.run("upgrade").code()).isZero();
        assertThat(database.query("SELECT mobile FROM clients")).containsExactly(List.of("555"));
        assertThat(place.run("check").code()).isZero();
    }

    @Test
    void columnOfAnotherType_isNoRename() {
        place.write("schema.sql", "CREATE TABLE customers (id int, name text, age int)");
        place.answering("y");

        assertThat(generate().err()).doesNotContain("[y/N]", "hint:");
    }
}
