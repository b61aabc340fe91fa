package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.revision.Sentences;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.RevisionDraft;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Writes a revision that joins branches. */
@Command(
        name = "merge",
        description = "Write the file of a revision that joins heads, and print its path. Needs no database.",
        footer = {
            "",
            "Examples:",
            "  reflux merge                        joins all heads",
            "  reflux merge 3f2a 9b07 -m \"join\"    joins these two"
        })
final class MergeCommand implements Callable<Integer> {

    @Parameters(paramLabel = "REVISION", arity = "0..*", description = "What it joins. Otherwise heads: all of them.")
    private List<String> revisions = List.of();

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            description = "What the revision does. Otherwise \"merge\" and what it joins.")
    private Optional<String> message = Optional.empty();

    @Mixin
    private NewRevisionOptions options = new NewRevisionOptions();

    @Mixin
    private JsonOption json = new JsonOption();

    private final Invocation invocation;

    MergeCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    @Override
    public Integer call() {
        LoadedMigrations migrations = invocation.project().load();
        RevisionNode node = node(migrations.graph());
        RevisionDraft draft = RevisionDraft.empty(node);
        RevisionFiles.of(invocation, options, draft, migrations.graph()).write(List.of(draft), invocation, json);
        invocation.terminal().print(new RevisionRemarks(migrations.graph()).toBeMerged(node));
        return ExitCode.DONE;
    }

    private RevisionNode node(RevisionGraph graph) {
        List<String> wanted = revisions.isEmpty() ? List.of("heads") : revisions;
        String created = invocation
                .surroundings()
                .clock()
                .instant()
                .truncatedTo(ChronoUnit.SECONDS)
                .toString();
        NewRevision.Request request = options.request(wanted, message.orElse("").strip(), created);
        RevisionNode node = new NewRevision(graph).node(request);
        if (node.revises().size() < 2) {
            throw new MigrationException("There is nothing to merge: "
                    + Sentences.and(wanted.stream().map(Sentences::quoted).toList()) + " leads to "
                    + node.revises().stream()
                            .findFirst()
                            .map(only -> graph.node(only).title() + " alone")
                            .orElse("no revision")
                    + ". Name two heads or more; to see them: reflux heads");
        }
        return message.isPresent()
                ? node
                : new NewRevision(graph).node(request.withMessage("merge " + joined(node.revises())));
    }

    private static String joined(List<RevisionId> ids) {
        return Sentences.and(ids.stream().map(RevisionId::value).toList());
    }
}
