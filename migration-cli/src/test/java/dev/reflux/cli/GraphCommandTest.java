package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class GraphCommandTest {

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;
    private Workplace place = Workplace.in(directory);

    GraphCommandTest(TestDatabase database) {
        this.database = database.fresh();
    }

    @BeforeEach
    void makeProject() {
        place = Workplace.in(directory.resolve("project")).with(database.url());
        revision("a1", "", "create customers");
        revision("b2", "-- revises: a1\n", "add phone");
        revision("c3", "-- revises: a1\n-- labels: billing\n-- depends-on: b2\n", "create invoices");
        revision("d4", "-- revises: b2, c3\n", "join");
    }

    private void revision(String id, String header, String message) {
        place.write(
                "migrations/" + id + ".sql",
                "-- revision: %s\n%s-- message: %s\n\n-- upgrade\nSELECT 1;\n\n-- downgrade\nSELECT 1;\n"
                        .formatted(id, header, message));
    }

    @Test
    void graph_marksWhatIsAppliedAndPending() {
        place.run("upgrade", "b2");

        Result result = place.run("graph", "--database");

        assertThat(result.out().lines().filter(line -> line.contains("  ")))
                .containsExactly(
                        "○  d4 (head) (pending), join",
                        "│ ○  c3 (billing) (pending), create invoices",
                        "● │  b2 (current), add phone",
                        "●  a1, create customers");
        assertThat(result.err()).isEqualTo("● applied   ○ pending\n");
        assertThat(result.code()).isZero();
    }

    @Test
    void graph_withoutADatabase_isOfTheFiles() {
        Workplace other = Workplace.in(directory.resolve("project"));

        assertThat(other.run("graph").all()).startsWith("●  d4 (head), join\n").doesNotContain("pending", "warning");
        assertThat(place.run("graph", "--no-database").all())
                .isEqualTo(other.run("graph").all());
        assertThat(place.run("graph", "--no-database", "--ascii").out()).startsWith("*  d4 (head), join\n|-.\n");
        assertThat(other.run("graph", "--database").code()).isEqualTo(1);
    }

    @Test
    void database_thatIsAway_isAWarning_andAnErrorIfItWasAskedFor() {
        Result result = place.run("graph", "--url", "postgresql://ann:s3cret@localhost:1/db");

        assertThat(result.err())
                .startsWith("warning: What is applied is not shown. Nothing answers at localhost, port 1.");
        assertThat(result.out()).startsWith("●  d4 (head), join\n");
        assertThat(result.code()).isZero();
        assertThat(place.run("graph", "--database", "--url", "postgresql://ann:s3cret@localhost:1/db")
                        .code())
                .isEqualTo(1);
    }

    @Test
    void file_hasTheFormOfItsName() {
        place.run("upgrade", "b2");

        assertThat(place.run("graph", "--database", "-o", "graph.html").all()).endsWith("graph.html\n");
        assertThat(place.read("graph.html"))
                .startsWith("<!DOCTYPE html>")
                .contains("<h1>" + database.database() + " at " + database.host() + "</h1>", "2 applied, 2 pending")
                .doesNotContain(database.password() + "@");
        place.run("graph", "--output", "graph.svg");
        assertThat(place.read("graph.svg")).startsWith("<svg ");
        place.run("graph", "--output", "graph.txt", "--format", "mermaid");
        assertThat(place.read("graph.txt")).startsWith("flowchart TB\n");
        place.run("graph", "--database", "--output", "graph.txt");
        assertThat(place.read("graph.txt")).startsWith("○  d4 (head) (pending), join\n");
        assertThat(place.run("graph", "--format", "dot").out()).startsWith("digraph revisions {\n");
    }

    @Test
    void file_thatCannotBeWritten_isNamed() {
        Result result = place.run("graph", "-o", "nowhere/graph.html");

        assertThat(result.err()).startsWith("error: \"").contains("nowhere/graph.html\" cannot be written.");
        assertThat(result.code()).isEqualTo(1);
    }

    @Test
    void json_hasAllThatIsKnown() throws Exception {
        place.run("upgrade", "b2");

        JsonNode revisions = new ObjectMapper()
                .readTree(place.run("graph", "--database", "--json").out())
                .get("revisions");

        assertThat(revisions).hasSize(4);
        assertThat(revisions.get(1).toString())
                .startsWith("{\"revision\":\"c3\",\"revises\":[\"a1\"],\"dependsOn\":[\"b2\"],\"labels\":[\"billing\"],"
                        + "\"message\":\"create invoices\",\"created\":\"\",\"path\":\"")
                .endsWith("c3.sql\",\"state\":\"pending\",\"marks\":[]}");
        assertThat(revisions.get(2).get("marks").toString()).isEqualTo("[\"current\"]");
    }

    @Test
    void noRevisions_isSaid() {
        Workplace empty = Workplace.in(directory.resolve("empty"));
        empty.write("migrations/.gitkeep", "");

        assertThat(empty.run("graph").err()).startsWith("There are no revisions yet.");
    }
}
