package dev.reflux.sql;

import static dev.reflux.sql.DriverText.Form.SAME_POSITIONS;
import static dev.reflux.sql.DriverText.Form.UNCHANGED;
import static dev.reflux.sql.DriverText.Form.WRAPPED;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is sent, so that the driver lets it pass. */
class DriverTextTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SELECT 1",
                "SELECT 'it''s', E'a\\\\b\\n', '$1', \"$1\", $$ $1 ' $$, foo$1, /* $1 ' */ 2 -- $1 '\n, 3",
                "SELECT 'a\\', 'b'",
                "SELECT $a_1$ $b$ $$ $a_1$",
                "SELECT '{}'::jsonb ?| array['a'], a[1:2], U&'\\0061' UESCAPE '!'",
                "SELECT '-- a'",
                "SELECT 1 - -1\n",
                "CREATE FUNCTION f(a int) RETURNS int BEGIN ATOMIC SELECT CASE WHEN a = 1 THEN 2 END; END",
                // Misread by the driver, but not so that it matters.
                "SELECT E'a\\' , \\'b'",
            })
    void ordinaryStatement_isSentAsItIs(String statement) {
        assertThat(DriverText.of(statement)).isEqualTo(new DriverText(statement, UNCHANGED));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "SELECT E'it\\'s'                   | SELECT E'it''s'",
                "SELECT e'\\\\\\'', 'a\\', 1        | SELECT e'\\\\''', 'a\\', 1",
                "SELECT E'\\''''                    | SELECT E''''''",
                "SELECT E'\\x\\u0041\\' \\101'      | SELECT E'\\x\\u0041'' \\101'",
                "DO $é$ BEGIN $$; END $é$           | DO $q$ BEGIN $$; END $q$",
                "DO $été$ '$q$ $été$                | DO $qqq$ '$q$ $qqq$",
                "DO $é$ $q$ $q $a$ $é$              | DO $b$ $q$ $q $a$ $b$",
                "SELECT $é$a$q$é$                   | SELECT $a$a$q$a$",
            })
    void rewritableStatement_keepsEachCharacterInItsPlace(String statement, String expected) {
        DriverText sent = DriverText.of(statement);

        assertThat(sent).isEqualTo(new DriverText(expected, SAME_POSITIONS));
        assertThat(sent.text()).hasSameSizeAs(statement);
        assertThat(DriverParser.accepts(sent.text())).isTrue();
    }

    @Test
    void carriageReturn_thatEndsAComment_becomesALineFeed() {
        assertThat(DriverText.of("SELECT 1 -- it's\r, 2 /* \r */, '\n$1', '\r'"))
                .isEqualTo(new DriverText("SELECT 1 -- it's\n, 2 /* \n */, '\n$1', '\r'", SAME_POSITIONS));
        assertThat(DriverText.of("SELECT 1 -- a\r, 'b\nc'"))
                .isEqualTo(new DriverText("SELECT 1 -- a\n, 'b\nc'", SAME_POSITIONS));
    }

    @Test
    void continuedEscapeString_isRewrittenInAllItsSegments() {
        assertThat(DriverText.of("SELECT E'a'\n 'b\\'c', 'd\\'"))
                .isEqualTo(new DriverText("SELECT E'a'\n 'b''c', 'd\\'", SAME_POSITIONS));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "CREATE FUNCTION f(int) RETURNS int RETURN $1 + 1",
                "CREATE FUNCTION f(int) RETURNS int BEGIN ATOMIC SELECT $1; SELECT E'\\'$m$' || $q$ $q1$ $q$; END",
                "CREATE VIEW v AS SELECT 1 AS a\u3000$b",
                "DO $\uD83D\uDE00$ BEGIN END $\uD83D\uDE00$",
                "SELECT $1 AS foo$q",
                "SELECT $1 AS foo$m",
                "SELECT 'unclosed"
            })
    void statementWithoutAnotherForm_isWrapped(String statement) {
        DriverText sent = DriverText.of(statement);

        assertThat(sent.form()).isEqualTo(WRAPPED);
        assertThat(sent.text())
                .startsWith("DO $m")
                .contains("$" + statement + "\n$")
                .endsWith("$");
        assertThat(DriverParser.accepts(sent.text())).isTrue();
        assertThat(Script.parse(sent.text()).statements()).hasSize(1);
    }

    @Test
    void wrappedStatement_standsBetweenTagsThatItDoesNotContain() {
        assertThat(DriverText.of("SELECT $1").text()).isEqualTo("DO $m$ BEGIN EXECUTE $q$SELECT $1\n$q$; END $m$");
        assertThat(DriverText.of("SELECT $1, '$m$ $q$ $q1$'").text())
                .isEqualTo("DO $m1$ BEGIN EXECUTE $q2$SELECT $1, '$m$ $q$ $q1$'\n$q2$; END $m1$");
    }

    @Test
    void commentAtTheEnd_isDroppedAsItWouldSwallowTheSemicolon() {
        assertThat(DriverText.of("SELECT 1 -- one").text()).isEqualTo("SELECT 1");
        assertThat(DriverText.of("SELECT 1 /* a */ -- one").text()).isEqualTo("SELECT 1");
        assertThat(DriverText.of("SELECT E'a\\'' -- x'").text()).isEqualTo("SELECT E'a'''");
        assertThat(DriverText.of("SELECT '-- one'").text()).isEqualTo("SELECT '-- one'");
        assertThat(DriverText.of("SELECT 1 -- one\n").text()).isEqualTo("SELECT 1 -- one\n");
    }
}
