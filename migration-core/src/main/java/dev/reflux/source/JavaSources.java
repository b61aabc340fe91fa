package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.revision.InvalidGraphException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Makes revisions of {@code .java} files: compiles them, or takes the classes from the cache, and looks which of them carry
 * {@link dev.reflux.Revision}. The other classes are there for these to use.
 *
 * @param compilation what the sources see, and where classes are kept
 * @param compiler not touched where the cache has the classes
 */
record JavaSources(JavaCompilation compilation, SourceCompiler compiler) {

    /**
     * Reads, compiles and loads.
     *
     * @param files the sources, in a stable order
     * @param directories where they were found; their classes find resources there
     */
    Findings find(List<Path> files, List<Path> directories) {
        Findings findings = new Findings();
        List<JavaSource> sources = read(files, findings);
        if (findings.isEmpty()) {
            try {
                List<CompiledClass> classes = compiled(sources);
                List<Path> path = Stream.concat(compilation.classPath().stream(), directories.stream())
                        .toList();
                SourceClassLoader loader = SourceClassLoader.of(classes, path, compilation.parent());
                classes.forEach(compiled -> add(compiled, sources, loader, findings));
            } catch (InvalidGraphException e) {
                findings.addUnidentified(e.problems());
            }
        }
        return findings;
    }

    private static List<JavaSource> read(List<Path> files, Findings findings) {
        List<JavaSource> sources = new ArrayList<>();
        for (Path file : files) {
            try {
                sources.add(new JavaSource(file, SourceText.read(file)));
            } catch (MigrationException e) {
                findings.addUnidentified(String.valueOf(e.getMessage()));
            }
        }
        return sources;
    }

    private List<CompiledClass> compiled(List<JavaSource> sources) {
        List<Path> classPath = ClassPath.of(compilation);
        String key = ClassKey.of(sources, classPath);
        ClassCache cache = new ClassCache(compilation.cacheDirectory());
        return cache.read(key).orElseGet(() -> {
            List<CompiledClass> classes = compiler.compile(sources, classPath);
            cache.write(key, classes);
            return classes;
        });
    }

    private static void add(
            CompiledClass compiled, List<JavaSource> sources, SourceClassLoader loader, Findings findings) {
        ClassFile file = ClassFile.of(compiled.bytes());
        if (!file.mentionsRevision()) {
            return;
        }
        JavaSource source = sources.get(compiled.source());
        String origin = source.file().toString();
        try {
            Class<?> type = Class.forName(compiled.name(), false, loader);
            new RevisionClass(type, origin, Optional.of(Checksum.of(source.text())), other -> file.constructible())
                    .addTo(findings);
        } catch (ClassNotFoundException | LinkageError e) {
            findings.addUnidentified(origin + ": the class " + quoted(compiled.name()) + " cannot be loaded: " + e
                    + ". What it extends and implements must be on the class path.");
        }
    }
}
