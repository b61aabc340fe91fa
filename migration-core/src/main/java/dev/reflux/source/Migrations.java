package dev.reflux.source;

import dev.reflux.Migration;
import java.nio.file.Path;
import java.util.List;

/**
 * The collection of revisions from which a run starts: where they are, not yet what they are. Nothing is read before
 * {@link #load()}, which each run calls anew, off the event loop. Immutable.
 */
public interface Migrations {

    /**
     * Reads, compiles and checks everything. Blocks on files; the caller chooses the thread. No migration is created, and
     * no code of one runs.
     *
     * @throws dev.reflux.revision.InvalidGraphException with every problem of every file at once
     */
    LoadedMigrations load();

    /** These and those, in one graph. What is found in both, at the same place, counts once. */
    default Migrations and(Migrations others) {
        return new CombinedMigrations(List.of(this, others));
    }

    /** These instances; each class carries {@link dev.reflux.Revision}. Every run uses the same instances. */
    static Migrations of(Migration... migrations) {
        return new GivenMigrations(List.of(migrations));
    }

    /**
     * These classes; each carries {@link dev.reflux.Revision}, and is public with a public constructor without parameters.
     * A migration is created when its step begins.
     */
    static Migrations ofClasses(List<Class<? extends Migration>> types) {
        return new GivenClasses(types);
    }

    /**
     * The revisions of a package and the packages below it: annotated classes, and {@code .sql} resources. Searches the
     * context class loader of the thread that calls this method.
     *
     * @param name with dots, for instance {@code com.example.migrations}
     */
    static Migrations inPackage(String name) {
        return inPackage(name, Loaders.ofCaller());
    }

    /**
     * The revisions of a package and the packages below it: annotated classes, and {@code .sql} resources.
     *
     * @param name with dots, for instance {@code com.example.migrations}
     * @param loader finds and loads them
     */
    static Migrations inPackage(String name, ClassLoader loader) {
        return new PackageMigrations(name, loader);
    }

    /** These SQL revisions, which the caller has found in a manner of its own. */
    static Migrations ofResources(List<SqlResource> resources) {
        return new ResourceMigrations(resources);
    }

    /** The {@code .sql} and {@code .java} files of a directory and the directories below it. */
    static Migrations inDirectory(Path directory) {
        return inDirectories(List.of(directory));
    }

    /**
     * The {@code .sql} and {@code .java} files of these directories and the directories below them. The sources of all are
     * compiled together. A file that is reached twice counts once.
     */
    static Migrations inDirectories(List<Path> directories) {
        return inDirectories(directories, JavaCompilation.standard());
    }

    /**
     * The {@code .sql} and {@code .java} files of these directories and the directories below them. Symbolic links are
     * followed; what begins with a dot is passed over.
     *
     * @param directories in the order in which files are listed in messages
     * @param compilation what the {@code .java} files see, and where their classes are kept
     */
    static Migrations inDirectories(List<Path> directories, JavaCompilation compilation) {
        return new DirectoryMigrations(directories, new JavaSources(compilation, SourceCompiler.ofThisRuntime()));
    }
}
