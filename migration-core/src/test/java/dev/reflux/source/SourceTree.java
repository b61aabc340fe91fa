package dev.reflux.source;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.reflux.revision.InvalidGraphException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** A directory that a test fills with source files. */
record SourceTree(Path directory) {

    SourceTree with(String name, String text) {
        return with(name, text.getBytes(StandardCharsets.UTF_8));
    }

    SourceTree with(String name, byte[] content) {
        try {
            Path file = directory.resolve(name);
            Files.createDirectories(java.util.Objects.requireNonNull(file.getParent()));
            Files.write(file, content);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A SQL revision without statements. */
    SourceTree withRevision(String id, String... parents) {
        return with(
                id + ".sql", "-- revision: " + id + "\n-- revises: " + String.join(" ", parents) + "\n-- upgrade\n");
    }

    Migrations migrations() {
        return Migrations.inDirectory(directory);
    }

    LoadedMigrations load() {
        return migrations().load();
    }

    /** What loading complains about, with paths relative to the directory. */
    List<String> problems() {
        return problems(migrations());
    }

    List<String> problems(Migrations migrations) {
        InvalidGraphException refused = catchThrowableOfType(InvalidGraphException.class, migrations::load);
        String prefix = directory + directory.getFileSystem().getSeparator();
        return refused.problems().stream()
                .map(problem -> problem.replace(prefix, ""))
                .toList();
    }
}
