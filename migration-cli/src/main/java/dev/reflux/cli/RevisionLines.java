package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.Line.Span;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Shows revisions: in a line, as Alembic does, or in a block with all that is known.
 *
 * @param graph all revisions
 * @param current those to be marked as where the database is; empty if nobody asked
 */
record RevisionLines(RevisionGraph graph, Set<RevisionId> current) {

    private static final String BASE = "<base>";

    RevisionLines {
        current = Set.copyOf(current);
    }

    /** Which marks stand behind an id. */
    private enum Marks {
        /** Heads, and where the database is. */
        PLACE,
        /** Those, and where branches part and join. */
        ALL
    }

    /** {@code 3f2a9c1b7d04 (billing) (head), add phone to customers}. */
    List<Span> title(RevisionNode node) {
        return line(node, Marks.PLACE);
    }

    /** The same for an id, which the graph may not know. */
    List<Span> title(RevisionId id) {
        return graph.find(id).map(this::title).orElseGet(() -> unknown(id));
    }

    /** {@code 3f2a9c1b7d04 (no file knows it)}. */
    static List<Span> unknown(RevisionId id) {
        return List.of(new Span(Style.REVISION, id.value()), new Span(Style.CAUTION, " (no file knows it)"));
    }

    /** {@code 1b0e5d8c6a21 -> 3f2a9c1b7d04 (head), add phone to customers}. */
    Line history(RevisionNode node) {
        String parents = node.revises().isEmpty() ? BASE : joined(node.revises());
        return Line.of(Kind.RESULT)
                .add(Style.FAINT, parents + dependencies(node) + " -> ")
                .add(line(node, Marks.ALL));
    }

    /** All that is known, over several lines, and an empty one. */
    List<Line> block(RevisionNode node) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Kind.RESULT, "Rev: ")
                .add(Style.REVISION, node.id().value())
                .add(marks(node, Marks.ALL)));
        if (node.revises().size() > 1) {
            lines.add(field("Merges", joined(node.revises())));
        } else {
            lines.add(field("Parent", node.revises().isEmpty() ? BASE : joined(node.revises())));
        }
        addField(lines, "Also depends on", node.dependsOn());
        Set<RevisionId> children = graph.childrenOf(node.id());
        addField(lines, "Branches into", children.size() > 1 ? children : List.of());
        addField(lines, "Branch names", node.labels());
        addField(lines, "Created", node.created().isEmpty() ? List.of() : List.of(node.created()));
        lines.add(field("Path", node.origin()));
        lines.add(Line.of(Kind.RESULT));
        node.message()
                .strip()
                .lines()
                .forEach(text -> lines.add(Line.of(Kind.RESULT, "    ").add(Style.STRONG, text)));
        lines.add(Line.of(Kind.RESULT));
        return lines;
    }

    /** A branch point, and below it what branches off: {@code "     -> 3f2a9c1b7d04 (head), add phone"}. */
    List<Line> branches(RevisionNode node) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(Kind.RESULT).add(line(node, Marks.ALL)));
        String indent = " ".repeat(node.id().value().length());
        graph.childrenOf(node.id())
                .forEach(child -> lines.add(Line.of(Kind.RESULT)
                        .add(Style.FAINT, indent + " -> ")
                        .add(line(graph.node(child), Marks.ALL))));
        return lines;
    }

    /** What to say where there is nothing to show. */
    List<Line> remarks() {
        return graph.nodes().isEmpty()
                ? List.of(Line.of(
                        Kind.PROGRESS, "There are no revisions yet. To write one: reflux revision -m \"what it does\""))
                : List.of();
    }

    private List<Span> line(RevisionNode node, Marks marks) {
        List<Span> spans = new ArrayList<>();
        spans.add(new Span(Style.REVISION, node.id().value()));
        if (!node.labels().isEmpty()) {
            spans.add(new Span(Style.PLAIN, " (" + joined(node.labels()) + ")"));
        }
        spans.addAll(marks(node, marks));
        String message = VisibleText.firstLine(node.message());
        if (!message.isEmpty()) {
            spans.add(new Span(Style.PLAIN, ", " + message));
        }
        return spans;
    }

    private List<Span> marks(RevisionNode node, Marks marks) {
        List<String> words = new ArrayList<>();
        if (graph.childrenOf(node.id()).isEmpty()) {
            words.add(graph.dependentsOf(node.id()).isEmpty() ? "head" : "effective head");
        }
        if (current.contains(node.id())) {
            words.add("current");
        }
        if (marks == Marks.ALL && graph.childrenOf(node.id()).size() > 1) {
            words.add("branchpoint");
        }
        if (marks == Marks.ALL && node.revises().size() > 1) {
            words.add("mergepoint");
        }
        return words.stream()
                .map(word -> new Span(Style.MARK, " (" + word + ")"))
                .toList();
    }

    private static String dependencies(RevisionNode node) {
        return node.dependsOn().isEmpty() ? "" : " (" + joined(node.dependsOn()) + ")";
    }

    private static Line field(String name, String value) {
        return Line.of(Kind.RESULT, name + ": " + value);
    }

    private static void addField(List<Line> lines, String name, Collection<?> values) {
        if (!values.isEmpty()) {
            lines.add(field(name, joined(values)));
        }
    }

    private static String joined(Collection<?> items) {
        return items.stream().map(Object::toString).collect(Collectors.joining(", "));
    }
}
