package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.url.ConnectionUrlLookup;
import dev.reflux.r2dbc.url.EnvironmentFile;
import dev.reflux.source.JavaCompilation;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.Migrations;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Where things are: the revision files, the connection URL. An option says it, else the project's file, else a custom.
 *
 * @param surroundings the world
 * @param options what was typed
 * @param file the project's settings
 */
record Project(Surroundings surroundings, GlobalOptions options, ProjectFile file) {

    static final String CUSTOMARY_DIRECTORY = "migrations";
    private static final String ENVIRONMENT_FILE = ".env";
    private static final String REPOSITORY = ".git";

    static Project find(Surroundings surroundings, GlobalOptions options) {
        return new Project(surroundings, options, ProjectFile.above(absolute(surroundings.workingDirectory())));
    }

    /** The directory of the revision files, as messages show it. */
    Path directory() {
        return options.directory()
                .map(surroundings::resolve)
                .or(() -> file.migrations().map(surroundings::shown))
                .or(() -> file.directory().map(base -> surroundings.shown(base.resolve(CUSTOMARY_DIRECTORY))))
                .orElseGet(() -> surroundings.resolve(CUSTOMARY_DIRECTORY));
    }

    /**
     * Reads all revisions.
     *
     * @throws MigrationException if there is no such directory, or a revision cannot be read
     */
    LoadedMigrations load() {
        return migrations().load();
    }

    private Migrations migrations() {
        UserClassPath classPath = classPath();
        if (!options.packages().isEmpty()) {
            ClassLoader loader = classPath.loader();
            return options.packages().stream()
                    .map(name -> Migrations.inPackage(name, loader))
                    .reduce(Migrations::and)
                    .orElseThrow();
        }
        JavaCompilation compilation = JavaCompilation.standard()
                .withClassPath(classPath.entries())
                .withCacheDirectory(surroundings.cacheDirectory().resolve("classes"));
        return Migrations.inDirectories(List.of(existingDirectory()), compilation);
    }

    /** Whether there is a place for revisions at all. */
    boolean hasRevisions() {
        return !options.packages().isEmpty() || Files.isDirectory(directory());
    }

    private Path existingDirectory() {
        Path directory = directory();
        if (Files.isDirectory(directory)) {
            return directory;
        }
        throw new MigrationException("There is no directory " + quoted(directory) + " with revisions"
                + (directory.isAbsolute() ? "." : " in " + absolute(surroundings.workingDirectory()) + ".")
                + "\nMake a project here: reflux init. Or say where the revisions are: --dir DIRECTORY.");
    }

    /** Where the classes of the user are, apart from revisions in source form. */
    UserClassPath classPath() {
        return options.classPath()
                .map(text -> UserClassPath.parse(text, surroundings.workingDirectory()))
                .or(() -> file.text(ProjectFile.CLASS_PATH).map(text -> UserClassPath.parse(text, fileDirectory())))
                .orElse(UserClassPath.EMPTY);
    }

    /** To what the paths in the project's file are relative. */
    Path fileDirectory() {
        return file.directory().map(surroundings::shown).orElse(surroundings.workingDirectory());
    }

    /** The places where the connection URL may stand. */
    ConnectionUrlLookup urls() {
        return new ConnectionUrlLookup(options.url(), surroundings.environment(), environmentFile(), file.values());
    }

    /** The nearest .env, up to the directory that holds the project's settings or its repository. */
    Map<String, String> environmentFile() {
        for (Path at = absolute(surroundings.workingDirectory()); at != null; at = at.getParent()) {
            Optional<String> text = ProjectFile.content(at.resolve(ENVIRONMENT_FILE));
            if (text.isPresent()) {
                return EnvironmentFile.parse(text.get());
            }
            if (Files.exists(at.resolve(ProjectFile.NAME)) || Files.exists(at.resolve(REPOSITORY))) {
                return Map.of();
            }
        }
        return Map.of();
    }

    private static Path absolute(Path path) {
        return path.toAbsolutePath().normalize();
    }
}
