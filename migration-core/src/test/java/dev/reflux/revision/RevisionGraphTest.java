package dev.reflux.revision;

import static dev.reflux.revision.Graphs.graph;
import static dev.reflux.revision.Graphs.ids;
import static dev.reflux.revision.Graphs.nodes;
import static dev.reflux.revision.Graphs.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class RevisionGraphTest {

    private static final RevisionGraph GRAPH = graph("""
            a -> b -> c1 -> d1
            b -> c2 -> d2
            d1, d2 -> e
            x -> y
            y needs billing
            c2 is billing
            """);

    @Test
    void graph_basesAndHeads_areToldFromParents() {
        assertThat(text(GRAPH.bases())).isEqualTo("{a, x}");
        assertThat(text(GRAPH.heads())).isEqualTo("{e, y}");
    }

    @Test
    void headThatAnotherRevisionDependsOn_isHeadButNotRealHead() {
        RevisionGraph graph = graph("""
                a1 -> b1
                a2 -> b2
                b2 needs b1
                """);

        assertThat(text(graph.heads())).isEqualTo("{b1, b2}");
        assertThat(text(graph.realHeads())).isEqualTo("{b2}");
    }

    @Test
    void emptyGraph_everySet_isEmpty() {
        RevisionGraph graph = RevisionGraph.of(List.of());

        assertThat(graph.nodes()).isEmpty();
        assertThat(graph.bases()).isEmpty();
        assertThat(graph.heads()).isEmpty();
        assertThat(graph.realHeads()).isEmpty();
        assertThat(graph.ordered(graph.ids())).isEmpty();
    }

    @Test
    void edges_followParentsAndDependencies() {
        RevisionId c2 = RevisionId.of("c2");

        assertThat(text(GRAPH.childrenOf(c2))).isEqualTo("{d2}");
        assertThat(text(GRAPH.dependentsOf(c2))).isEqualTo("{d2, y}");
        assertThat(text(GRAPH.requirementsOf(RevisionId.of("y")))).isEqualTo("{c2, x}");
        assertThat(text(GRAPH.requirementsOf(RevisionId.of("e")))).isEqualTo("{d1, d2}");
    }

    @Test
    void closure_followsParentsAndDependencies() {
        assertThat(text(GRAPH.closure(ids("y")))).isEqualTo("{a, b, c2, x, y}");
        assertThat(text(GRAPH.dependentClosure(ids("c2")))).isEqualTo("{c2, d2, e, y}");
    }

    @Test
    void closure_ofUnknownRevisions_leavesThemOut() {
        assertThat(text(GRAPH.closure(ids("b, nosuch")))).isEqualTo("{a, b}");
    }

    @Test
    void lineage_followsParentsAlone() {
        assertThat(text(GRAPH.lineage(RevisionId.of("c2")))).isEqualTo("{a, b, c2, d2, e}");
    }

    @Test
    void maximal_leavesOutWhatOthersRequire() {
        assertThat(text(GRAPH.maximal(ids("a, b, c1, c2, x, y")))).isEqualTo("{c1, y}");
        assertThat(text(GRAPH.maximal(ids("a, e")))).isEqualTo("{e}");
    }

    @Test
    void order_staysOnABranchAsLongAsPossible() {
        assertThat(ordered(GRAPH)).isEqualTo("{a, b, c1, d1, c2, d2, e, x, y}");
    }

    @Test
    void order_ofIndependentRevisions_isByCreationThenId() {
        RevisionGraph graph = RevisionGraph.of(List.of(
                created("a", "2026-03-01"),
                created("b", "2026-01-01T10:00:00Z"),
                created("c", "2026-01-01"),
                created("d", "")));

        assertThat(ordered(graph)).isEqualTo("{d, c, b, a}");
    }

    @Test
    void order_doesNotDependOnTheOrderOfTheInput() {
        List<RevisionNode> shuffled = new ArrayList<>(GRAPH.nodes());
        Collections.reverse(shuffled);

        assertThat(ordered(RevisionGraph.of(shuffled))).isEqualTo(ordered(GRAPH));
    }

    @Test
    void order_ofAPart_isThatOfTheWhole() {
        assertThat(GRAPH.ordered(ids("e, d2, a")).stream().map(RevisionNode::title))
                .containsExactly("a", "d2", "e");
    }

    @Test
    void order_ofAPart_knowsWhatLiesBetween() {
        RevisionGraph graph = graph("z -> m -> a");

        assertThat(graph.ordered(ids("a, z")).stream().map(RevisionNode::title)).containsExactly("z", "a");
    }

    @Test
    void sets_ofTheGraph_cannotBeChanged() {
        assertThatThrownBy(() -> GRAPH.heads().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> GRAPH.ids().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> GRAPH.labels().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> GRAPH.nodes().clear()).isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> GRAPH.childrenOf(RevisionId.of("a")).clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void parentGivenTwice_isOneParent() {
        RevisionGraph graph = RevisionGraph.of(nodes("a, a -> b"));

        assertThat(text(graph.requirementsOf(RevisionId.of("b")))).isEqualTo("{a}");
        assertThat(ordered(graph)).isEqualTo("{a, b}");
    }

    private static String ordered(RevisionGraph graph) {
        return text(graph.ordered(graph.ids()).stream().map(RevisionNode::id).toList());
    }

    private static RevisionNode created(String id, String when) {
        return new RevisionNode(RevisionId.of(id), List.of(), List.of(), List.of(), "", when, id + ".sql");
    }
}
