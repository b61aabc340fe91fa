package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.source.RevisionDraft;
import dev.reflux.source.RevisionFile;
import dev.reflux.source.RevisionWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** Writes the file of a new revision. */
@Command(
        name = "revision",
        description = "Write the file of a new revision, and print its path. Needs no database.",
        footer = {
            "",
            "Examples:",
            "  reflux revision -m \"create customers\"           a Java class",
            "  reflux revision -m \"add phone\" --format sql     a SQL file",
            "  reflux revision -m \"billing\" --head base --branch-label billing",
            "                                                 the beginning of a branch of its own",
            "  reflux revision -m \"join\" --head 3f2a --head 9b07",
            "                                                 joins two heads"
        })
final class RevisionCommand implements Callable<Integer> {

    @Option(
            names = {"-m", "--message"},
            paramLabel = "TEXT",
            required = true,
            description = "What the revision does, in a few words.")
    private String message = "";

    @Option(names = "--format", paramLabel = "FORMAT", description = "java or sql. Otherwise java.")
    private Format format = Format.java;

    @Option(
            names = "--head",
            paramLabel = "REVISION",
            description = "What it builds on: a head, or base for a new beginning; repeat it to join heads."
                    + " Otherwise the only head.")
    private List<String> heads = List.of();

    @Option(names = "--splice", description = "Allow it to build on a revision that is no head: a new branch.")
    private boolean splice;

    @Option(names = "--branch-label", paramLabel = "LABEL", description = "A name for the branch. Repeatable.")
    private List<String> labels = List.of();

    @Option(
            names = "--depends-on",
            paramLabel = "REVISION",
            description = "What must be applied before it, an id or a label. Repeatable.")
    private List<String> dependencies = List.of();

    @Option(
            names = "--rev-id",
            paramLabel = "ID",
            converter = IdText.class,
            description = "The id. Otherwise 12 random hexadecimal digits.")
    private Optional<RevisionId> id = Optional.empty();

    private final Invocation invocation;

    RevisionCommand(Invocation invocation) {
        this.invocation = invocation;
    }

    /** The languages of revision files. */
    enum Format {
        java,
        sql
    }

    /** Reads an id. */
    static final class IdText implements ITypeConverter<RevisionId> {
        @Override
        public RevisionId convert(String text) {
            return RevisionId.of(text);
        }
    }

    @Override
    public Integer call() {
        Project project = invocation.project();
        RevisionGraph graph = project.load().graph();
        RevisionNode node = new NewRevision(graph).node(request());
        Path path = RevisionWriter.write(project.directory(), file(RevisionDraft.empty(node)));
        invocation.terminal().print(Line.of(Kind.RESULT, path.toString()));
        invocation.terminal().print(remark(graph, node));
        return ExitCode.DONE;
    }

    private NewRevision.Request request() {
        Instant now = invocation.surroundings().clock().instant().truncatedTo(ChronoUnit.SECONDS);
        return new NewRevision.Request(
                id.orElseGet(NewRevision::randomId),
                heads,
                splice ? NewRevision.Parents.ANY : NewRevision.Parents.HEADS,
                dependencies,
                labels,
                message.strip(),
                now.toString());
    }

    private RevisionFile file(RevisionDraft draft) {
        Function<RevisionDraft, RevisionFile> java =
                invocation.options().packages().isEmpty()
                        ? RevisionFile::java
                        : inPackage -> RevisionFile.java(
                                inPackage, invocation.options().packages().get(0));
        return format == Format.sql ? RevisionFile.sql(draft) : java.apply(draft);
    }

    private static Line remark(RevisionGraph graph, RevisionNode node) {
        Line line = Line.of(Kind.PROGRESS, "Revision ")
                .add(Style.REVISION, node.id().value());
        List<String> parents = node.revises().stream()
                .map(parent -> graph.node(parent).title())
                .toList();
        return line.add((parents.isEmpty() ? " is a base." : " builds on " + String.join(" and ", parents) + ".")
                + " Write its upgrade and its downgrade, then: reflux upgrade");
    }
}
