package dev.reflux.cli;

import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.Arrays;
import java.util.List;

/** Graphs for tests. */
final class Graphs {

    /**
     * Two lines from one base: {@code a1 -> b2 -> c3}, and {@code a1 -> d4} with the label "billing"; {@code e5} joins
     * them.
     */
    static final RevisionGraph DIAMOND = RevisionGraph.of(List.of(
            node("a1", "create customers"),
            node("b2", "add phone", "a1"),
            node("c3", "add fax", "b2"),
            new RevisionNode(
                    RevisionId.of("d4"),
                    List.of(RevisionId.of("a1")),
                    List.of("b2"),
                    List.of("billing"),
                    "create invoices\n\nwith their lines",
                    "2026-11-21",
                    "migrations/d4.sql"),
            node("e5", "join", "c3", "d4")));

    /** {@code a1 -> b2 -> c3}. */
    static final RevisionGraph LINE = RevisionGraph.of(
            List.of(node("a1", "create customers"), node("b2", "add phone", "a1"), node("c3", "add fax", "b2")));

    /** {@code a1 -> b2} and {@code a1 -> c3}. */
    static final RevisionGraph FORK = RevisionGraph.of(
            List.of(node("a1", "create customers"), node("b2", "add phone", "a1"), node("c3", "add fax", "a1")));

    private Graphs() {}

    static RevisionNode node(String id, String message, String... parents) {
        return new RevisionNode(
                RevisionId.of(id),
                Arrays.stream(parents).map(RevisionId::of).toList(),
                List.of(),
                List.of(),
                message,
                "",
                "migrations/" + id + ".sql");
    }

    static RevisionId id(String text) {
        return RevisionId.of(text);
    }

    /** The lines as a reader without a terminal sees them. */
    static String text(List<Line> lines) {
        return String.join(
                "\n", lines.stream().map(line -> line.painted(Palette.NONE)).toList());
    }
}
