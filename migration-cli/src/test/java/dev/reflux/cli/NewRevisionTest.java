package dev.reflux.cli;

import static dev.reflux.cli.Graphs.FORK;
import static dev.reflux.cli.Graphs.LINE;
import static dev.reflux.cli.Graphs.id;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.cli.NewRevision.Parents;
import dev.reflux.cli.NewRevision.Request;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewRevisionTest {

    private static List<RevisionId> parents(RevisionGraph graph, Parents rule, String... heads) {
        return new NewRevision(graph).node(request(rule, heads)).revises();
    }

    private static Request request(Parents rule, String... heads) {
        return new Request(id("ff"), List.of(heads), rule, List.of(), List.of(), "new", "2026-11-21T10:30:00Z");
    }

    @Test
    void parent_ofTheFirstRevision_isTheBase() {
        assertThat(parents(RevisionGraph.of(List.of()), Parents.HEADS)).isEmpty();
    }

    @Test
    void parent_withOneHead_isThatHead() {
        assertThat(parents(LINE, Parents.HEADS)).containsExactly(id("c3"));
    }

    @Test
    void parent_withSeveralHeads_hasToBeNamed() {
        assertThatThrownBy(() -> parents(FORK, Parents.HEADS)).hasMessage("""
                It is not clear what the new revision builds on: there are 2 heads, b2 (add phone) and c3 (add fax).
                Name one of them: --head b2; or join them: reflux merge""");
        assertThat(parents(FORK, Parents.HEADS, "c")).containsExactly(id("c3"));
        assertThat(parents(FORK, Parents.HEADS, "c3", "b2")).containsExactly(id("c3"), id("b2"));
        assertThat(parents(FORK, Parents.HEADS, "heads")).containsExactly(id("b2"), id("c3"));
        assertThat(parents(FORK, Parents.HEADS, "base")).isEmpty();
    }

    @Test
    void parent_thatIsNoHead_needsSplice() {
        assertThatThrownBy(() -> parents(LINE, Parents.HEADS, "a1")).hasMessage("""
                Cannot build on a1 (create customers): other revisions do already. The heads are c3 (add fax).
                Name a head; or make a new branch there: --splice""");
        assertThat(parents(LINE, Parents.ANY, "a1")).containsExactly(id("a1"));
    }

    @Test
    void dependency_isWrittenInFull() {
        Request request = new Request(id("ff"), List.of(), Parents.HEADS, List.of("b"), List.of("shop"), "new", "");

        RevisionNode node = new NewRevision(LINE).node(request);

        assertThat(node.dependsOn()).containsExactly("b2");
        assertThat(node.labels()).containsExactly("shop");
    }

    @Test
    void id_thatIsTaken_isRefused() {
        Request request = new Request(id("a1"), List.of(), Parents.HEADS, List.of(), List.of(), "new", "");

        assertThatThrownBy(() -> new NewRevision(LINE).node(request)).hasMessageContaining("\"a1\" is declared twice");
    }

    @Test
    void randomId_hasTwelveHexadecimalDigits() {
        assertThat(NewRevision.randomId().value())
                .matches("[0-9a-f]{12}")
                .isNotEqualTo(NewRevision.randomId().value());
    }
}
