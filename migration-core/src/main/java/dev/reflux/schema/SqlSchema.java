package dev.reflux.schema;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.source.SourceText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * A {@code .sql} file, or those below a directory.
 *
 * @param path of the file or of the directory
 */
record SqlSchema(Path path) implements DesiredSchema {

    private static final String BYTE_ORDER_MARK = "\uFEFF";

    @Override
    public List<SchemaScript> scripts() {
        if (Files.isDirectory(path)) {
            return files().stream().map(SqlSchema::read).toList();
        }
        if (Files.exists(path)) {
            return List.of(read(path));
        }
        throw new MigrationException("There is no " + quoted(path) + ", which should hold the desired schema."
                + " Correct the path, or write the schema there as CREATE statements.");
    }

    private static SchemaScript read(Path file) {
        String text = SourceText.read(file);
        return new SchemaScript(file.toString(), text.startsWith(BYTE_ORDER_MARK) ? text.substring(1) : text);
    }

    private List<Path> files() {
        try (Stream<Path> below = Files.walk(path, FileVisitOption.FOLLOW_LINKS)) {
            List<Path> files = below.filter(this::isSql)
                    .filter(Files::isRegularFile)
                    .sorted((one, other) -> Arrays.compare(names(one), names(other)))
                    .toList();
            if (files.isEmpty()) {
                throw new MigrationException("The directory " + quoted(path) + ", which should hold the desired schema,"
                        + " has no .sql file. Correct the path, or write the schema there as CREATE statements.");
            }
            return files;
        } catch (UncheckedIOException e) {
            throw unreadable(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private MigrationException unreadable(IOException e) {
        String reason = e instanceof FileSystemLoopException loop
                ? "the symbolic link " + quoted(String.valueOf(loop.getFile())) + " leads back to a directory above it"
                : SourceText.reason(e);
        return new MigrationException("The directory " + quoted(path) + " cannot be read: " + reason + ".", e);
    }

    private boolean isSql(Path file) {
        String[] names = names(file);
        return Stream.of(names).noneMatch(name -> name.startsWith("."))
                && names[names.length - 1].toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    /** The names on the way from the directory to the file. */
    private String[] names(Path file) {
        return StreamSupport.stream(path.relativize(file).spliterator(), false)
                .map(Path::toString)
                .toArray(String[]::new);
    }
}
