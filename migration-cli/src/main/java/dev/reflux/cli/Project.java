package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.url.ConnectionUrlLookup;
import dev.reflux.r2dbc.url.EnvironmentFile;
import dev.reflux.source.FileNamePattern;
import dev.reflux.source.JavaCompilation;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.Migrations;
import dev.reflux.source.RevisionLayout;
import dev.reflux.source.SourceText;
import dev.reflux.source.Template;
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
 * @param environmentFile what the nearest {@code .env} says
 */
record Project(
        Surroundings surroundings, GlobalOptions options, ProjectFile file, Map<String, String> environmentFile) {

    static final String CUSTOMARY_DIRECTORY = "migrations";
    private static final String ENVIRONMENT_FILE = ".env";
    private static final String REPOSITORY = ".git";

    /**
     * Finds the project.
     *
     * @param config the file with the settings, if somebody named it
     */
    static Project find(Surroundings surroundings, GlobalOptions options, Optional<String> config) {
        ProjectFile file = config.map(surroundings::resolve)
                .map(ProjectFile::named)
                .orElseGet(() -> ProjectFile.above(absolute(surroundings.workingDirectory())));
        return new Project(surroundings, options, file, environmentFile(surroundings));
    }

    /** What was said besides what was typed. */
    Settings settings() {
        return new Settings(
                surroundings.environment(), environmentFile, file, surroundings.workingDirectory(), fileDirectory());
    }

    /** The first directory of revision files, as messages show it. */
    Path directory() {
        return directories().get(0);
    }

    /** The directories of the revision files, as messages show them; at least one. */
    List<Path> directories() {
        if (!options.directories().isEmpty()) {
            return options.directories().stream().map(surroundings::resolve).toList();
        }
        return settings()
                .find(ProjectFile.DIRECTORY)
                .map(setting -> setting.items().stream()
                        .map(item -> surroundings.shown(setting.directory().resolve(item)))
                        .toList())
                .filter(found -> !found.isEmpty())
                .orElseGet(() -> List.of(file.directory()
                        .map(base -> surroundings.shown(base.resolve(CUSTOMARY_DIRECTORY)))
                        .orElseGet(() -> surroundings.resolve(CUSTOMARY_DIRECTORY))));
    }

    /**
     * How new files are named and laid out.
     *
     * @throws MigrationException if the pattern is none, or the template cannot be read
     */
    RevisionLayout layout(NewRevisionOptions.Format format) {
        String template =
                format == NewRevisionOptions.Format.sql ? ProjectFile.SQL_TEMPLATE : ProjectFile.JAVA_TEMPLATE;
        return new RevisionLayout(
                settings()
                        .find(ProjectFile.FILE_NAME)
                        .map(Settings.Setting::text)
                        .map(FileNamePattern::new),
                settings()
                        .find(template)
                        .map(setting -> setting.directory().resolve(setting.text()))
                        .map(path -> new Template(surroundings.shown(path).toString(), SourceText.read(path))));
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
        return Migrations.inDirectories(existingDirectories(), compilation);
    }

    /** Whether there is a place for revisions at all. */
    boolean hasRevisions() {
        return !options.packages().isEmpty() || directories().stream().anyMatch(Files::isDirectory);
    }

    private List<Path> existingDirectories() {
        List<Path> directories = directories();
        directories.stream()
                .filter(path -> !Files.isDirectory(path))
                .findFirst()
                .ifPresent(missing -> {
                    throw new MigrationException("There is no directory " + quoted(missing) + " with revisions"
                            + (missing.isAbsolute() ? "." : " in " + absolute(surroundings.workingDirectory()) + ".")
                            + "\nMake a project here: reflux init. Or say where the revisions are: --dir DIRECTORY.");
                });
        return directories;
    }

    /** Where the classes of the user are, apart from revisions in source form. */
    UserClassPath classPath() {
        return options.classPath()
                .map(text -> UserClassPath.parse(text, surroundings.workingDirectory()))
                .or(() -> settings()
                        .find(ProjectFile.CLASS_PATH)
                        .map(setting -> UserClassPath.parse(setting.text(), setting.directory())))
                .orElse(UserClassPath.EMPTY);
    }

    /** To what the paths in the project's file are relative. */
    Path fileDirectory() {
        return file.directory().map(surroundings::shown).orElse(surroundings.workingDirectory());
    }

    /** The places where the connection URL may stand. */
    ConnectionUrlLookup urls() {
        return new ConnectionUrlLookup(options.url(), surroundings.environment(), environmentFile, file.values());
    }

    /** The nearest .env, up to the directory that holds the project's settings or its repository. */
    private static Map<String, String> environmentFile(Surroundings surroundings) {
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
