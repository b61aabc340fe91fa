package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.cli.RevisionPrinter.Form;
import dev.reflux.revision.History;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionNode;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Shows where branches part. */
@Command(name = "branches", description = "Show the branch points with what branches off them. Needs no database.")
final class BranchesCommand implements Callable<Integer> {

    @Mixin
    private JsonOption json = new JsonOption();

    private final Invocation invocation;

    BranchesCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        RevisionGraph graph = invocation.project().load().graph();
        List<RevisionNode> points = new History(graph, List.of())
                .newestFirst().stream()
                        .filter(node -> graph.childrenOf(node.id()).size() > 1)
                        .toList();
        new RevisionPrinter(invocation, graph, Optional.empty(), json).print(points, Form.BRANCHES);
        if (points.isEmpty() && !graph.nodes().isEmpty()) {
            invocation.terminal().print(Line.of(Kind.PROGRESS, "There is no branch point."));
        }
        return ExitCode.DONE;
    }
}
