package dev.reflux.source;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what the compiler looks through for the classes that sources use. */
final class ClassPath {

    private ClassPath() {}

    /** The class path of the running program, the files of the parent loaders, then what the user adds; each once. */
    static List<Path> of(JavaCompilation compilation) {
        Set<Path> path = new LinkedHashSet<>();
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                path.add(Path.of(entry));
            }
        }
        for (@Nullable ClassLoader at = compilation.parent(); at != null; at = at.getParent()) {
            if (at instanceof URLClassLoader loader) {
                for (URL url : loader.getURLs()) {
                    file(url).ifPresent(path::add);
                }
            }
        }
        path.addAll(compilation.classPath());
        return new ArrayList<>(path);
    }

    private static Optional<Path> file(URL url) {
        try {
            return url.getProtocol().equals("file") ? Optional.of(Path.of(url.toURI())) : Optional.empty();
        } catch (URISyntaxException | IllegalArgumentException | FileSystemNotFoundException e) {
            return Optional.empty();
        }
    }
}
