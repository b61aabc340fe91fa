package dev.reflux.schema;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ScanResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The classes that a name stands for: one class, or those of a package and the packages below it. They are loaded and not
 * initialised.
 *
 * @param name with dots
 * @param loader finds and loads them
 * @param wanted what should be in them, for messages
 */
record ModelClasses(String name, ClassLoader loader, String wanted) {

    /** The class of that name, if it is one. */
    Optional<Class<?>> named() {
        try {
            return Optional.of(Class.forName(name, false, loader));
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (LinkageError e) {
            throw unloadable(name, e);
        }
    }

    /**
     * The classes of the package of that name, in the order of their names.
     *
     * @throws MigrationException if there is no such package, or one of its classes cannot be loaded; to pass over it could mean to
     *     drop its table
     */
    List<Class<?>> inPackage() {
        List<Class<?>> classes = new ArrayList<>();
        for (String found : names()) {
            try {
                classes.add(Class.forName(found, false, loader));
            } catch (ClassNotFoundException | LinkageError e) {
                throw unloadable(found, e);
            }
        }
        return classes;
    }

    private List<String> names() {
        try (ScanResult scan = classGraph(loader).acceptPackages(name).scan()) {
            List<String> names =
                    scan.getAllClasses().getNames().stream().sorted().toList();
            if (names.isEmpty()) {
                throw new MigrationException(missing(name, wanted));
            }
            return names;
        }
    }

    /** Looks at the classes that a loader finds, itself or through its parents. ClassGraph has to be told of the parents. */
    static ClassGraph classGraph(ClassLoader loader) {
        List<ClassLoader> chain = new ArrayList<>();
        for (@Nullable ClassLoader at = loader; at != null; at = at.getParent()) {
            chain.add(at);
        }
        return new ClassGraph()
                .overrideClassLoaders(chain.toArray(ClassLoader[]::new))
                .enableClassInfo()
                .ignoreClassVisibility();
    }

    /** The sentence for a name that stands for nothing. */
    static String missing(String name, String wanted) {
        return "There is no class and no package " + quoted(name) + " on the class path, where " + wanted
                + " should be. Correct its name, or add the classes.";
    }

    /** For a class that is there and does not work. */
    static MigrationException unloadable(String name, Throwable failure) {
        Throwable cause = failure instanceof ExceptionInInitializerError && failure.getCause() != null
                ? failure.getCause()
                : failure;
        return new MigrationException(
                "The class " + quoted(name) + " cannot be loaded: " + cause
                        + ". What it uses must be on the class path, in the version for which it was made.",
                cause);
    }
}
