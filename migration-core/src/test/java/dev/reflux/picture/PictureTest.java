package dev.reflux.picture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Where revisions and lines go, and how that looks in characters. */
class PictureTest {

    /** {@code a1 -> b2 -> c3} and {@code a1 -> d4}, joined by {@code e5}; {@code d4} has a label and depends on {@code b2}. */
    static final RevisionGraph DIAMOND = RevisionGraph.of(List.of(
            node("a1", "create customers", List.of()),
            node("b2", "add phone", List.of(), "a1"),
            node("c3", "add fax", List.of(), "b2"),
            new RevisionNode(
                    RevisionId.of("d4"),
                    List.of(RevisionId.of("a1")),
                    List.of("b2"),
                    List.of("billing"),
                    "create <invoices> & \"lines\"",
                    "2026-11-21T10:30:00Z",
                    "d4.sql"),
            node("e5", "join", List.of(), "c3", "d4")));

    static RevisionNode node(String id, String message, List<String> dependsOn, String... parents) {
        return new RevisionNode(
                RevisionId.of(id),
                Arrays.stream(parents).map(RevisionId::of).toList(),
                dependsOn,
                List.of(),
                message,
                "",
                id + ".sql");
    }

    private static String drawn(Picture picture, Letters letters) {
        return TextPicture.rows(picture, letters).stream()
                .map(row -> row.strokes().stream().map(Stroke::text).collect(Collectors.joining())
                        + row.place().map(place -> " " + place.node().id()).orElse(""))
                .collect(Collectors.joining("\n"));
    }

    @Test
    void line_isStraight() {
        RevisionGraph graph = RevisionGraph.of(
                List.of(RevisionNode.of("a1"), RevisionNode.of("b2", "a1"), RevisionNode.of("c3", "b2")));

        assertThat(drawn(Picture.of(graph), Letters.UNICODE)).isEqualTo("""
                ● c3
                ● b2
                ● a1""");
    }

    @Test
    void branches_leaveAndComeIn_andWhatRunsDownIsInFront() {
        assertThat(drawn(Picture.of(DIAMOND), Letters.UNICODE)).isEqualTo("""
                ● e5
                ├─╮
                │ ● d4
                │ ├┄╮
                ● │ ┊ c3
                ├┄│┄╯
                ● │ b2
                ├─╯
                ● a1""");
        assertThat(drawn(Picture.of(DIAMOND), Letters.ASCII)).isEqualTo("""
                * e5
                |-.
                | * d4
                | |-.
                * | : c3
                |-|-'
                * | b2
                |-'
                * a1""");
    }

    @Test
    void threeParents_getALaneEach() {
        RevisionGraph graph = RevisionGraph.of(List.of(
                RevisionNode.of("a1"),
                RevisionNode.of("b2"),
                RevisionNode.of("c3"),
                RevisionNode.of("d4", "a1", "b2", "c3")));

        assertThat(drawn(Picture.of(graph), Letters.UNICODE)).isEqualTo("""
                ● d4
                ├─┬─╮
                │ │ ● c3
                │ ● b2
                ● a1""");
    }

    @Test
    void standings_haveASignEach_andWhatOnlyTheDatabaseKnowsIsOnTop() {
        Standings standings = new Standings(
                Set.of(RevisionId.of("a1"), RevisionId.of("b2"), RevisionId.of("zz")), Set.of(RevisionId.of("c3")));
        Picture picture = Picture.of(DIAMOND, standings);

        assertThat(drawn(picture, Letters.UNICODE)).isEqualTo("""
                ◌ zz
                  ○ e5
                ╭─┤
                ○ │ d4
                ├┄│┄╮
                │ ◐ ┊ c3
                │ ├┄╯
                │ ● b2
                ├─╯
                ● a1""");
        assertThat(picture.places().stream()
                        .filter(Place::isCurrent)
                        .map(place -> place.node().id().value()))
                .containsExactly("zz", "b2");
        assertThat(picture.places().get(1).marks()).containsExactly("head");
    }

    @Test
    void newLine_doesNotBeginRightBelowTheEndOfAnother() {
        RevisionGraph graph =
                RevisionGraph.of(List.of(RevisionNode.of("a1"), RevisionNode.of("b2"), RevisionNode.of("c3")));

        assertThat(drawn(Picture.of(graph), Letters.UNICODE)).isEqualTo("""
                ● c3
                  ● b2
                ● a1""");
    }

    @Test
    void emptyGraph_isAnEmptyPicture() {
        Picture picture = Picture.of(RevisionGraph.of(List.of()));

        assertThat(picture.places()).isEmpty();
        assertThat(TextPicture.rows(picture, Letters.UNICODE)).isEmpty();
        assertThat(HtmlPicture.of(picture, "shop")).contains("There are no revisions yet.");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void everyGraph_hasItsEdges_andNoLineRunsThroughARevisionOrAnotherLine(long seed) {
        RevisionGraph graph = random(seed);

        Picture picture = Picture.of(graph);

        Set<String> drawn = new HashSet<>();
        picture.edges()
                .forEach(edge -> drawn.add(
                        edge.child().node().id() + " " + edge.parent().node().id()));
        Set<String> asked = new HashSet<>();
        graph.ids().forEach(id -> graph.requirementsOf(id).forEach(other -> asked.add(id + " " + other)));
        assertThat(drawn).as("seed %d", seed).isEqualTo(asked);
        for (Place place : picture.places()) {
            List<Integer> lanes = new ArrayList<>(List.of(place.lane()));
            picture.edges().stream()
                    .filter(edge -> edge.child().row() < place.row()
                            && place.row() < edge.parent().row())
                    .forEach(edge -> lanes.add(edge.lane()));
            assertThat(lanes).as("seed %d, row %d", seed, place.row()).doesNotHaveDuplicates();
            assertThat(lanes).allMatch(lane -> lane < picture.lanes());
        }
        assertThat(drawn(picture, Letters.UNICODE)).isEqualTo(drawn(Picture.of(graph), Letters.UNICODE));
    }

    /** With forks, merges of two and three, dependencies and several bases. */
    static RevisionGraph random(long seed) {
        Random random = new Random(seed);
        List<RevisionNode> nodes = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            Set<String> parents = some(random, nodes, random.nextInt(12) == 0 ? 0 : random.nextInt(6) == 0 ? 3 : 1);
            Set<String> needs = some(random, nodes, random.nextInt(5) == 0 ? 1 : 0);
            nodes.add(node("r%02d".formatted(i), "", List.copyOf(needs), parents.toArray(String[]::new)));
        }
        return RevisionGraph.of(nodes);
    }

    private static Set<String> some(Random random, List<RevisionNode> nodes, int count) {
        return IntStream.range(0, nodes.isEmpty() ? 0 : count)
                .map(i -> Math.max(0, nodes.size() - 1 - random.nextInt(8)))
                .mapToObj(i -> nodes.get(i).id().value())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
