package dev.reflux.source;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.Revision;
import io.github.classgraph.ClassGraph;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.Resource;
import io.github.classgraph.ScanResult;
import java.io.IOException;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/**
 * The annotated classes and the {@code .sql} resources of a package and of the packages below it. Found by scanning class
 * files, which loads no class but those that carry the annotation.
 *
 * @param name of the package, with dots
 * @param loader whose class path is scanned, and which loads the classes
 */
record PackageMigrations(String name, ClassLoader loader) implements FoundMigrations {

    @Override
    public Findings find() {
        Findings findings = new Findings();
        try (ScanResult scan = scan()) {
            scan.getClassesWithAnnotation(Revision.class).stream()
                    .sorted(Comparator.comparing(ClassInfo::getName))
                    .forEach(found -> addClass(found, findings));
            Set<String> seen = new HashSet<>();
            scan.getResourcesWithExtension("sql").stream()
                    .filter(resource -> seen.add(resource.getPath()))
                    .sorted(Comparator.comparing(Resource::getPath))
                    .forEach(resource -> addSql(resource, findings));
            if (findings.isEmpty() && scan.getAllResources().isEmpty()) {
                findings.addUnidentified("The package " + quoted(name) + " is not on the class path."
                        + " Correct its name, or add the classes that are in it.");
            }
        }
        return findings;
    }

    private ScanResult scan() {
        return new ClassGraph()
                .overrideClassLoaders(loader)
                .acceptPackages(name)
                .enableAnnotationInfo()
                .enableMethodInfo()
                .ignoreClassVisibility()
                .scan();
    }

    private void addClass(ClassInfo found, Findings findings) {
        try {
            Class<?> type = Class.forName(found.getName(), false, loader);
            new RevisionClass(type, found.getName(), Optional.empty(), other -> constructible(found)).addTo(findings);
        } catch (ClassNotFoundException | LinkageError e) {
            findings.addUnidentified("The class " + quoted(found.getName()) + " cannot be loaded: " + e
                    + ". What it extends and implements must be on the class path.");
        }
    }

    /** The scan saw public constructors only. */
    private static boolean constructible(ClassInfo found) {
        return found.getConstructorInfo().stream().anyMatch(constructor -> constructor.getParameterInfo().length == 0);
    }

    private static void addSql(Resource resource, Findings findings) {
        try {
            SqlRevisionReader.read(
                    SourceText.decode(resource.load(), resource.getPath()), resource.getPath(), findings);
        } catch (IOException e) {
            findings.addUnidentified(quoted(resource.getPath()) + " cannot be read: " + SourceText.reason(e) + ".");
        } catch (MigrationException e) {
            findings.addUnidentified(String.valueOf(e.getMessage()));
        }
    }
}
