package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;

/**
 * The files of a new project. Nothing that exists is changed, but for a line that is added to {@code .gitignore}.
 *
 * @param root where they go
 * @param revisions the directory of the revisions, seen from there
 */
record Scaffold(Path root, String revisions) {

    private static final String ENVIRONMENT_EXAMPLE = """
            # Copy this file to ".env" and change the URL. ".env" holds a password: keep it out of the repository.
            # Forms that work: postgresql://, jdbc:postgresql://, r2dbc:postgresql://, and "host=... dbname=...".
            REFLUX_URL=postgresql://user:password@localhost:5432/database
            """;

    private static final String IGNORED = ".env";

    /** Makes what is missing, and says what it found. */
    List<Line> create() {
        return List.of(
                directory(), file(ProjectFile.NAME, settings()), file(".env.example", ENVIRONMENT_EXAMPLE), ignored());
    }

    private String settings() {
        String line = "dir = " + revisions.replace("\\", "\\\\");
        return """
                # Settings of Reflux. It looks for this file in the working directory, then in those above it.
                # What is typed at the command line counts more than what stands here.

                # Where the revisions are, seen from this file.
                """ + (revisions.equals(Project.CUSTOMARY_DIRECTORY) ? "#" + line : line) + """


                # The database, if its URL has no password in it. With one it belongs into ".env" (see ".env.example")
                # or into the environment, as REFLUX_URL or DATABASE_URL; both count more than this.
                #url = postgresql://user@localhost:5432/database

                # What the database should look like, for reflux revision --autogenerate, check and diff: a SQL file or
                # a directory of them; jooq:CLASS-OR-PACKAGE or jpa:CLASS-OR-PACKAGE, with the class path that has them.
                #schema = schema.sql
                #classpath = target/classes:lib/*

                # What of it is not compared.
                #exclude = audit.*, extension:*
                """;
    }

    private Line directory() {
        Path directory = root.resolve(revisions);
        String name = revisions.endsWith("/") ? revisions : revisions + "/";
        if (Files.isDirectory(directory)) {
            return kept(name);
        }
        try {
            Files.createDirectories(directory);
            return created(name);
        } catch (IOException e) {
            throw failure(directory, e);
        }
    }

    private Line file(String name, String content) {
        Path file = root.resolve(name);
        try {
            Files.writeString(file, content, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return created(name);
        } catch (FileAlreadyExistsException e) {
            return kept(name);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private Line ignored() {
        Path file = root.resolve(".gitignore");
        String text = ProjectFile.content(file).orElse("");
        if (text.lines().map(String::strip).anyMatch(line -> line.equals(IGNORED) || line.equals("/" + IGNORED))) {
            return kept(".gitignore");
        }
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        try {
            Files.writeString(file, separator + IGNORED + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return text.isEmpty() ? created(".gitignore") : line("changed", ".gitignore, with a line for " + IGNORED);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static Line created(String name) {
        return line("created", name);
    }

    private static Line kept(String name) {
        return line("kept", name + ", as it was");
    }

    private static Line line(String verb, String name) {
        return Line.of(Kind.SUMMARY, String.format("%-7s %s", verb, name));
    }

    private static MigrationException failure(Path path, IOException cause) {
        return new MigrationException(
                quoted(path) + " cannot be made. Check the rights of its directory, and the disk.", cause);
    }
}
