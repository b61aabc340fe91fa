package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * The source files below some directories, each once, in an order that depends on names alone. Symbolic links are followed;
 * hidden files and directories, and {@code module-info.java}, are passed over. Not thread-safe.
 */
final class FileTree {

    private final List<Path> sqlFiles = new ArrayList<>();
    private final List<Path> javaFiles = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private final Set<Path> visited = new HashSet<>();
    private final Deque<Path> open = new ArrayDeque<>();

    /**
     * Lists the directories.
     *
     * @param directories to walk; one that stands in another, or that stands here twice, counts once
     */
    static FileTree of(List<Path> directories) {
        FileTree tree = new FileTree();
        directories.forEach(tree::root);
        return tree;
    }

    /** The files whose names end in {@code .sql}. */
    List<Path> sqlFiles() {
        return sqlFiles;
    }

    /** The files whose names end in {@code .java}. */
    List<Path> javaFiles() {
        return javaFiles;
    }

    /** What could not be listed, and why; one sentence each. */
    List<String> problems() {
        return problems;
    }

    private void root(Path directory) {
        if (Files.isDirectory(directory)) {
            walk(directory);
        } else if (Files.exists(directory)) {
            problems.add(quoted(directory) + " is a file. Name the directory that holds the revisions.");
        } else {
            problems.add("The directory " + quoted(directory) + " does not exist."
                    + " Correct the path, or create the directory: reflux init");
        }
    }

    private void walk(Path directory) {
        try {
            Path real = directory.toRealPath();
            if (open.contains(real)) {
                problems.add(quoted(directory) + " leads back to " + quoted(real)
                        + ", which contains it. Remove the symbolic link.");
            } else if (visited.add(real)) {
                walkInside(directory, real);
            }
        } catch (IOException e) {
            problems.add("The directory " + quoted(directory) + " cannot be read: " + SourceText.reason(e) + ".");
        }
    }

    private void walkInside(Path directory, Path real) throws IOException {
        open.push(real);
        try {
            list(directory).forEach(entry -> visit(entry, real));
        } finally {
            open.pop();
        }
    }

    private static List<Path> list(Path directory) throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            List<Path> all = new ArrayList<>();
            for (Path entry : entries) {
                if (!name(entry).startsWith(".")) {
                    all.add(entry);
                }
            }
            all.sort(Comparator.comparing(FileTree::name));
            return all;
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    private void visit(Path entry, Path realDirectory) {
        try {
            BasicFileAttributes attributes =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            if (attributes.isSymbolicLink()) {
                visitLink(entry);
            } else if (attributes.isDirectory()) {
                walk(entry);
            } else {
                add(entry, realDirectory.resolve(entry.getFileName()), attributes);
            }
        } catch (IOException e) {
            problems.add(quoted(entry) + " cannot be read: " + SourceText.reason(e) + ".");
        }
    }

    private void visitLink(Path link) throws IOException {
        if (!Files.exists(link)) {
            if (isSql(link) || isJava(link)) {
                problems.add(quoted(link) + " is a symbolic link to " + quoted(Files.readSymbolicLink(link))
                        + ", which does not exist. Remove the link, or restore its target.");
            }
        } else if (Files.isDirectory(link)) {
            walk(link);
        } else {
            add(link, link.toRealPath(), Files.readAttributes(link, BasicFileAttributes.class));
        }
    }

    private void add(Path file, Path real, BasicFileAttributes attributes) {
        boolean sql = isSql(file);
        if (!sql && !isJava(file)) {
            return;
        }
        if (!attributes.isRegularFile()) {
            problems.add(quoted(file) + " is no regular file. Move it out of the directory.");
        } else if (visited.add(real)) {
            (sql ? sqlFiles : javaFiles).add(file);
        }
    }

    private static boolean isSql(Path file) {
        return name(file).toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    private static boolean isJava(Path file) {
        return name(file).endsWith(".java") && !name(file).equals("module-info.java");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
