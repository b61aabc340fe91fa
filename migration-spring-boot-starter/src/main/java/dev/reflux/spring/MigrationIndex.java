package dev.reflux.spring;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.TreeMap;
import org.springframework.aot.AotDetector;
import org.springframework.core.io.Resource;
import org.springframework.core.io.ResourceLoader;
import org.springframework.core.io.support.PropertiesLoaderUtils;

/**
 * The migration classes of the packages that an application names, found when it was compiled ahead of time: a native image has
 * no class files to look at.
 *
 * @param classes the names of the classes by package
 */
record MigrationIndex(Map<String, List<String>> classes) {

    /** Where it is kept, as lines {@code package=class,class}. */
    static final String LOCATION = "META-INF/reflux/migrations.properties";

    MigrationIndex {
        classes = new LinkedHashMap<>(classes);
    }

    /** What was written for this application; nothing where it runs as it was compiled. */
    static MigrationIndex read(ResourceLoader loader) {
        Resource resource = loader.getResource("classpath:" + LOCATION);
        if (!AotDetector.useGeneratedArtifacts() || !resource.exists()) {
            return new MigrationIndex(Map.of());
        }
        try {
            Properties lines = PropertiesLoaderUtils.loadProperties(resource);
            Map<String, List<String>> classes = new TreeMap<>();
            lines.stringPropertyNames().forEach(name -> classes.put(name, names(lines.getProperty(name))));
            return new MigrationIndex(classes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<String> names(String line) {
        return Arrays.stream(line.split(",")).filter(name -> !name.isEmpty()).toList();
    }

    /** The names for a package; empty if it was not looked at. */
    Optional<List<String>> classesIn(String name) {
        return Optional.ofNullable(classes.get(name));
    }

    /** The content of the file. */
    byte[] toBytes() {
        StringBuilder lines = new StringBuilder();
        classes.forEach((name, found) ->
                lines.append(name).append('=').append(String.join(",", found)).append('\n'));
        return lines.toString().getBytes(StandardCharsets.UTF_8);
    }
}
