package dev.reflux.cli;

import static dev.reflux.cli.Graphs.DIAMOND;
import static dev.reflux.cli.Graphs.LINE;
import static dev.reflux.cli.Graphs.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HistoryRangeTest {

    private static String shown(RevisionGraph graph, String range, RevisionId... applied) {
        return new HistoryRange.Converter()
                .convert(range).of(graph, List.of(applied)).stream()
                        .map(node -> node.id().value())
                        .collect(Collectors.joining(" "));
    }

    @ParameterizedTest
    @CsvSource({
        "':', c3 b2 a1",
        "'b2:', c3 b2",
        "':b2', b2 a1",
        "'b2:b2', b2",
        "'base:b2', b2 a1",
        "'a1:+1', b2 a1",
        "'base:+2', b2 a1",
        "'-1:head', c3 b2",
        "'-1:', c3 b2",
        "'-9:b2', b2 a1",
        "'b:head', c3 b2"
    })
    void range_onALine_isNewestFirst(String range, String expected) {
        assertThat(shown(LINE, range)).isEqualTo(expected);
    }

    @Test
    void range_withCurrent_countsFromTheDatabase() {
        assertThat(shown(LINE, "-1:current", id("a1"), id("b2"))).isEqualTo("b2 a1");
        assertThat(shown(LINE, "current:", id("a1"), id("b2"))).isEqualTo("c3 b2");
        assertThat(new HistoryRange.Converter().convert("-1:current").mentionsCurrent())
                .isTrue();
        assertThat(new HistoryRange.Converter().convert("a1:").mentionsCurrent())
                .isFalse();
    }

    @Test
    void range_betweenBranches_takesWhatLiesOnTheWay() {
        assertThat(shown(DIAMOND, "d4:e5")).isEqualTo("e5 d4");
    }

    @Test
    void range_turnedRound_isRefused() {
        assertThatThrownBy(() -> shown(LINE, "c3:a1"))
                .isInstanceOf(MigrationException.class)
                .hasMessage("The range \"c3:a1\" is empty: \"a1\" does not build on \"c3\"."
                        + " Turn it round, or name revisions of one branch.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1", "a:b:c", ""})
    void text_withoutTwoEnds_isRefused(String text) {
        assertThatThrownBy(() -> new HistoryRange.Converter().convert(text)).hasMessageContaining("is no range.");
    }
}
