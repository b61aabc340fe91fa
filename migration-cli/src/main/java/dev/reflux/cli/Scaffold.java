package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.cli.Line.Kind;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /**
     * What became of a file or a directory.
     *
     * @param deed created, changed or kept
     * @param path seen from the root
     * @param remark what else a person reads
     */
    record Made(String deed, String path, String remark) {

        Line line() {
            return Line.of(Kind.SUMMARY, String.format("%-7s %s%s", deed, path, remark));
        }

        Map<String, Object> json() {
            Map<String, Object> fields = new LinkedHashMap<>();
            fields.put("path", path);
            fields.put("done", deed);
            return fields;
        }
    }

    /** Makes what is missing, and says what it found. */
    List<Made> create() {
        return List.of(
                directory(), file(ProjectFile.NAME, settings()), file(".env.example", ENVIRONMENT_EXAMPLE), ignored());
    }

    private String settings() {
        String line = "dir = " + revisions.replace("\\", "\\\\");
        return """
                # Settings of Reflux. It looks for this file in the working directory, then in those above it.
                # What is typed counts more, then variables of the environment, then those of ".env": a variable is
                # called like its setting, REFLUX_LOCK_TIMEOUT for lock-timeout. Lists have commas between their items.

                # Where the revisions are, seen from this file. With several directories, new files go to that of the
                # revision they build on.
                """ + (revisions.equals(Project.CUSTOMARY_DIRECTORY) ? "#" + line : line) + """


                # The database, if its URL has no password in it. With one it belongs into ".env" (see ".env.example")
                # or into the environment, as REFLUX_URL or DATABASE_URL; both count more than this.
                #url = postgresql://user@localhost:5432/database

                # Where the database records what is applied.
                #state-table = public.schema_revision

                # New revisions: their language, the names of their files, and a text of your own around them.
                #format = sql
                #file-name = {year}/{month}/{id}_{slug}
                #template.java = templates/revision.java.txt
                #template.sql = templates/revision.sql.txt

                # How they run: how long a statement waits for a lock on a table, and a run for another run.
                #lock-timeout = 5s
                #wait-limit = 10m

                # Values for revisions to read: db.data("region"), current_setting('reflux.x.region', true).
                #x = region=eu

                # The classes that revisions in Java and models need: jars, directories, patterns, @file with a list.
                # In a Maven project: mvn dependency:build-classpath -Dmdep.outputFile=target/classpath.txt
                #classpath = target/classes, @target/classpath.txt
                # Revisions that are classes of the application, and not files.
                #package = com.example.migrations

                # What the database should look like, for reflux revision --autogenerate, check and diff: a SQL file or
                # a directory of them; jooq:CLASS-OR-PACKAGE or jpa:CLASS-OR-PACKAGE, with the class path that has them.
                #schema = schema.sql

                # What of it is not compared.
                #exclude = audit.*, extension:*

                # An empty database to try DDL in.
                #dev-url = postgresql://user@localhost:5432/empty
                """;
    }

    private Made directory() {
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

    private Made file(String name, String content) {
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

    private Made ignored() {
        Path file = root.resolve(".gitignore");
        String text = ProjectFile.content(file).orElse("");
        if (text.lines().map(String::strip).anyMatch(line -> line.equals(IGNORED) || line.equals("/" + IGNORED))) {
            return kept(".gitignore");
        }
        String separator = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
        try {
            Files.writeString(file, separator + IGNORED + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
            return text.isEmpty()
                    ? created(".gitignore")
                    : new Made("changed", ".gitignore", ", with a line for " + IGNORED);
        } catch (IOException e) {
            throw failure(file, e);
        }
    }

    private static Made created(String name) {
        return new Made("created", name, "");
    }

    private static Made kept(String name) {
        return new Made("kept", name, ", as it was");
    }

    private static MigrationException failure(Path path, IOException cause) {
        return new MigrationException(
                quoted(path) + " cannot be made. Check the rights of its directory, and the disk.", cause);
    }
}
