package dev.reflux.spring;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.Migration;
import dev.reflux.MigrationException;
import dev.reflux.source.Migrations;
import dev.reflux.source.SqlResource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.util.ResourceUtils;

/**
 * Where the revisions of an application are: beans, packages, resources, directories.
 *
 * @param properties name packages and locations
 * @param search finds what is on the class path
 */
record MigrationSources(RefluxProperties properties, ClassPathSearch search) {

    private static final Logger LOG = LoggerFactory.getLogger(MigrationSources.class);

    /**
     * All of them.
     *
     * @param beans migrations that are beans
     * @param collections collections that are beans
     * @throws MigrationException if a package or a location that the properties name has nothing in it
     */
    Migrations all(List<Migration> beans, List<Migrations> collections) {
        List<Migrations> parts = new ArrayList<>(collections);
        if (!beans.isEmpty()) {
            parts.add(Migrations.of(beans.toArray(Migration[]::new)));
        }
        properties.packages().forEach(name -> parts.add(inPackage(name)));
        properties.locations().forEach(location -> parts.addAll(at(location)));
        if (parts.isEmpty()) {
            LOG.warn(
                    "There are no revisions: no bean, no package (reflux.packages), and nothing at {} (reflux.locations)."
                            + " To write the first: reflux revision -m MESSAGE",
                    properties.locations());
        }
        return parts.stream().reduce(Migrations::and).orElseGet(Migrations::of);
    }

    private Migrations inPackage(String name) {
        List<Class<? extends Migration>> classes = search.classesIn(name);
        List<SqlResource> resources = search.sqlIn(name.replace('.', '/'));
        if (classes.isEmpty() && resources.isEmpty()) {
            throw nothing("package " + quoted(name), "reflux.packages");
        }
        return Migrations.ofClasses(classes).and(Migrations.ofResources(resources));
    }

    private List<Migrations> at(String location) {
        if (location.startsWith(ResourceUtils.FILE_URL_PREFIX)) {
            return List.of(Migrations.inDirectory(Path.of(
                    location.substring(ResourceUtils.FILE_URL_PREFIX.length()).replaceFirst("^//", ""))));
        }
        if (!location.startsWith(ResourceUtils.CLASSPATH_URL_PREFIX)) {
            throw new MigrationException(quoted(location) + " in reflux.locations is neither on the class path nor a"
                    + " directory.\nWrite classpath:db/migrations, a pattern such as classpath:db/*/*.sql, or"
                    + " file:migrations.");
        }
        List<SqlResource> resources = search.sqlIn(
                location.substring(ResourceUtils.CLASSPATH_URL_PREFIX.length()).replaceFirst("^/", ""));
        if (resources.isEmpty() && !location.equals(RefluxProperties.DEFAULT_LOCATION)) {
            throw nothing("location " + quoted(location), "reflux.locations");
        }
        return resources.isEmpty() ? List.of() : List.of(Migrations.ofResources(resources));
    }

    private static MigrationException nothing(String place, String property) {
        return new MigrationException("There is no revision in the " + place + ", which " + property
                + " names.\nCorrect the name, or check that the files are packaged with the application: SQL files that stand"
                + " beside Java sources have to be declared as resources of the build.");
    }
}
