package dev.reflux.spring;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.Migration;
import dev.reflux.MigrationException;
import dev.reflux.Revision;
import dev.reflux.source.SqlResource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.beans.factory.annotation.AnnotatedBeanDefinition;
import org.springframework.context.annotation.ClassPathScanningCandidateComponentProvider;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.core.type.filter.AnnotationTypeFilter;
import org.springframework.util.AntPathMatcher;
import org.springframework.util.ClassUtils;

/**
 * Finds revisions on the class path with Spring's own means, which know its executable jars and its native images.
 *
 * @param loader of the application
 * @param index what was found when the application was compiled ahead of time; empty where it was not
 */
record ClassPathSearch(ResourceLoader loader, MigrationIndex index) {

    private static final String EVERY_SQL_FILE_BELOW = "/**/*.sql";

    /** The classes with {@link Revision} in this package and those below it, sorted by name. */
    List<Class<? extends Migration>> classesIn(String name) {
        return index.classesIn(name).orElseGet(() -> namesIn(name)).stream()
                .<Class<? extends Migration>>map(this::load)
                .toList();
    }

    /** The names of the classes with {@link Revision} in this package and those below it, sorted; loads none. */
    List<String> namesIn(String name) {
        ClassPathScanningCandidateComponentProvider scan = new ClassPathScanningCandidateComponentProvider(false) {
            @Override
            protected boolean isCandidateComponent(AnnotatedBeanDefinition definition) {
                return true;
            }
        };
        scan.setResourceLoader(loader);
        scan.addIncludeFilter(new AnnotationTypeFilter(Revision.class, false, false));
        TreeSet<String> names = new TreeSet<>();
        scan.findCandidateComponents(name).forEach(found -> names.add(String.valueOf(found.getBeanClassName())));
        return List.copyOf(names);
    }

    private Class<? extends Migration> load(String name) {
        try {
            return ClassUtils.forName(name, loader.getClassLoader()).asSubclass(Migration.class);
        } catch (ClassNotFoundException | LinkageError e) {
            throw new MigrationException(
                    "The class " + quoted(name) + " cannot be loaded: " + e
                            + ".\nWhat it extends and implements must be on the class path.",
                    e);
        } catch (ClassCastException e) {
            throw new MigrationException(
                    "The class " + quoted(name)
                            + " has @Revision and is no Migration.\nImplement Migration, or take the"
                            + " annotation away.",
                    e);
        }
    }

    /**
     * The SQL files of a folder and those below it, or of a pattern, sorted by name.
     *
     * @param path within the class path, without a slash before it
     */
    List<SqlResource> sqlIn(String path) {
        String pattern = pattern(path);
        TreeMap<String, SqlResource> found = new TreeMap<>();
        try {
            for (Resource resource :
                    new PathMatchingResourcePatternResolver(loader).getResources("classpath*:" + pattern)) {
                SqlResource sql = new SqlResource(name(resource, pattern), resource.getURL());
                found.putIfAbsent(sql.name(), sql);
            }
        } catch (IOException e) {
            throw new MigrationException(
                    "The class path cannot be searched for " + quoted(pattern) + ": " + e.getMessage() + ".", e);
        }
        return new ArrayList<>(found.values());
    }

    /** The pattern for a folder; a pattern, or the name of a file, stays. */
    static String pattern(String path) {
        return new AntPathMatcher().isPattern(path) || path.endsWith(".sql")
                ? path
                : path.replaceFirst("/+$", "") + EVERY_SQL_FILE_BELOW;
    }

    /** The path within the class path: what stands before it differs between a folder, a jar and an image. */
    private static String name(Resource resource, String pattern) throws IOException {
        String url = resource.getURL().toString();
        String root = pattern.replaceFirst("[^/]*[*?{].*$", "");
        int start = root.isEmpty() ? url.lastIndexOf('/') + 1 : url.lastIndexOf("/" + root) + 1;
        return start == 0 ? url : url.substring(start);
    }
}
