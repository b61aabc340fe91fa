package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The value of {@code --classpath}: jars and directories, as Java takes them. {@code lib/*} stands for the jars of a
 * directory.
 *
 * @param entries in this order
 */
record UserClassPath(List<Path> entries) {

    UserClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * @throws MigrationException if an entry is not there
     */
    static UserClassPath of(Optional<String> text, Surroundings surroundings) {
        List<Path> entries = new ArrayList<>();
        for (String entry : text.orElse("").split(File.pathSeparator, -1)) {
            if (entry.endsWith("*")) {
                entries.addAll(jars(surroundings.resolve(entry.substring(0, entry.length() - 1))));
            } else if (!entry.isBlank()) {
                entries.add(existing(surroundings.resolve(entry)));
            }
        }
        return new UserClassPath(entries);
    }

    /** Loads classes of these entries; what Reflux has itself comes from Reflux. */
    ClassLoader loader() {
        ClassLoader parent = UserClassPath.class.getClassLoader();
        return entries.isEmpty()
                ? parent
                : new URLClassLoader(entries.stream().map(UserClassPath::url).toArray(URL[]::new), parent);
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalStateException("every file has a URL", e);
        }
    }

    private static List<Path> jars(Path directory) {
        try (Stream<Path> files = Files.list(existing(directory))) {
            return files.filter(file -> file.toString().endsWith(".jar"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new MigrationException("The directory " + quoted(directory) + " in --classpath cannot be read.", e);
        }
    }

    private static Path existing(Path entry) {
        if (!Files.exists(entry)) {
            throw new MigrationException(
                    "There is no " + quoted(entry) + ", which --classpath names. Correct the path, or build it first.");
        }
        return entry;
    }
}
