package dev.reflux.sql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where statements begin and end. */
class ScriptTest {

    @ParameterizedTest
    @MethodSource({"statements", "quotes", "comments", "dollarQuotes", "routines"})
    void script_isSplitAsTheServerSeesIt(String script, List<String> expected) {
        assertThat(texts(Script.parse(script))).isEqualTo(expected);
    }

    static Stream<Arguments> statements() {
        return Stream.of(
                split(""),
                split("  \n\t ; ;; -- nothing\n /* at all */ ;"),
                split("SELECT 1", "SELECT 1"),
                split("SELECT 1;", "SELECT 1"),
                split(" SELECT 1 ; SELECT 2 ;", "SELECT 1", "SELECT 2"),
                split("SELECT 1;;SELECT 2", "SELECT 1", "SELECT 2"),
                split("SELECT 1)); SELECT 2", "SELECT 1))", "SELECT 2"),
                split("SELECT a[1:2]; SELECT 2", "SELECT a[1:2]", "SELECT 2"),
                split("SELECT\u000b1\f;SELECT 2", "SELECT\u000b1", "SELECT 2"),
                split(
                        "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b); SELECT 1",
                        "CREATE RULE r AS ON INSERT TO t DO ALSO (DELETE FROM a; DELETE FROM b)",
                        "SELECT 1"),
                split(
                        "SELECT '{\"a\":1}'::jsonb ?| array['a;b'];SELECT 1e5, .5, 0x1F, 1_000",
                        "SELECT '{\"a\":1}'::jsonb ?| array['a;b']",
                        "SELECT 1e5, .5, 0x1F, 1_000"));
    }

    static Stream<Arguments> quotes() {
        return Stream.of(
                split("SELECT 'a;b'; SELECT 2", "SELECT 'a;b'", "SELECT 2"),
                split("SELECT 'it''s;'; SELECT 2", "SELECT 'it''s;'", "SELECT 2"),
                split("SELECT 'a\\'; SELECT ';'", "SELECT 'a\\'", "SELECT ';'"),
                split("SELECT ''; SELECT ''';'", "SELECT ''", "SELECT ''';'"),
                split("SELECT E'a\\'; b'; SELECT 2", "SELECT E'a\\'; b'", "SELECT 2"),
                split("SELECT e'\\\\'; SELECT 2", "SELECT e'\\\\'", "SELECT 2"),
                split("SELECT E'a'';'; SELECT 2", "SELECT E'a'';'", "SELECT 2"),
                split("SELECT namE'a\\'; SELECT 2", "SELECT namE'a\\'", "SELECT 2"),
                split(
                        "SELECT N'a\\'; SELECT B'01', x'0f'; SELECT 3",
                        "SELECT N'a\\'",
                        "SELECT B'01', x'0f'",
                        "SELECT 3"),
                split(
                        "SELECT U&'d\\0061;\\'; SELECT U&\"a;\"\"b\" UESCAPE '!';",
                        "SELECT U&'d\\0061;\\'",
                        "SELECT U&\"a;\"\"b\" UESCAPE '!'"),
                split("SELECT \"a;b\"\"c;\"; SELECT 2", "SELECT \"a;b\"\"c;\"", "SELECT 2"),
                split("SELECT \"a'b\"; SELECT 'a\"b'", "SELECT \"a'b\"", "SELECT 'a\"b'"),
                split("SELECT '\uD83D\uDE00;'; SELECT 2", "SELECT '\uD83D\uDE00;'", "SELECT 2"),
                // The second segment continues the first, and is read by its rules.
                split("SELECT E'a' -- c'\n  'b\\'; c'; SELECT 2", "SELECT E'a' -- c'\n  'b\\'; c'", "SELECT 2"),
                split("SELECT E'a'\r'b\\';'\n'\\';'; SELECT 2", "SELECT E'a'\r'b\\';'\n'\\';'", "SELECT 2"),
                split("SELECT E'a', \n 'b\\'; SELECT 2", "SELECT E'a', \n 'b\\'", "SELECT 2"),
                split("SELECT E'a' /* \n */ \n 'b\\'; SELECT 2", "SELECT E'a' /* \n */ \n 'b\\'", "SELECT 2"),
                split("SELECT E'a'; \n 'b\\'; SELECT 2", "SELECT E'a'", "'b\\'", "SELECT 2"));
    }

    static Stream<Arguments> comments() {
        return Stream.of(
                split("-- one; two\nSELECT 1; -- three;\n", "SELECT 1"),
                split("-- a\rSELECT 1; SELECT 2 -- b;\r;", "SELECT 1", "SELECT 2"),
                split("/* a; /* b; */ c; */ SELECT 1 /* d; */ ; SELECT 2", "SELECT 1", "SELECT 2"),
                split("SELECT /* a; */ 1 -- b;\n, 2 -- c", "SELECT /* a; */ 1 -- b;\n, 2"),
                split("SELECT 1 +/* ; */ 2; SELECT 1 +-- ;\n 2", "SELECT 1 +/* ; */ 2", "SELECT 1 +-- ;\n 2"),
                split("SELECT 2 */* ; */ 3; SELECT 1", "SELECT 2 */* ; */ 3", "SELECT 1"),
                split("SELECT 1 - -1; SELECT 1 @-@ 2", "SELECT 1 - -1", "SELECT 1 @-@ 2"),
                split("/**/SELECT 1;/***/SELECT 2;/*/*/**/*/*/SELECT 3", "SELECT 1", "SELECT 2", "SELECT 3"),
                split("SELECT '-- a'; SELECT '/* b'", "SELECT '-- a'", "SELECT '/* b'"));
    }

    static Stream<Arguments> dollarQuotes() {
        return Stream.of(
                split("DO $$ BEGIN; END $$; SELECT 2", "DO $$ BEGIN; END $$", "SELECT 2"),
                split("SELECT $a$;$b$;$$;$a$; SELECT 2", "SELECT $a$;$b$;$$;$a$", "SELECT 2"),
                split("SELECT $a$;$$a$; SELECT 2", "SELECT $a$;$$a$", "SELECT 2"),
                split("SELECT $a$;$A$;$a$; SELECT 2", "SELECT $a$;$A$;$a$", "SELECT 2"),
                split(
                        "SELECT $_1$;$_1$; SELECT $\u00e9\u4e2d$;$\u00e9\u4e2d$",
                        "SELECT $_1$;$_1$",
                        "SELECT $\u00e9\u4e2d$;$\u00e9\u4e2d$"),
                split("SELECT foo$bar$; SELECT $bar$", List.of("SELECT foo$bar$"), "SELECT $bar$ x $bar$"),
                split("SELECT f\u00e9$$; SELECT 2", "SELECT f\u00e9$$", "SELECT 2"),
                split("SELECT a\u00a0$$; SELECT 2", "SELECT a\u00a0$$", "SELECT 2"),
                split("SELECT $1; SELECT $1$$;$$", "SELECT $1", "SELECT $1$$;$$"),
                split("SELECT $; SELECT $a; SELECT 3", "SELECT $", "SELECT $a", "SELECT 3"),
                split("SELECT \"f\"$$;$$; SELECT 2", "SELECT \"f\"$$;$$", "SELECT 2"));
    }

    static Stream<Arguments> routines() {
        String body = "BEGIN ATOMIC\n SELECT CASE WHEN a THEN 1 ELSE CASE b WHEN 2 THEN 3 END END;\n"
                + " SELECT 1 AS end;\n SELECT t.case, t.end FROM t;\n INSERT INTO t VALUES (1);\n END";
        return Stream.of(
                split(
                        "CREATE FUNCTION f() RETURNS int " + body + "; SELECT 2",
                        "CREATE FUNCTION f() RETURNS int " + body,
                        "SELECT 2"),
                split(
                        "create /* x */ or replace procedure p(a int DEFAULT (1)) " + body + "; SELECT 2",
                        "create /* x */ or replace procedure p(a int DEFAULT (1)) " + body,
                        "SELECT 2"),
                split(
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC END; SELECT 2",
                        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC END",
                        "SELECT 2"),
                split(
                        "CREATE FUNCTION f(a int) RETURNS int RETURN CASE WHEN a = 1 THEN 2 END; SELECT 2",
                        "CREATE FUNCTION f(a int) RETURNS int RETURN CASE WHEN a = 1 THEN 2 END",
                        "SELECT 2"),
                split(
                        "CREATE FUNCTION begin() RETURNS int RETURN 1; SELECT 2",
                        "CREATE FUNCTION begin() RETURNS int RETURN 1",
                        "SELECT 2"),
                split(
                        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'BEGIN ATOMIC'; SELECT 2",
                        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'BEGIN ATOMIC'",
                        "SELECT 2"),
                split(
                        "BEGIN; SELECT 1; END; SELECT begin atomic; SELECT 3",
                        "BEGIN",
                        "SELECT 1",
                        "END",
                        "SELECT begin atomic",
                        "SELECT 3"),
                split(
                        "CREATE TABLE t (a int); CREATE VIEW function AS SELECT 1; BEGIN ATOMIC; END",
                        "CREATE TABLE t (a int)",
                        "CREATE VIEW function AS SELECT 1",
                        "BEGIN ATOMIC",
                        "END"));
    }

    @Test
    void part_isSplitAloneAndKeepsItsPlaceInTheFile() {
        String file = "-- upgrade\n  SELECT 'a';\n\tSELECT 2 ;\n-- downgrade\nSELECT 'x";
        Script script = Script.parse(file, 11, file.indexOf("-- downgrade"));

        assertThat(texts(script)).containsExactly("SELECT 'a'", "SELECT 2");
        assertThat(script.text()).isEqualTo(file);
        assertThat(script.statements().get(0).start()).isEqualTo(new SourcePosition(13, 2, 3));
        assertThat(script.statements().get(1).start()).isEqualTo(new SourcePosition(26, 3, 2));
    }

    @Test
    void part_endsWhereItEndsAlsoInsideAToken() {
        assertThat(texts(Script.parse("SELECT abc; SELECT 2", 7, 9))).containsExactly("ab");
        assertThat(texts(Script.parse("a -- b", 0, 3))).containsExactly("a -");
        assertThat(texts(Script.parse("$1$$", 0, 2))).containsExactly("$1");
    }

    @Test
    void byteOrderMark_isLeftOutAndHasNoColumn() {
        Script script = Script.parse("\uFEFFSELECT 1;\nSELECT 2");

        assertThat(texts(script)).containsExactly("SELECT 1", "SELECT 2");
        assertThat(script.statements().get(0).start()).isEqualTo(new SourcePosition(1, 1, 1));
        assertThat(script.statements().get(1).start()).isEqualTo(new SourcePosition(11, 2, 1));
    }

    @Test
    void emptyScript_hasNoStatements() {
        assertThat(Script.EMPTY).isEqualTo(Script.parse(""));
    }

    private static Arguments split(String script, String... expected) {
        return arguments(script, List.of(expected));
    }

    /** What follows the first statements ends the script, so that nothing stays open. */
    private static Arguments split(String script, List<String> first, String last) {
        return arguments(
                script.substring(0, script.lastIndexOf(';') + 1) + last,
                Stream.concat(first.stream(), Stream.of(last)).toList());
    }

    static List<String> texts(Script script) {
        return script.statements().stream().map(Statement::text).toList();
    }
}
