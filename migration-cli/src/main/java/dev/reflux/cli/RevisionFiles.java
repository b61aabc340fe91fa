package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import dev.reflux.revision.RevisionGraph;
import dev.reflux.source.RevisionDraft;
import dev.reflux.source.RevisionFile;
import dev.reflux.source.RevisionLayout;
import dev.reflux.source.RevisionWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes the files of revisions.
 *
 * @param directory where they go
 * @param format the language
 * @param packageName of Java classes; empty for the unnamed package
 * @param layout their names, and what stands around the revision
 */
record RevisionFiles(
        Path directory, NewRevisionOptions.Format format, Optional<String> packageName, RevisionLayout layout) {

    /** As the project and the options of a command have it. */
    static RevisionFiles of(
            Invocation invocation, NewRevisionOptions options, RevisionDraft first, RevisionGraph graph) {
        Project project = invocation.project();
        Path directory = new RevisionDirectories(project).of(first.node(), graph, options.versionPath());
        return new RevisionFiles(
                directory,
                options.format(),
                invocation.options().packages().stream().findFirst(),
                project.layout(options.format()));
    }

    /** Writes one file for each draft, or none at all if one cannot be written; then prints where they are. */
    void write(List<RevisionDraft> drafts, Invocation invocation, JsonOption json) {
        List<RevisionFile> files = drafts.stream().map(this::file).toList();
        List<Path> written = new ArrayList<>();
        try {
            files.forEach(file -> written.add(RevisionWriter.write(directory, file)));
        } catch (MigrationException e) {
            written.forEach(RevisionFiles::remove);
            throw e;
        }
        if (json.isSet()) {
            invocation.printJson(Map.of("files", described(drafts, written)));
        } else {
            written.forEach(path -> invocation.terminal().print(Line.of(Kind.RESULT, path.toString())));
        }
    }

    private static List<Map<String, Object>> described(List<RevisionDraft> drafts, List<Path> paths) {
        List<Map<String, Object>> files = new ArrayList<>();
        for (int i = 0; i < drafts.size(); i++) {
            Map<String, Object> file = new LinkedHashMap<>();
            file.put("revision", drafts.get(i).node().id());
            file.put("path", paths.get(i));
            files.add(file);
        }
        return files;
    }

    private RevisionFile file(RevisionDraft draft) {
        return format == NewRevisionOptions.Format.sql
                ? RevisionFile.sql(draft, layout)
                : RevisionFile.java(draft, packageName, layout);
    }

    private static void remove(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("\"" + path + "\" was written a moment ago and cannot be removed", e);
        }
    }
}
