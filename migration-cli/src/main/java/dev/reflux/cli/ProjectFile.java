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
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;

/**
 * The settings of a project: {@code reflux.properties} in the working directory, or in the nearest directory above it that
 * has one.
 *
 * @param directory where the file is; empty where there is none
 * @param values its settings
 */
record ProjectFile(Optional<Path> directory, Map<String, String> values) {

    static final String NAME = "reflux.properties";
    static final String DIRECTORY = "dir";
    private static final ProjectFile NONE = new ProjectFile(Optional.empty(), Map.of());
    static final String CLASS_PATH = "classpath";
    static final String SCHEMA = "schema";
    static final String DEV_URL = "dev-url";
    static final String INCLUDE = "include";
    static final String EXCLUDE = "exclude";
    private static final List<String> SETTINGS =
            List.of("url", DIRECTORY, CLASS_PATH, SCHEMA, DEV_URL, INCLUDE, EXCLUDE);
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
        Path file = directory.resolve(NAME);
        return content(file)
                .map(text -> new ProjectFile(Optional.of(directory), values(file, text)))
                .orElse(NONE);
    }

    /** Where the revision files are, if the file says so. */
    Optional<Path> migrations() {
        return migrationsText().flatMap(text -> directory.map(base -> base.resolve(text)));
    }

    /** The same as it is written. */
    Optional<String> migrationsText() {
        return text(DIRECTORY);
    }

    /** A setting; empty if it is not there, or blank. */
    Optional<String> text(String key) {
        return Optional.ofNullable(values.get(key)).map(String::strip).filter(text -> !text.isEmpty());
    }

    /** A setting that is a list, with commas between its items. */
    List<String> list(String key) {
        return text(key).stream()
                .flatMap(text -> Arrays.stream(text.split(",", -1)))
                .map(String::strip)
                .filter(item -> !item.isEmpty())
                .toList();
    }

    /** A sentence for each setting that means nothing. */
    List<String> problems() {
        return values.keySet().stream()
                .filter(key -> !SETTINGS.contains(key) && !key.equals(URL_OF_OTHERS))
                .sorted()
                .map(key -> quoted(NAME) + " has a setting " + quoted(key) + " that means nothing. "
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
