package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.revision.RevisionGraph;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;

/** Shows the newest revisions. */
@Command(name = "heads", description = "Show the revisions that no other one builds on. Needs no database.")
final class HeadsCommand implements Callable<Integer> {

    private final Invocation invocation;

    HeadsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        RevisionGraph graph = invocation.project().load().graph();
        RevisionLines lines = new RevisionLines(graph, Set.of());
        boolean verbose = invocation.options().verbose();
        graph.heads().stream().map(graph::node).forEach(node -> {
            if (verbose) {
                invocation.terminal().print(lines.block(node));
            } else {
                invocation.terminal().print(Line.of(Kind.RESULT).add(lines.title(node)));
            }
        });
        invocation.terminal().print(lines.remarks());
        return ExitCode.DONE;
    }
}
