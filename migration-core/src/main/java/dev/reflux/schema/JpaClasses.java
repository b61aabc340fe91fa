package dev.reflux.schema;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import io.github.classgraph.ClassInfo;
import io.github.classgraph.PackageInfo;
import io.github.classgraph.ScanResult;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds the annotated classes that describe tables. Nothing is loaded: Hibernate does that.
 *
 * @param names of classes and packages
 * @param loader whose class path is searched
 */
record JpaClasses(List<String> names, ClassLoader loader) {

    private static final List<String> ANNOTATIONS = List.of(
            "jakarta.persistence.Entity",
            "jakarta.persistence.Embeddable",
            "jakarta.persistence.MappedSuperclass",
            "jakarta.persistence.Converter");

    /**
     * The names of the classes, and {@code package-info} of the packages that carry annotations themselves.
     *
     * @throws MigrationException if there is nothing of a name, or nothing annotated
     */
    List<String> find() {
        Set<String> found = new TreeSet<>();
        for (String name : names) {
            if (loader.getResource(name.replace('.', '/') + ".class") != null) {
                found.add(name);
            } else {
                found.addAll(inPackage(name));
            }
        }
        return List.copyOf(found);
    }

    private Set<String> inPackage(String name) {
        try (ScanResult scan = ModelClasses.classGraph(loader)
                .acceptPackages(name)
                .enableAnnotationInfo()
                .scan()) {
            if (scan.getAllClasses().isEmpty()) {
                throw new MigrationException(ModelClasses.missing(name, "entities"));
            }
            Set<String> found = new TreeSet<>();
            for (String annotation : ANNOTATIONS) {
                scan.getClassesWithAnnotation(annotation).stream()
                        .map(ClassInfo::getName)
                        .forEach(found::add);
            }
            if (found.isEmpty()) {
                throw new MigrationException("There is no class with @Entity of jakarta.persistence in " + quoted(name)
                        + ". Name the package of the entities, or the entities themselves.");
            }
            scan.getPackageInfo().stream()
                    .filter(info -> !info.getAnnotationInfo().isEmpty())
                    .map(PackageInfo::getName)
                    .forEach(info -> found.add(info + ".package-info"));
            return found;
        }
    }
}
