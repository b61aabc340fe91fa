package dev.reflux.schema;

import static dev.reflux.revision.Sentences.quotedAll;

import dev.reflux.MigrationException;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.function.BiFunction;

/**
 * Calls the classes of {@code dev.reflux.schema.jpa}, which use Hibernate, where Hibernate is.
 *
 * @param loader knows the entities and Hibernate
 */
record HibernateExport(ClassLoader loader) {

    private static final String HIBERNATE = "org.hibernate.boot.MetadataSources";
    private static final String EXPORT = "dev.reflux.schema.jpa.EntityExport";

    /**
     * The DDL of these classes.
     *
     * @throws MigrationException if there is no Hibernate, if Hibernate refuses a class, or if none of them is an entity
     */
    List<SchemaScript> scripts(List<String> classes, Map<String, String> settings) {
        requireHibernate();
        try {
            List<Entry<String, String>> ddl = export().apply(classes, settings);
            if (ddl.isEmpty()) {
                throw new MigrationException("There is no table in " + quotedAll(classes)
                        + ". Name the package of the entities, or classes with @Entity of jakarta.persistence.");
            }
            return ddl.stream()
                    .map(one -> new SchemaScript(one.getKey(), one.getValue()))
                    .toList();
        } catch (MigrationException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new MigrationException(
                    "Hibernate does not understand the entities: " + reason(e)
                            + "\nCorrect the entity, or a setting of Hibernate.",
                    e);
        } catch (LinkageError e) {
            throw new MigrationException(
                    "Hibernate cannot make tables of the entities: " + e
                            + "\nHibernate 6.6 or 7 is needed, with all that it needs itself.",
                    e);
        }
    }

    private void requireHibernate() {
        try {
            Class.forName(HIBERNATE, false, loader);
        } catch (ClassNotFoundException e) {
            throw new MigrationException(
                    "Entities need Hibernate to become tables, and it is not on the class path of the entities."
                            + " Add org.hibernate.orm:hibernate-core, version 6.6 or 7, and what it depends on; no database driver.",
                    e);
        }
    }

    /** The boundary knows types of the JDK alone, for the classes behind it may be others than those of the same name here. */
    @SuppressWarnings("unchecked")
    private BiFunction<List<String>, Map<String, String>, List<Entry<String, String>>> export() {
        try {
            return (BiFunction<List<String>, Map<String, String>, List<Entry<String, String>>>)
                    new BesideHibernate(loader)
                            .loadClass(EXPORT)
                            .getDeclaredConstructor()
                            .newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(EXPORT + " is part of this library", e);
        }
    }

    /** The innermost message of Hibernate: the outer ones say that something failed. */
    private static String reason(Throwable failure) {
        Throwable at = failure;
        while (at.getCause() != null && at.getCause().getMessage() != null) {
            at = at.getCause();
        }
        return String.valueOf(at.getMessage());
    }
}
