package dev.reflux.cli;

import dev.reflux.revision.RevisionId;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;

/** What every command that writes a revision may be told about it. */
final class NewRevisionOptions {

    @Option(names = "--format", paramLabel = "FORMAT", description = "java or sql. Otherwise java.")
    private Format format = Format.java;

    @Option(
            names = "--splice",
            description = "Allow it to build on a revision that is no head: that begins a new branch.")
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

    @Option(
            names = "--version-path",
            paramLabel = "DIRECTORY",
            description = "Which of several revision directories gets the file. Otherwise the one of the revision it"
                    + " builds on.")
    private Optional<String> versionPath = Optional.empty();

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

    Format format() {
        return format;
    }

    Optional<RevisionId> id() {
        return id;
    }

    Optional<String> versionPath() {
        return versionPath;
    }

    /** A request for a revision that builds on these. */
    NewRevision.Request request(List<String> heads, String message, String created) {
        return new NewRevision.Request(
                id.orElseGet(NewRevision::randomId),
                heads,
                splice ? NewRevision.Parents.ANY : NewRevision.Parents.HEADS,
                dependencies,
                labels,
                message,
                created);
    }
}
