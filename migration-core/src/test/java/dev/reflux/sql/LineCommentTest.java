package dev.reflux.sql;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LineCommentTest {

    @Test
    void lineComments_areFoundOutsideQuotesOnly() {
        String file = """
                -- upgrade
                SELECT 1; --two
                SELECT '
                -- no
                ', $$
                -- no
                $$ /*
                -- no
                */;
                CREATE TABLE t (
                  -- inside
                  a int
                );
                -- downgrade""";

        assertThat(LineComment.in(file))
                .extracting(LineComment::text)
                .containsExactly("upgrade", "two", "inside", "downgrade");
        assertThat(LineComment.in(file)).allMatch(comment -> file.startsWith("--", comment.offset()));
    }

    @Test
    void lineComments_endAtCarriageReturnsToo() {
        assertThat(LineComment.in("\uFEFF-- a\rSELECT 1\r\n--\t b \r\n"))
                .containsExactly(new LineComment(1, "a"), new LineComment(16, "b"));
    }

    @Test
    void lineComments_stopAtAQuoteWithoutEnd() {
        assertThat(LineComment.in("-- a\nSELECT 'x\n-- b"))
                .extracting(LineComment::text)
                .containsExactly("a");
    }
}
