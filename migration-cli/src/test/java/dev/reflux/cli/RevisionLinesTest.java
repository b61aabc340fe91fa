package dev.reflux.cli;

import static dev.reflux.cli.Graphs.DIAMOND;
import static dev.reflux.cli.Graphs.FORK;
import static dev.reflux.cli.Graphs.id;
import static dev.reflux.cli.Graphs.node;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Line.Kind;
import dev.reflux.revision.RevisionGraph;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RevisionLinesTest {

    private final RevisionLines diamond = new RevisionLines(DIAMOND, Set.of(id("c3")));

    private static String history(RevisionLines lines, String id) {
        return lines.history(lines.graph().node(id(id))).painted(Palette.NONE);
    }

    @Test
    void history_ofABase_beginsWithTheWordBase() {
        assertThat(history(diamond, "a1")).isEqualTo("<base> -> a1 (branchpoint), create customers");
    }

    @Test
    void history_ofAMerge_namesAllParents() {
        assertThat(history(diamond, "e5")).isEqualTo("c3, d4 -> e5 (head) (mergepoint), join");
    }

    @Test
    void history_withLabelAndDependency_showsBoth() {
        assertThat(history(diamond, "d4")).isEqualTo("a1 (b2) -> d4 (billing), create invoices");
    }

    @Test
    void history_ofWhatIsApplied_isMarked() {
        assertThat(history(diamond, "c3")).isEqualTo("b2 -> c3 (current), add fax");
    }

    @Test
    void title_leavesParentsOut() {
        RevisionLines fork = new RevisionLines(FORK, Set.of());

        assertThat(Line.of(Kind.RESULT).add(fork.title(id("b2"))).text()).isEqualTo("b2 (head), add phone");
        assertThat(Line.of(Kind.RESULT).add(fork.title(id("zz"))).text()).isEqualTo("zz (no file knows it)");
    }

    @Test
    void head_thatAnotherRevisionDependsOn_isAnEffectiveHead() {
        RevisionGraph graph = RevisionGraph.of(List.of(node("a1", ""), dependent("b1", "a1")));

        assertThat(history(new RevisionLines(graph, Set.of()), "a1")).isEqualTo("<base> -> a1 (effective head)");
    }

    private static dev.reflux.revision.RevisionNode dependent(String id, String on) {
        return new dev.reflux.revision.RevisionNode(id(id), List.of(), List.of(on), List.of(), "", "", id);
    }

    @Test
    void message_withControlCharacters_isShownAndNotObeyed() {
        RevisionGraph graph = RevisionGraph.of(List.of(node("a1", "nice\r\033[2Kevil")));

        assertThat(history(new RevisionLines(graph, Set.of()), "a1"))
                .isEqualTo("<base> -> a1 (head), nice")
                .doesNotContain("\033");
        assertThat(Graphs.text(new RevisionLines(graph, Set.of()).block(graph.node(id("a1")))))
                .doesNotContain("\033")
                .contains("\\u001b[2Kevil");
    }

    @Test
    void block_showsEverything() {
        assertThat(Graphs.text(diamond.block(DIAMOND.node(id("d4"))))).isEqualTo("""
                Rev: d4
                Parent: a1
                Also depends on: b2
                Branch names: billing
                Created: 2026-11-21
                Path: migrations/d4.sql

                    create invoices
                   \s
                    with their lines
                """);
        assertThat(Graphs.text(diamond.block(DIAMOND.node(id("e5"))))).startsWith("""
                Rev: e5 (head) (mergepoint)
                Merges: c3, d4
                """);
        assertThat(Graphs.text(diamond.block(DIAMOND.node(id("a1"))))).contains("Branches into: b2, d4\n");
    }
}
