package dev.reflux.schema;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * Defines the classes of {@code dev.reflux.schema.jpa} once more, beside the Hibernate of the parent.
 *
 * <p>The command loads the user's classes, and with them Hibernate, in a loader below its own. Its own classes cannot see that
 * Hibernate; these copies can.
 */
final class BesideHibernate extends ClassLoader {

    private static final String PACKAGE = "dev.reflux.schema.jpa.";

    /**
     * @param parent knows Hibernate
     */
    BesideHibernate(ClassLoader parent) {
        super(parent);
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        if (!name.startsWith(PACKAGE)) {
            return super.loadClass(name, resolve);
        }
        synchronized (getClassLoadingLock(name)) {
            Class<?> loaded = findLoadedClass(name);
            return loaded == null ? define(name) : loaded;
        }
    }

    private Class<?> define(String name) throws ClassNotFoundException {
        try (InputStream in = BesideHibernate.class.getResourceAsStream("/" + name.replace('.', '/') + ".class")) {
            if (in == null) {
                throw new ClassNotFoundException(name);
            }
            byte[] bytes = in.readAllBytes();
            return defineClass(name, bytes, 0, bytes.length, BesideHibernate.class.getProtectionDomain());
        } catch (IOException e) {
            throw new UncheckedIOException("the class file of " + name, e);
        }
    }
}
