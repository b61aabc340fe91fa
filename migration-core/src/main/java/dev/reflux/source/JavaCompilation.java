package dev.reflux.source;

import java.nio.file.Path;
import java.util.List;

/**
 * How the {@code .java} files of a directory are compiled, and what they see.
 *
 * <p>The compiler sees the class path of the running program (the system property {@code java.class.path}, and the files of
 * {@code parent} where it is a {@link java.net.URLClassLoader}), then {@code classPath}.
 *
 * @param classPath jars and directories of classes that the sources need besides; in this order
 * @param parent loads what the sources use; it must know Reflux and jOOQ
 * @param cacheDirectory keeps compiled classes between runs. Made when it is needed; where it cannot be written, each run
 *     compiles anew. Whoever can write there decides what code runs
 */
public record JavaCompilation(List<Path> classPath, ClassLoader parent, Path cacheDirectory) {

    public JavaCompilation {
        classPath = List.copyOf(classPath);
    }

    /** Nothing besides the running program; the cache is {@code .cache/reflux/classes} in the user's home directory. */
    public static JavaCompilation standard() {
        Path home = Path.of(System.getProperty("user.home", "."));
        return new JavaCompilation(List.of(), Loaders.ofCaller(), home.resolve(Path.of(".cache", "reflux", "classes")));
    }

    /** The same with this class path. */
    public JavaCompilation withClassPath(List<Path> other) {
        return new JavaCompilation(other, parent, cacheDirectory);
    }

    /** The same with this parent of the class loader. */
    public JavaCompilation withParent(ClassLoader other) {
        return new JavaCompilation(classPath, other, cacheDirectory);
    }

    /** The same with this cache. */
    public JavaCompilation withCacheDirectory(Path other) {
        return new JavaCompilation(classPath, parent, other);
    }
}
