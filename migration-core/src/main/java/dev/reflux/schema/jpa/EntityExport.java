package dev.reflux.schema.jpa;

import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.BiFunction;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.MetadataSources;
import org.hibernate.boot.registry.BootstrapServiceRegistry;
import org.hibernate.boot.registry.BootstrapServiceRegistryBuilder;
import org.hibernate.boot.registry.StandardServiceRegistry;
import org.hibernate.boot.registry.StandardServiceRegistryBuilder;

/**
 * Makes DDL of annotated classes. Takes the names of the classes, and of annotated packages as {@code com.example.package-info};
 * and settings. Gives pairs, in the order in which they run: what a message calls it, for instance
 * {@code entity com.example.Booking}, and statements. Opens no connection.
 */
public final class EntityExport implements BiFunction<List<String>, Map<String, String>, List<Entry<String, String>>> {

    private static final String PACKAGE_INFO = ".package-info";

    /** Called by name. */
    public EntityExport() {}

    @Override
    public List<Entry<String, String>> apply(List<String> classes, Map<String, String> settings) {
        return Silence.during(() -> ddl(classes, settings));
    }

    private static List<Entry<String, String>> ddl(List<String> classes, Map<String, String> settings) {
        try (BootstrapServiceRegistry loading = new BootstrapServiceRegistryBuilder()
                        .applyClassLoader(EntityExport.class.getClassLoader())
                        .build();
                StandardServiceRegistry registry = registry(loading, settings)) {
            return new MetadataDdl(metadata(classes, registry), registry).scripts();
        }
    }

    private static StandardServiceRegistry registry(BootstrapServiceRegistry loading, Map<String, String> settings) {
        StandardServiceRegistryBuilder builder = new StandardServiceRegistryBuilder(loading);
        new ExportSettings(builder.getSettings()).complete(settings);
        return builder.build();
    }

    private static Metadata metadata(List<String> classes, StandardServiceRegistry registry) {
        MetadataSources sources = new MetadataSources(registry);
        for (String name : classes) {
            if (name.endsWith(PACKAGE_INFO)) {
                sources.addPackage(name.substring(0, name.length() - PACKAGE_INFO.length()));
            } else {
                sources.addAnnotatedClassName(name);
            }
        }
        return sources.buildMetadata();
    }
}
