package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Objects;

/** Writes revision files to disk. */
public final class RevisionWriter {

    private RevisionWriter() {}

    /**
     * Writes a new file; never replaces one. Blocks.
     *
     * @param directory is made if it does not exist
     * @return where the file is
     * @throws MigrationException if there is a file of that name, or it cannot be written
     */
    public static Path write(Path directory, RevisionFile file) {
        Path path = directory.resolve(file.name());
        byte[] bytes = file.text().getBytes(StandardCharsets.UTF_8);
        try {
            Files.createDirectories(parent(path));
            Files.write(path, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return path;
        } catch (FileAlreadyExistsException e) {
            throw new MigrationException(
                    quoted(e.getFile()) + " exists already, and is not overwritten."
                            + " Give the revision another id or another message, or remove the file.",
                    e);
        } catch (IOException e) {
            throw new MigrationException(quoted(path) + " cannot be written: " + SourceText.reason(e) + ".", e);
        }
    }

    private static Path parent(Path path) {
        return Objects.requireNonNullElse(path.getParent(), Path.of(""));
    }
}
