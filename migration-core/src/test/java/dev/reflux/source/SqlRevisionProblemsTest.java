package dev.reflux.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said about files that are no proper revisions. */
class SqlRevisionProblemsTest {

    @TempDir
    Path directory;

    private List<String> problems(String text) {
        return new SourceTree(directory).with("x.sql", text).problems();
    }

    @Test
    void plainSqlFile_isNoRevision() {
        assertThat(problems("-- Author: Bob\nCREATE TABLE t (a int);\n"))
                .containsExactly("x.sql: there is no line \"-- revision: ID\" at the top of the file, and so it is no"
                        + " revision. Begin it with \"-- revision: ID\" and \"-- revises: PARENT\", or move it out of the"
                        + " directory.");
    }

    @Test
    void byteOrderMark_directlyBeforeUpgrade_isNoObstacle() {
        assertThat(problems("\uFEFF-- upgrade\nSELECT 1"))
                .containsExactly("x.sql: there is no line \"-- revision: ID\" at the top of the file, and so it is no"
                        + " revision. Begin it with \"-- revision: ID\" and \"-- revises: PARENT\", or move it out of the"
                        + " directory.");
    }

    @Test
    void header_misspelt_namesTheNearMiss() {
        assertThat(problems("-- revison: a1\n-- depends on: b2\n-- label: x\n-- upgrade\n"))
                .containsExactly(
                        "x.sql:1: \"revison\" is not a header of a revision. Did you mean \"-- revision:\"?",
                        "x.sql:2: \"depends on\" is not a header of a revision. Did you mean \"-- depends-on:\"?",
                        "x.sql:3: \"label\" is not a header of a revision. Did you mean \"-- labels:\"?");
    }

    @Test
    void header_unknown_isRefused() {
        assertThat(problems("-- revision: a1\n-- author: Bob\n-- upgrade:\n-- upgrade\n"))
                .containsExactly(
                        "x.sql:2: \"author\" is not a header of a revision. There are \"revision\", \"revises\","
                                + " \"depends-on\", \"labels\", \"message\", \"created\" and \"transactional\"."
                                + " If it is a comment, put it below \"-- upgrade\", or leave out the colon.",
                        "x.sql:3: \"upgrade\" is not a header of a revision. A section begins with a line \"-- upgrade\""
                                + " or \"-- downgrade\", without a colon.");
    }

    @Test
    void header_values_areChecked() {
        assertThat(problems("-- revision: a-1\n-- revises: b@2, c\n-- transactional: no\n-- revises: d\n-- upgrade\n"))
                .containsExactly(
                        "x.sql:4: there is a second line \"-- revises:\". Say it in one, with commas in between.",
                        "x.sql:1: \"a-1\" is no revision id. Use letters, digits, \"_\" and \".\"; 12 hexadecimal digits"
                                + " are the custom.",
                        "x.sql:2: \"b@2\" is no revision id. Use letters, digits, \"_\" and \".\"; 12 hexadecimal digits"
                                + " are the custom.",
                        "x.sql:3: \"transactional: no\" is neither true nor false. Write one of them, or leave the line"
                                + " out, which means true.");
    }

    @Test
    void sections_inDisorder_areRefused() {
        assertThat(problems("-- revision: a1\n"))
                .containsExactly(
                        "x.sql:2: there is no line \"-- upgrade\". Write it below the header, and the statements below it.");
        assertThat(problems("-- revision: a1\n\nSELECT 1;\n-- upgrade\n"))
                .containsExactly("x.sql:3: there are statements, and no line \"-- upgrade\" before them."
                        + " Write it above the first.");
        assertThat(problems("-- revision: a1\n-- downgrade\n-- upgrade\n"))
                .containsExactly("x.sql:2: \"-- downgrade\" stands before \"-- upgrade\"."
                        + " Put the upgrade first; it may be empty.");
        assertThat(problems("-- revision: a1\n-- upgrade\n-- upgrade\n-- downgrade\n-- downgrade\n-- upgrade"))
                .containsExactly(
                        "x.sql:3: there is a second \"-- upgrade\". Put all its statements below the first.",
                        "x.sql:5: there is a second \"-- downgrade\". Put all its statements below the first.",
                        "x.sql:6: there is a second \"-- upgrade\". Put all its statements below the first.");
    }

    @Test
    void sections_misspelt_nameTheNearMiss() {
        assertThat(problems("-- revision: a1\n-- upgrad\nSELECT 1;"))
                .containsExactly("x.sql:2: \"-- upgrad\" begins no section. Did you mean \"-- upgrade\"?"
                        + " If not, write more than that word in the line.");
        assertThat(problems("-- revision: a1\n-- upgrade\nSELECT 1;\n-- dwongrade\nDROP TABLE t;"))
                .containsExactly("x.sql:4: \"-- dwongrade\" begins no section. Did you mean \"-- downgrade\"?"
                        + " If not, write more than that word in the line.");
    }

    @Test
    void statements_broken_areShownWithTheirPlace() {
        assertThat(problems("-- revision: a1\n-- upgrade\nSELECT (1;\n-- downgrade\n\\connect x\nSELECT 'open\n"))
                .containsExactly("""
                        x.sql:3:8: The parenthesis that opens here is never closed. Close it with ).
                              SELECT (1;
                                     ^""", """
                        x.sql:5:1: "\\connect x" is a command of psql, not SQL. Delete the line: a run stays in the \
                        database that it is connected to.
                              \\connect x
                              ^""", """
                        x.sql:6:8: The string that opens here is never closed. Close it with ', and double the quotes \
                        inside ('it''s').
                              SELECT 'open
                                     ^""");
    }

    @Test
    void characters_thatPostgreSqlCannotTake_areNamed() {
        assertThat(new SourceTree(directory)
                        .with("x.sql", "-- revision: a1\n-- message: caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1))
                        .problems())
                .containsExactly("x.sql:2: byte 0xE9 at offset 31 is not UTF-8. Save the file in the encoding UTF-8.");
        assertThat(new SourceTree(directory)
                        .with("x.sql", "-- revision: a1\n-- upgrade\nSELECT '\0'".getBytes(StandardCharsets.UTF_8))
                        .problems())
                .containsExactly("""
                        x.sql:3:9: There is a NUL character (U+0000), which PostgreSQL cannot take. Delete it; a file in \
                        UTF-16 has to be saved as UTF-8.
                              SELECT '\0'
                                      ^""");
        assertThat(new SourceTree(directory)
                        .with("x.sql", "-- revision: a1\n-- message: \0\n-- upgrade\n")
                        .problems())
                .singleElement()
                .asString()
                .startsWith("x.sql:2:13: There is a NUL character (U+0000), which PostgreSQL cannot take.");
    }

    @Test
    void commentAtTheTop_neverClosed_isShown() {
        assertThat(problems("-- revision: a1\n/* /* */\n-- upgrade\n")).containsExactly("""
                        x.sql:2:1: The comment that opens here is never closed. Close it with */, once for each /*.
                              /* /* */
                              ^""");
    }
}
