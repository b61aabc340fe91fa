package dev.reflux.source;

import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Loads what was compiled from sources. These classes come first even where the parent has classes of the same names, for
 * instance an older state of them; everything else is the parent's, then the path's. Thread-safe.
 */
final class SourceClassLoader extends URLClassLoader {

    static {
        registerAsParallelCapable();
    }

    private final Map<String, CompiledClass> classes;

    private SourceClassLoader(Map<String, CompiledClass> classes, URL[] path, ClassLoader parent) {
        super("reflux-sources", path, parent);
        this.classes = classes;
    }

    /**
     * A loader for these classes.
     *
     * @param path jars and directories where it looks for further classes and for resources
     * @param parent knows Reflux and jOOQ
     */
    static SourceClassLoader of(List<CompiledClass> classes, List<Path> path, ClassLoader parent) {
        return new SourceClassLoader(
                classes.stream().collect(Collectors.toMap(CompiledClass::name, Function.identity())),
                path.stream().map(SourceClassLoader::url).toArray(URL[]::new),
                parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        CompiledClass own = classes.get(name);
        if (own == null) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? defineClass(name, own.bytes(), 0, own.bytes().length) : loaded;
        }
    }

    private static URL url(Path entry) {
        try {
            return entry.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new UncheckedIOException(e);
        }
    }
}
