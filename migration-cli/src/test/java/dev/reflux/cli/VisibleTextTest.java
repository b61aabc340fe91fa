package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTextTest {

    @Test
    void text_withoutControlCharacters_staysAsItIs() {
        String text = "größe, 数据, family 👨\u200D👩\n\ttabs and lines";

        assertThat(VisibleText.of(text)).isSameAs(text);
    }

    @Test
    void text_withEscapeSequence_showsItInsteadOfSendingIt() {
        assertThat(VisibleText.of("a\033[2Jb\rc\u0007\u009b1m\u007f"))
                .isEqualTo("a\\u001b[2Jb\\u000dc\\u0007\\u009b1m\\u007f");
    }

    @Test
    void text_thatTurnsItsDirection_showsThat() {
        assertThat(VisibleText.of("a\u202eb\u2028c")).isEqualTo("a\\u202eb\\u2028c");
    }

    @Test
    void firstLine_ofEmptyText_isEmpty() {
        assertThat(VisibleText.firstLine(" \n ")).isEmpty();
        assertThat(VisibleText.firstLine("\n add phone\nand more")).isEqualTo("add phone");
    }
}
