package dev.reflux.cli;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.source.SourceText;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The class path of the user's own code: jars and directories, as Java takes them. {@code lib/*} stands for the jars of a
 * directory, {@code build/**}{@code /*.jar} for the files that fit, {@code @FILE} for what a file lists.
 *
 * @param entries in this order
 */
record UserClassPath(List<Path> entries) {

    /** Nothing. */
    static final UserClassPath EMPTY = new UserClassPath(List.of());

    private static final Pattern PATTERN = Pattern.compile("[*?{\\[]");

    UserClassPath {
        entries = List.copyOf(entries);
    }

    /**
     * Reads a class path: entries with the separator of class paths or with commas between them.
     *
     * @param directory to which its entries are relative
     * @throws MigrationException if an entry is not there
     */
    static UserClassPath parse(String text, Path directory) {
        List<Path> entries = new ArrayList<>();
        for (String entry : text.split("[,\n" + File.pathSeparator + "]", -1)) {
            entries.addAll(entries(entry.strip(), directory));
        }
        return new UserClassPath(entries);
    }

    private static List<Path> entries(String entry, Path directory) {
        if (entry.isEmpty()) {
            return List.of();
        }
        if (entry.startsWith("@")) {
            return parse(list(directory.resolve(entry.substring(1))), directory).entries();
        }
        if (entry.equals("*") || entry.endsWith("/*")) {
            return jars(directory.resolve(entry.substring(0, entry.length() - 1)));
        }
        return PATTERN.matcher(entry).find() ? fitting(entry, directory) : List.of(existing(directory.resolve(entry)));
    }

    /** The content of a file that lists entries, as Maven's dependency plugin writes it. */
    private static String list(Path file) {
        if (!Files.exists(file)) {
            throw new MigrationException("There is no " + quoted(file) + ", which the class path names. Maven makes it:"
                    + " mvn dependency:build-classpath -Dmdep.outputFile=" + file);
        }
        return SourceText.read(file);
    }

    private static List<Path> fitting(String pattern, Path directory) {
        Matcher special = PATTERN.matcher(pattern);
        int fixed = special.find() ? pattern.lastIndexOf('/', special.start()) + 1 : 0;
        Path root = existing(directory.resolve(pattern.substring(0, fixed)));
        PathMatcher matcher = root.getFileSystem().getPathMatcher("glob:" + pattern.substring(fixed));
        try (Stream<Path> files = Files.walk(root)) {
            List<Path> found = files.filter(file -> matcher.matches(root.relativize(file)))
                    .sorted()
                    .toList();
            if (found.isEmpty()) {
                throw new MigrationException("No file fits the pattern " + quoted(pattern)
                        + " of the class path. Correct it, or build what it should find first.");
            }
            return found;
        } catch (IOException | UncheckedIOException e) {
            throw new MigrationException("The directory " + quoted(root) + " of the class path cannot be read.", e);
        }
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
