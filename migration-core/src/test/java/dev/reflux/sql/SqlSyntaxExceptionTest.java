package dev.reflux.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reflux.MigrationException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is refused, and what it says. */
class SqlSyntaxExceptionTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT 'abc                             | 8  | The string that opens here is never closed.",
                "SELECT E'abc\\'                         | 8  | The string that opens here is never closed.",
                "SELECT U&'abc                           | 8  | The string that opens here is never closed.",
                "SELECT 'it''s                           | 8  | The string that opens here is never closed.",
                "SELECT \"abc                            | 8  | The quoted identifier that opens here is never closed.",
                "SELECT U&\"abc                          | 8  | The quoted identifier that opens here is never closed.",
                "SELECT 1 /* /* */                       | 10 | The comment that opens here is never closed.",
                "/*/ SELECT 1                            | 1  | The comment that opens here is never closed.",
                "DO $a$ BEGIN $A$;                       | 4  | The string that opens here with $a$ is never closed.",
                "DO $$ $a$                               | 4  | The string that opens here with $$ is never closed.",
                "SELECT (1, (2; SELECT 3)                | 8  | The parenthesis that opens here is never closed.",
                "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1; | 21 | The BEGIN ATOMIC that opens here is never closed.",
                "CREATE FUNCTION f() BEGIN ATOMIC SELECT 1 END; | 21 | The BEGIN ATOMIC that opens here is never closed.",
            })
    void openEnd_isReportedWhereItOpens(String script, int column, String fact) {
        SqlProblem problem = problem("\n" + script);

        assertThat(problem.position()).isEqualTo(new SourcePosition(column, 2, column));
        assertThat(problem.fact()).isEqualTo(fact);
        assertThat(problem.remedy()).isNotEmpty();
    }

    @Test
    void message_showsPlaceRemedyAndCaret() {
        assertThatThrownBy(() -> Script.parse("SELECT 1;\nSELECT 'abc;\n"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("""
                        Line 2, column 8: The string that opens here is never closed. Close it with ', and double the \
                        quotes inside ('it''s').
                            SELECT 'abc;
                                   ^""");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\\restrict abc   | Delete the line: pg_dump writes it for psql alone.",
                "\\unrestrict abc | Delete the line: pg_dump writes it for psql alone.",
                "\\i other.sql    | Put the statements of that file here, or into a revision of their own.",
                "\\ir other.sql   | Put the statements of that file here, or into a revision of their own.",
                "\\set name value | There are no variables here: write the value where it is used.",
                "\\connect other  | Delete the line: a run stays in the database that it is connected to.",
                "\\copy t from f  | Write INSERT statements instead of COPY; pg_dump --inserts does.",
                "\\.              | Write INSERT statements instead of COPY; pg_dump --inserts does.",
                "\\if true        | Write the condition as a DO block.",
                "\\gexec          | Write the loop as a DO block with EXECUTE.",
                "\\timing         | Delete the line, or say the same in SQL.",
                "\\;              | Delete the line, or say the same in SQL.",
            })
    void psqlCommand_isRefusedWithItsRemedy(String command, String remedy) {
        SqlProblem problem = problem("SELECT 1;\n  " + command + "\nSELECT 2;");

        assertThat(problem.position()).isEqualTo(new SourcePosition(12, 2, 3));
        assertThat(problem.fact()).isEqualTo("\"" + command + "\" is a command of psql, not SQL.");
        assertThat(problem.remedy()).isEqualTo(remedy);
    }

    @Test
    void psqlCommand_afterAStatement_isRefused() {
        assertThat(problem("SELECT 1 \\gset\nSELECT 2;").position()).isEqualTo(new SourcePosition(9, 1, 10));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT '\n\\i a.sql\n'",
                "DO $$\n\\i a.sql\n$$",
                "/*\n\\i a.sql\n*/",
                "-- \\i a.sql",
                "SELECT \"\n\\i a.sql\n\""
            })
    void psqlCommand_insideQuotesOrComments_isNoCommand(String script) {
        assertThat(Script.parse(script).statements()).hasSizeLessThan(2);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY public.t (a, \"b;\") FROM stdin",
                "copy t from STDIN with (format csv)",
                "COPY BINARY t FROM STDIN",
                "COPY binary FROM STDIN",
                "COPY /* a */ \"t\" -- b\nFROM STDIN",
                "COPY t FROM stdout"
            })
    void copyFromStandardInput_isRefused(String copy) {
        SqlProblem problem = problem("SELECT 1; " + copy + ";\n1\t'don't\n\\N\t;\n\\.\nSELECT 2;");

        assertThat(problem.position().offset()).isEqualTo(10);
        assertThat(problem.fact()).startsWith("COPY … FROM STDIN");
        assertThat(problem.remedy()).contains("pg_dump --inserts");
    }

    @ParameterizedTest
    @ValueSource(strings = {"COPY t TO STDOUT", "COPY (SELECT (1)) TO STDOUT WITH CSV", "COPY s.t (a) TO stdin"})
    void copyToStandardOutput_isRefused(String copy) {
        assertThat(problem(copy).fact()).startsWith("COPY … TO STDOUT");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "COPY t FROM '/tmp/stdin'",
                "COPY t FROM PROGRAM 'cat'",
                "COPY stdin FROM '/tmp/a'",
                "COPY (SELECT 1 FROM stdin) TO '/tmp/a'",
                "COPY t FROM \"stdin\"",
                "SELECT 'COPY t FROM STDIN'",
                "SET LOCAL standard_conforming_strings = on",
                "SET standard_conforming_strings TO 'on'",
                "SET standard_conforming_strings TO DEFAULT"
            })
    void otherForms_areNotRefused(String statement) {
        assertThat(Script.parse(statement).statements()).hasSize(1);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SET standard_conforming_strings = off",
                "SET SESSION standard_conforming_strings TO 'off'",
                "SET LOCAL standard_conforming_strings = false"
            })
    void otherRulesForQuotes_areRefused(String statement) {
        assertThat(problem(statement).fact()).startsWith("With standard_conforming_strings off");
    }

    @Test
    void nul_isRefused() {
        assertThat(problem("SELECT 1;\n -- \0").position()).isEqualTo(new SourcePosition(14, 2, 5));
        assertThat(problem("SELECT '\0'").fact())
                .isEqualTo("There is a NUL character (U+0000), which PostgreSQL cannot take.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SELECT '\uD83D'", "SELECT '\uDE00'", "SELECT '\uDE00\uD83D'", "-- \uD83D"})
    void loneSurrogate_isRefused(String script) {
        assertThat(problem(script).fact()).startsWith("There is one half of a surrogate pair");
    }

    @Test
    void characters_outsideThePart_doNotMatter() {
        assertThat(Script.parse("\0 SELECT 1; 'x \uD83D", 1, 12).statements()).hasSize(1);
        assertThatThrownBy(() -> Script.parse("\uD83D\uDE00", 0, 1)).isInstanceOf(SqlSyntaxException.class);
    }

    @Test
    void problems_areReportedTogetherInTheOrderOfTheText() {
        String dump = """
                \\restrict x
                COPY a FROM stdin;
                1\tit's
                \\.

                COPY b FROM stdin;
                \\.

                SELECT 1;
                \\unrestrict x
                SELECT $$;
                """;

        assertThat(thrown(dump).problems())
                .extracting(problem -> problem.position().line())
                .containsExactly(1, 2, 6, 10, 11);
    }

    @Test
    void problems_withoutEnd_areCutOff() {
        assertThat(thrown("\\N\n".repeat(100)).problems()).hasSize(20);
    }

    private static SqlProblem problem(String script) {
        assertThat(thrown(script).problems()).hasSize(1);
        return thrown(script).problems().get(0);
    }

    private static SqlSyntaxException thrown(String script) {
        SqlSyntaxException thrown = catchThrowableOfType(SqlSyntaxException.class, () -> Script.parse(script));
        assertThat(thrown).as(script).isNotNull();
        return thrown;
    }
}
