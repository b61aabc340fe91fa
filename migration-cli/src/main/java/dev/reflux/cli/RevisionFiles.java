package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.source.RevisionDraft;
import dev.reflux.source.RevisionFile;
import dev.reflux.source.RevisionWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Writes the files of revisions.
 *
 * @param directory where they go
 * @param format the language
 * @param packageName of Java classes; empty for the unnamed package
 */
record RevisionFiles(Path directory, RevisionCommand.Format format, Optional<String> packageName) {

    /** Writes one file for each draft, or none at all if one cannot be written. */
    List<Path> write(List<RevisionDraft> drafts) {
        List<RevisionFile> files = drafts.stream().map(this::file).toList();
        List<Path> written = new ArrayList<>();
        try {
            files.forEach(file -> written.add(RevisionWriter.write(directory, file)));
        } catch (MigrationException e) {
            written.forEach(RevisionFiles::remove);
            throw e;
        }
        return written;
    }

    private RevisionFile file(RevisionDraft draft) {
        if (format == RevisionCommand.Format.sql) {
            return RevisionFile.sql(draft);
        }
        return packageName.map(name -> RevisionFile.java(draft, name)).orElseGet(() -> RevisionFile.java(draft));
    }

    private static void remove(Path path) {
        try {
            Files.delete(path);
        } catch (IOException e) {
            throw new UncheckedIOException("\"" + path + "\" was written a moment ago and cannot be removed", e);
        }
    }
}
