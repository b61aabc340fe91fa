package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;
import static dev.reflux.revision.Sentences.quotedAll;

import dev.reflux.MigrationException;
import dev.reflux.revision.Sentences;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The settings of a project: {@code reflux.properties} in the working directory, or in the nearest directory above it that
 * has one.
 *
 * @param directory where the file is; empty where there is none
 * @param name what the file is called
 * @param values its settings
 */
record ProjectFile(Optional<Path> directory, String name, Map<String, String> values) {

    static final String NAME = "reflux.properties";
    static final String DIRECTORY = "dir";
    private static final ProjectFile NONE = new ProjectFile(Optional.empty(), NAME, Map.of());
    static final String CLASS_PATH = "classpath";
    static final String SCHEMA = "schema";
    static final String DEV_URL = "dev-url";
    static final String INCLUDE = "include";
    static final String EXCLUDE = "exclude";
    static final String ARGUMENTS = "x";
    static final String FILE_NAME = "file-name";
    static final String JAVA_TEMPLATE = "template.java";
    static final String SQL_TEMPLATE = "template.sql";

    /** The settings that stand for an option of the same name, in whatever command has it. */
    static final Set<String> OF_OPTIONS = new TreeSet<>(List.of(
            "allow-behind",
            "allow-gaps",
            "ascii",
            "blocked-limit",
            "check-heads",
            "color",
            "concurrent-indexes",
            "connect-limit",
            "format",
            "indicate-current",
            "json",
            "lock-timeout",
            "no-proof",
            "package",
            "quiet",
            "resolve-dependencies",
            "single-transaction",
            "stacktrace",
            "state-table",
            "tag",
            "verbose",
            "wait-limit",
            "yes"));

    private static final List<String> SETTINGS = Stream.concat(
                    Stream.of(
                            "url",
                            DIRECTORY,
                            CLASS_PATH,
                            SCHEMA,
                            DEV_URL,
                            INCLUDE,
                            EXCLUDE,
                            ARGUMENTS,
                            FILE_NAME,
                            JAVA_TEMPLATE,
                            SQL_TEMPLATE),
                    OF_OPTIONS.stream())
            .toList();
    private static final String URL_OF_OTHERS = "reflux.url";

    ProjectFile {
        values = Map.copyOf(values);
    }

    /**
     * Finds and reads the file.
     *
     * @param start an absolute path: the directory to look in first
     */
    static ProjectFile above(Path start) {
        for (Path at = start; at != null; at = at.getParent()) {
            ProjectFile found = in(at);
            if (found.directory().isPresent()) {
                return found;
            }
        }
        return NONE;
    }

    /** The file of this directory. */
    static ProjectFile in(Path directory) {
        return at(directory.resolve(NAME)).orElse(NONE);
    }

    /**
     * A file that somebody named.
     *
     * @throws MigrationException if there is none
     */
    static ProjectFile named(Path file) {
        return at(file).orElseThrow(() -> new MigrationException(
                "There is no file " + quoted(file) + " with settings. Correct the path, or make one: reflux init"));
    }

    private static Optional<ProjectFile> at(Path file) {
        return content(file)
                .map(text -> new ProjectFile(
                        Optional.ofNullable(file.toAbsolutePath().getParent()),
                        String.valueOf(file.getFileName()),
                        values(file, text)));
    }

    /** A setting; empty if it is not there, or blank. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A sentence for each setting that means nothing. */
    List<String> problems() {
        return values.keySet().stream()
                .filter(key -> !SETTINGS.contains(key) && !key.equals(URL_OF_OTHERS))
                .sorted()
                .map(key -> quoted(name) + " has a setting " + quoted(key) + " that means nothing. "
                        + Sentences.nearest(key, SETTINGS)
                                .map(near -> "Did you mean " + quoted(near) + "?")
                                .orElse("The settings are " + quotedAll(SETTINGS) + "."))
                .toList();
    }

    /** The content of a file; empty where there is none. */
    static Optional<String> content(Path file) {
        try {
            return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (CharacterCodingException e) {
            throw new MigrationException(quoted(file) + " cannot be read: it is not UTF-8. Save it as UTF-8.", e);
        } catch (IOException e) {
            throw new MigrationException(quoted(file) + " cannot be read. Check its rights.", e);
        }
    }

    private static Map<String, String> values(Path file, String text) {
        Properties properties = new Properties();
        try {
            properties.load(new StringReader(text));
        } catch (IOException | IllegalArgumentException e) {
            throw new MigrationException(
                    quoted(file) + " cannot be read: a \"\\u\" in it is not followed by four hexadecimal digits.", e);
        }
        Map<String, String> values = new TreeMap<>();
        properties.stringPropertyNames().forEach(key -> values.put(key, properties.getProperty(key)));
        return values;
    }
}
