package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;

/**
 * Prints a list of revisions in the form that was asked for: a line each, a block each with {@code --verbose}, or JSON.
 *
 * @param invocation the command
 * @param graph all revisions
 * @param current where the database is; empty if nobody asked it
 * @param json whether programs read it
 */
record RevisionPrinter(Invocation invocation, RevisionGraph graph, Optional<Set<RevisionId>> current, JsonOption json) {

    /** What a line says of a revision. */
    enum Form implements BiFunction<RevisionLines, RevisionNode, List<Line>> {
        /** From its id on. */
        TITLE {
            @Override
            public List<Line> apply(RevisionLines lines, RevisionNode node) {
                return List.of(Line.of(Kind.RESULT).add(lines.title(node)));
            }
        },
        /** From its parents on. */
        HISTORY {
            @Override
            public List<Line> apply(RevisionLines lines, RevisionNode node) {
                return List.of(lines.history(node));
            }
        },
        /** Everything, over several lines. */
        BLOCK {
            @Override
            public List<Line> apply(RevisionLines lines, RevisionNode node) {
                return lines.block(node);
            }
        },
        /** The branch point and what branches off it. */
        BRANCHES {
            @Override
            public List<Line> apply(RevisionLines lines, RevisionNode node) {
                return lines.branches(node);
            }
        }
    }

    void print(Collection<RevisionNode> nodes, Form form) {
        if (json.isSet()) {
            invocation.printJson(new RevisionJson(graph, current).document(nodes));
            return;
        }
        RevisionLines lines = new RevisionLines(graph, current.orElse(Set.of()));
        List<Line> printed = new ArrayList<>();
        nodes.forEach(node -> printed.addAll(form(form).apply(lines, node)));
        invocation.terminal().print(printed);
        invocation.terminal().print(lines.remarks());
    }

    private Form form(Form brief) {
        return invocation.options().verbose() && brief != Form.BRANCHES ? Form.BLOCK : brief;
    }
}
