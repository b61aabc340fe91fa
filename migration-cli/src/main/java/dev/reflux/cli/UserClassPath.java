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
import java.util.stream.Stream;

/**
 * The class path of the user's own code: jars and directories, as Java takes them. {@code lib/*} stands for the jars of a
 * directory.
 *
 * @param entries in this order
 */
record UserClassPath(List<Path> entries) {

    /** Nothing. */
    static final UserClassPath EMPTY = new UserClassPath(List.of());

    UserClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a class path.
     *
     * @param directory to which its entries are relative
     * @throws MigrationException if an entry is not there
     */
    static UserClassPath parse(String text, Path directory) {
        List<Path> entries = new ArrayList<>();
        for (String entry : text.split(File.pathSeparator, -1)) {
            String name = entry.strip();
            if (name.endsWith("*")) {
                entries.addAll(jars(directory.resolve(name.substring(0, name.length() - 1))));
            } else if (!name.isEmpty()) {
                entries.add(existing(directory.resolve(name)));
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
            throw new MigrationException(
                    "The directory " + quoted(directory) + " of the class path cannot be read.", e);
        }
    }

    private static Path existing(Path entry) {
        if (!Files.exists(entry)) {
            throw new MigrationException("There is no " + quoted(entry)
                    + ", which the class path names. Correct the path, or build it first.");
        }
        return entry;
    }
}
