package dev.reflux.revision;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SentencesTest {

    @Test
    void list_isJoinedAsInAText() {
        assertThat(Sentences.and(List.of())).isEmpty();
        assertThat(Sentences.and(List.of("a"))).isEqualTo("a");
        assertThat(Sentences.and(List.of("a", "b"))).isEqualTo("a and b");
        assertThat(Sentences.or(List.of("a", "b", "c"))).isEqualTo("a, b or c");
        assertThat(Sentences.quotedAll(List.of("a", "b"))).isEqualTo("\"a\" and \"b\"");
    }

    @Test
    void longList_isCutAndCounted() {
        assertThat(Sentences.and(Collections.nCopies(8, "x"))).isEqualTo("x, x, x, x, x, x, x and x");
        assertThat(Sentences.and(Collections.nCopies(11, "x"))).isEqualTo("x, x, x, x, x, x, x, x and 3 more");
    }

    @Test
    void number_takesTheSingularForOne() {
        assertThat(Sentences.count(0, "step")).isEqualTo("0 steps");
        assertThat(Sentences.count(1, "step")).isEqualTo("1 step");
        assertThat(Sentences.count(2, "step")).isEqualTo("2 steps");
    }

    @ParameterizedTest
    @CsvSource({
        "ae1072, ae1027",
        "ae102, ae1027",
        "be1027, ae1027",
        "billling, billing",
        "head, ",
        "zzzzzz, ",
        "a, ",
    })
    void nearMiss_isFewEditsAway(String typed, String near) {
        List<String> known = List.of("ae1027", "3f2a9c", "billing");

        assertThat(Sentences.nearest(typed, known).orElse(null)).isEqualTo(near);
    }
}
