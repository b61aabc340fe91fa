package dev.reflux.schema;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Kind;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.jooq.Named;

/**
 * The tables of jOOQ classes.
 *
 * @param parts finds tables, schemas, catalogs, sequences and domains
 */
record JooqSchema(Supplier<List<Named>> parts) implements DesiredSchema {

    private static final Set<Kind> KINDS = EnumSet.of(
            Kind.SCHEMA,
            Kind.ENUM,
            Kind.DOMAIN,
            Kind.DOMAIN_CHECK,
            Kind.SEQUENCE,
            Kind.TABLE,
            Kind.COLUMN,
            Kind.DEFAULT,
            Kind.PRIMARY_KEY,
            Kind.UNIQUE,
            Kind.CHECK,
            Kind.INDEX,
            Kind.FOREIGN_KEY,
            Kind.COMMENT);

    /** Tables, schemas, catalogs, sequences and domains that are at hand. */
    static JooqSchema of(List<? extends Named> parts) {
        return new JooqSchema(() -> List.copyOf(parts));
    }

    /**
     * What classes hold, or the classes of a package.
     *
     * @param names of classes and packages
     */
    static JooqSchema named(List<String> names, ClassLoader loader) {
        return new JooqSchema(() -> names.stream()
                .flatMap(name -> new JooqClasses(name, loader).find().stream())
                .toList());
    }

    @Override
    public List<SchemaScript> scripts() {
        JooqModel model = JooqModel.of(parts.get());
        if (model.isEmpty()) {
            throw new MigrationException(
                    "The jOOQ classes describe no table: views, functions and aliases do not count."
                            + " Name a generated schema or table, a class with static fields that hold tables, or a package of them.");
        }
        return new JooqDdl(model).scripts();
    }

    @Override
    public Set<Kind> kinds() {
        return EnumSet.copyOf(KINDS);
    }
}
