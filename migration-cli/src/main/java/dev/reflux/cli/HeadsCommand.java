package dev.reflux.cli;

import dev.reflux.cli.RevisionPrinter.Form;
import dev.reflux.revision.RevisionGraph;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Shows the newest revisions. */
@Command(name = "heads", description = "Show the revisions that no other one builds on. Needs no database.")
final class HeadsCommand implements Callable<Integer> {

    @Option(
            names = "--resolve-dependencies",
            description = "Leave out those that another revision depends on: what remains is what \"heads\" means as a"
                    + " target.")
    private boolean resolveDependencies;

    @Mixin
    private JsonOption json = new JsonOption();

    private final Invocation invocation;

    HeadsCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        RevisionGraph graph = invocation.project().load().graph();
        new RevisionPrinter(invocation, graph, Optional.empty(), json)
                .print(
                        (resolveDependencies ? graph.realHeads() : graph.heads())
                                .stream().map(graph::node).toList(),
                        Form.TITLE);
        return ExitCode.DONE;
    }
}
