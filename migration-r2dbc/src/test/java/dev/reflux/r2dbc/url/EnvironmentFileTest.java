package dev.reflux.r2dbc.url;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EnvironmentFileTest {

    @Test
    void parse_everyForm_isRead() {
        String content = """
                # a comment
                PLAIN=value
                export EXPORTED=value
                  SPACED = two words \s

                EMPTY=
                EMPTY_COMMENT= # nothing
                COMMENT=value # a comment
                HASH=a#b
                SINGLE='a "b" \\n # c' # a comment
                DOUBLE="a 'b' \\"c\\" \\\\ \\n \\$ \\q # d"
                EMPTY_QUOTES=""
                URL=postgresql://ann:p#w@db/shop?sslmode=require&x=y
                KEY="first
                second"
                PLAIN=again
                """;

        assertThat(EnvironmentFile.parse(content))
                .containsExactly(
                        Map.entry("PLAIN", "again"),
                        Map.entry("EXPORTED", "value"),
                        Map.entry("SPACED", "two words"),
                        Map.entry("EMPTY", ""),
                        Map.entry("EMPTY_COMMENT", ""),
                        Map.entry("COMMENT", "value"),
                        Map.entry("HASH", "a#b"),
                        Map.entry("SINGLE", "a \"b\" \\n # c"),
                        Map.entry("DOUBLE", "a 'b' \"c\" \\ \n $ \\q # d"),
                        Map.entry("EMPTY_QUOTES", ""),
                        Map.entry("URL", "postgresql://ann:p#w@db/shop?sslmode=require&x=y"),
                        Map.entry("KEY", "first\nsecond"));
    }

    @Test
    void parse_byteOrderMarkAndCrlf_doNotMatter() {
        assertThat(EnvironmentFile.parse("\uFEFFA=1\r\n# c\r\n\r\nB='2'\r\nC=3"))
                .containsExactly(Map.entry("A", "1"), Map.entry("B", "2"), Map.entry("C", "3"));
    }

    @Test
    void parse_nothing_isEmpty() {
        assertThat(EnvironmentFile.parse("")).isEmpty();
        assertThat(EnvironmentFile.parse("\n  \n# only this")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "A=1;hunter2 | 2 | it is neither KEY=value nor a comment.",
                "A=1;B=2;2X=hunter2 | 3 | it is neither KEY=value nor a comment.",
                "A=1;B='hunter2 | 2 | the quotation mark is not closed.",
                "A=1;B=\"hunter2\\\";C=2 | 2 | the quotation mark is not closed.",
                "A='1;2';B='hunter2'x | 3 | text follows the closing quotation mark.",
                "=hunter2 | 1 | it is neither KEY=value nor a comment."
            })
    void parse_unreadableLine_isNamedWithoutItsContent(String lines, int line, String problem) {
        assertThatThrownBy(() -> EnvironmentFile.parse(lines.replace(';', '\n')))
                .isInstanceOfSatisfying(
                        InvalidEnvironmentFileException.class,
                        invalid -> assertThat(invalid.line()).isEqualTo(line))
                .hasMessage("Cannot read \".env\", line " + line + ": " + problem);
    }
}
