package dev.reflux.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Lines, columns, and the caret under them. */
class SourcePositionTest {

    private static final String MIXED = "a\nb\r\nc\rd\n\n\tx\uD83D\uDE00y\u4e2dz";

    @ParameterizedTest
    @CsvSource({
        "0,1,1", "2,2,1", "5,3,1", "7,4,1", "9,5,1", "10,6,1", "11,6,2", "12,6,3", "14,6,4", "15,6,5", "16,6,6",
        "17,6,7"
    })
    void position_countsLinesOfAllKindsAndColumnsInCodePoints(int offset, int line, int column) {
        assertThat(Script.parse(MIXED).position(offset)).isEqualTo(new SourcePosition(offset, line, column));
    }

    @Test
    void position_readsAsASentence() {
        assertThat(new SourcePosition(40, 3, 7)).hasToString("line 3, column 7");
    }

    @Test
    void serverPosition_countsCodePointsFromTheStatement() {
        Script script = Script.parse("SELECT 1; SELECT '\uD83D\uDE00',\n  nope");
        Statement second = script.statements().get(1);

        assertThat(second.position(1)).isEqualTo(second.start()).isEqualTo(new SourcePosition(10, 1, 11));
        assertThat(second.position(8)).isEqualTo(new SourcePosition(17, 1, 18));
        assertThat(second.position(11)).isEqualTo(new SourcePosition(21, 1, 21));
        assertThat(second.position(15)).isEqualTo(new SourcePosition(25, 2, 3));
        assertThat(second.position(15)).isEqualTo(script.position(25));
    }

    @Test
    void serverPosition_beyondTheEnd_isTheEnd() {
        Statement statement = Script.parse("\nSELECT 1 + ;").statements().get(0);

        assertThat(statement.position(11)).isEqualTo(new SourcePosition(11, 2, 11));
        assertThat(statement.position(99)).isEqualTo(new SourcePosition(11, 2, 11));
        assertThat(statement.position(0)).isEqualTo(statement.start());
    }

    @Test
    void caret_standsUnderTheColumn() {
        assertThat(caret("SELECT 1;\nSELECT nope FROM t;\n", "nope")).isEqualTo("""
                SELECT nope FROM t;
                       ^""");
    }

    @Test
    void caret_keepsTabs() {
        assertThat(caret("\tSELECT\tnope", "nope")).isEqualTo("\tSELECT\tnope\n\t      \t^");
    }

    @Test
    void caret_knowsWideAndCombiningCharacters() {
        assertThat(caret("SELECT '\u4e2d\uD83D\uDE00e\u0301', nope", "nope"))
                .isEqualTo("SELECT '\u4e2d\uD83D\uDE00e\u0301', nope\n" + " ".repeat(16) + "^");
    }

    @Test
    void caret_ofALongLine_showsItsSurroundings() {
        String line = "SELECT '" + "x".repeat(1000) + "', nope, '" + "y".repeat(1000) + "'";

        assertThat(caret("\n" + line, "nope"))
                .isEqualTo("…" + "x".repeat(57) + "', nope, '" + "y".repeat(53) + "…\n" + " ".repeat(61) + "^");
    }

    @Test
    void caret_doesNotCutCharactersInHalves() {
        String emoji = "\uD83D\uDE00".repeat(100);

        for (String text : new String[] {emoji + "!" + emoji, "x" + emoji + "!" + emoji + "x"}) {
            assertThat(caret(text, "!").codePoints().noneMatch(unit -> Character.getType(unit) == Character.SURROGATE))
                    .isTrue();
        }
    }

    @Test
    void caret_atTheEndOfTheText_isAfterIt() {
        Script script = Script.parse("SELECT 1 +");

        assertThat(script.caret(script.position(10))).isEqualTo("SELECT 1 +\n          ^");
    }

    @Test
    void caret_ignoresTheByteOrderMark() {
        assertThat(caret("\uFEFFSELECT nope", "nope")).isEqualTo("SELECT nope\n       ^");
    }

    private static String caret(String text, String word) {
        Script script = Script.parse(text);
        return script.caret(script.position(text.indexOf(word)));
    }
}
