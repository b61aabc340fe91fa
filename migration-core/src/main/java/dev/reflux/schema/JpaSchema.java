package dev.reflux.schema;

import static dev.reflux.revision.Sentences.quoted;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The tables of annotated entities (Jakarta Persistence), as Hibernate would create them. Hibernate comes from the class path of
 * the entities: {@code org.hibernate.orm:hibernate-core}, 6.6 or 7. It opens no connection, so no database driver is needed.
 * Immutable.
 *
 * <p>Tables and columns are named as in a Spring Boot application: {@code startsAt} becomes {@code starts_at}. {@link #with} takes
 * any setting of Hibernate that says otherwise, and the {@code hibernate.properties} of the class path counts too.
 *
 * <p>What Hibernate cannot say is left as it is in the database: triggers, views, functions, policies.
 */
public final class JpaSchema implements DesiredSchema {

    private static final Set<Kind> KINDS = EnumSet.of(
            Kind.SCHEMA,
            Kind.ENUM,
            Kind.COMPOSITE,
            Kind.SEQUENCE,
            Kind.TABLE,
            Kind.COLUMN,
            Kind.DEFAULT,
            Kind.PRIMARY_KEY,
            Kind.UNIQUE,
            Kind.CHECK,
            Kind.INDEX,
            Kind.FOREIGN_KEY,
            Kind.CAST,
            Kind.COMMENT);

    private static final String NAMING = "naming";
    private static final Set<String> NAMINGS = Set.of("spring", "jpa");

    private final List<String> names;
    private final Map<String, String> settings;
    private final ClassLoader loader;

    private JpaSchema(List<String> names, Map<String, String> settings, ClassLoader loader) {
        this.names = List.copyOf(names);
        this.settings = Map.copyOf(settings);
        this.loader = loader;
    }

    /** These entities, embeddables, mapped superclasses and converters. All come from the class loader of the first. */
    static JpaSchema of(List<Class<?>> classes) {
        if (classes.isEmpty()) {
            throw new IllegalArgumentException("no classes");
        }
        return named(
                classes.stream().map(Class::getName).toList(), classes.get(0).getClassLoader());
    }

    /**
     * Annotated classes, and those of packages and the packages below them.
     *
     * @param names of classes and packages, with dots
     * @param loader finds and loads them and Hibernate
     */
    public static JpaSchema named(List<String> names, ClassLoader loader) {
        return new JpaSchema(names, Map.of(), loader);
    }

    /**
     * The same entities under a setting of Hibernate, for instance {@code hibernate.default_schema}; or {@code naming}, which is
     * {@code spring} (the default) or {@code jpa} (names as they are written). Tables are made for PostgreSQL 14 where
     * {@code jakarta.persistence.database-major-version} does not say another.
     *
     * @throws MigrationException if there is no such setting
     */
    public JpaSchema with(String setting, String value) {
        boolean known = setting.equals(NAMING)
                ? NAMINGS.contains(value)
                : setting.startsWith("hibernate.") || setting.startsWith("jakarta.persistence.");
        if (!known) {
            throw new MigrationException("Entities have no setting " + quoted(setting + "=" + value)
                    + ". There are naming=spring, naming=jpa, and those of Hibernate, which begin with \"hibernate.\""
                    + " or \"jakarta.persistence.\".");
        }
        Map<String, String> more = new TreeMap<>(settings);
        more.put(setting, value);
        return new JpaSchema(names, more, loader);
    }

    @Override
    public List<SchemaScript> scripts() {
        return new HibernateExport(loader).scripts(new JpaClasses(names, loader).find(), settings);
    }

    @Override
    public Set<Kind> kinds() {
        return EnumSet.copyOf(KINDS);
    }
}
