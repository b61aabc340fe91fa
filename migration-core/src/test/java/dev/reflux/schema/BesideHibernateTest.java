package dev.reflux.schema;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Class loaders as the command has them: Reflux with jOOQ in one, without Hibernate, and the user's classes with Hibernate in
 * another below it.
 */
class BesideHibernateTest {

    private static final String BOOKING = "dev.reflux.schema.booking.";
    private static final List<String> OF_REFLUX =
            List.of("/target/classes", "jooq", "classgraph", "reactive-streams", "r2dbc-spi", "jspecify");

    private static URLClassLoader loader(Predicate<String> wanted, ClassLoader parent) {
        return new URLClassLoader(
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                        .filter(wanted)
                        .map(BesideHibernateTest::url)
                        .toArray(URL[]::new),
                parent);
    }

    private static URL url(String entry) {
        try {
            return Path.of(entry).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(entry, e);
        }
    }

    private static boolean isOfReflux(String entry) {
        return OF_REFLUX.stream().anyMatch(entry.replace('\\', '/')::contains);
    }

    private static URLClassLoader reflux() {
        return loader(BesideHibernateTest::isOfReflux, ClassLoader.getPlatformClassLoader());
    }

    /** What Reflux in its own loader makes of a location. */
    private static String scripts(String location, ClassLoader reflux, ClassLoader users) throws Exception {
        Object schema = reflux.loadClass(SchemaLocation.class.getName())
                .getMethod("parse", String.class, ClassLoader.class, Path.class)
                .invoke(null, location, users, Path.of(""));
        return String.valueOf(reflux.loadClass(DesiredSchema.class.getName())
                .getMethod("scripts")
                .invoke(schema));
    }

    private static String here(String location) {
        return SchemaLocation.parse(location, BesideHibernateTest.class.getClassLoader(), Path.of(""))
                .scripts()
                .toString();
    }

    @Test
    void entities_withHibernateInLoaderBelow_becomeTables() throws Exception {
        String location = "jpa:" + BOOKING + "jpa";
        try (URLClassLoader reflux = reflux();
                URLClassLoader users = loader(entry -> !isOfReflux(entry), reflux)) {
            assertThatThrownBy(() -> reflux.loadClass("org.hibernate.Version"))
                    .isInstanceOf(ClassNotFoundException.class);

            assertThat(scripts(location, reflux, users)).isEqualTo(here(location));
        }
    }

    @Test
    void entities_withHibernateInAnotherApplication_becomeTables() throws Exception {
        String location = "jpa:" + BOOKING + "jpa";
        try (URLClassLoader reflux = reflux();
                URLClassLoader users = loader(entry -> !isOfReflux(entry), ClassLoader.getPlatformClassLoader())) {
            assertThat(scripts(location, reflux, users)).isEqualTo(here(location));
        }
    }

    @Test
    void entities_withoutHibernate_areRefused() throws Exception {
        try (URLClassLoader reflux = reflux();
                URLClassLoader users = loader(entry -> entry.contains("test-classes"), reflux)) {
            assertThatThrownBy(() -> scripts("jpa:" + BOOKING + "jpa", reflux, users))
                    .isInstanceOf(InvocationTargetException.class)
                    .cause()
                    .hasMessage(
                            "Entities need Hibernate to become tables, and it is not on the class path of the entities."
                                    + " Add org.hibernate.orm:hibernate-core, version 6.6 or 7, and what it depends on;"
                                    + " no database driver.");
        }
    }

    @Test
    void tables_inLoaderBelow_areFound() throws Exception {
        String location = "jooq:" + BOOKING + "jooq";
        try (URLClassLoader reflux = reflux();
                URLClassLoader users = loader(entry -> entry.contains("test-classes"), reflux)) {
            assertThat(scripts(location, reflux, users)).isEqualTo(here(location));
        }
    }
}
