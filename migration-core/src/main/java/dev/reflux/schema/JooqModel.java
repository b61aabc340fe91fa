package dev.reflux.schema;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jooq.Catalog;
import org.jooq.DSLContext;
import org.jooq.Domain;
import org.jooq.Named;
import org.jooq.Qualified;
import org.jooq.SQLDialect;
import org.jooq.Schema;
import org.jooq.Sequence;
import org.jooq.Table;
import org.jooq.TableOptions.TableType;
import org.jooq.impl.DSL;
import org.jspecify.annotations.Nullable;

/**
 * What jOOQ classes describe: each object once, in the order of the names. Views, table functions and aliases of tables are left
 * out. A collector; not thread-safe.
 */
final class JooqModel {

    private static final String DEFAULT_SCHEMA = "public";

    private final NavigableSet<String> schemas = new TreeSet<>();
    private final NavigableMap<String, JooqEnum> enums = new TreeMap<>();
    private final NavigableMap<String, Sequence<?>> sequences = new TreeMap<>();
    private final NavigableMap<String, Domain<?>> domains = new TreeMap<>();
    private final NavigableMap<String, Table<?>> tables = new TreeMap<>();

    private JooqModel() {}

    /** Everything that these catalogs, schemas, tables, sequences and domains hold and use. */
    static JooqModel of(Collection<? extends Named> parts) {
        JooqModel model = new JooqModel();
        parts.forEach(model::add);
        return model;
    }

    /** Whether there is nothing to make but schemas. */
    boolean isEmpty() {
        return tables.isEmpty() && sequences.isEmpty() && domains.isEmpty();
    }

    /** The names of the schemas that have to be made; the default one is there. */
    NavigableSet<String> schemas() {
        return schemas;
    }

    Collection<JooqEnum> enums() {
        return enums.values();
    }

    Collection<Sequence<?>> sequences() {
        return sequences.values();
    }

    Collection<Domain<?>> domains() {
        return domains.values();
    }

    Collection<Table<?>> tables() {
        return tables.values();
    }

    private void add(Named part) {
        if (part instanceof Catalog catalog) {
            catalog.getSchemas().forEach(this::addSchema);
        } else if (part instanceof Schema schema) {
            addSchema(schema);
        } else if (part instanceof Table<?> table) {
            addTable(table);
        } else if (part instanceof Sequence<?> sequence) {
            addOnce(sequences, sequence);
        } else if (part instanceof Domain<?> domain) {
            addDomain(domain);
        }
    }

    private void addSchema(Schema schema) {
        addName(schema);
        Stream.of(schema.getTables(), schema.getSequences(), schema.getDomains())
                .flatMap(List::stream)
                .forEach(this::add);
    }

    private void addTable(Table<?> table) {
        if (isStored(table)) {
            addOnce(tables, table);
            table.fieldStream().forEach(field -> JooqTypes.inside(field.getDataType(), this::addDomain, this::addEnum));
        }
    }

    private static boolean isStored(Table<?> table) {
        return table.getTableType() == TableType.TABLE && !isAlias(table);
    }

    /** jOOQ tells it by nothing else than the way in which it writes a FROM clause. */
    private static boolean isAlias(Table<?> table) {
        DSLContext db = DSL.using(SQLDialect.POSTGRES);
        return !db.render(DSL.selectOne().from(table)).endsWith(" from " + db.render(table));
    }

    private void addDomain(Domain<?> domain) {
        addOnce(domains, domain);
        JooqTypes.enumType(domain.getDataType()).ifPresent(this::addEnum);
    }

    private void addEnum(JooqEnum type) {
        type.schema().ifPresent(this::addName);
        enums.putIfAbsent(type.shown(), type);
    }

    private <T extends Qualified> void addOnce(Map<String, T> all, T object) {
        schema(object.getSchema()).ifPresent(this::addName);
        all.putIfAbsent(shown(object), object);
    }

    private void addName(Schema schema) {
        schema(schema)
                .map(Schema::getName)
                .filter(name -> !name.equals(DEFAULT_SCHEMA))
                .ifPresent(schemas::add);
    }

    /** The schema of an object, where it says one. */
    static Optional<Schema> schema(@Nullable Schema schema) {
        return Optional.ofNullable(schema).filter(named -> !named.getName().isEmpty());
    }

    /** The name for messages, with the schema where there is one. */
    static String shown(Qualified object) {
        return shown(schema(object.getSchema()), object.getName());
    }

    /** The name for messages, with the schema where there is one. */
    static String shown(Optional<Schema> schema, String name) {
        return schema.map(found -> found.getName() + "." + name).orElse(name);
    }
}
