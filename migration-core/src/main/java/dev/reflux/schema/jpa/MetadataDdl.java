package dev.reflux.schema.jpa;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Map.Entry;
import java.util.NavigableSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.model.relational.AuxiliaryDatabaseObject;
import org.hibernate.boot.model.relational.Exportable;
import org.hibernate.boot.model.relational.Namespace;
import org.hibernate.boot.model.relational.SqlStringGenerationContext;
import org.hibernate.boot.model.relational.internal.SqlStringGenerationContextImpl;
import org.hibernate.dialect.Dialect;
import org.hibernate.engine.config.spi.ConfigurationService;
import org.hibernate.engine.jdbc.env.spi.JdbcEnvironment;
import org.hibernate.engine.jdbc.internal.FormatStyle;
import org.hibernate.mapping.ForeignKey;
import org.hibernate.mapping.Table;
import org.hibernate.service.ServiceRegistry;
import org.hibernate.tool.schema.spi.Exporter;

/**
 * Turns Hibernate's picture of the entities into statements, with the exporters that Hibernate's own schema creation uses and in its
 * order: schemas, types, sequences, tables, then the foreign keys.
 */
final class MetadataDdl {

    private static final String DEFAULT_SCHEMA = "public";

    private final Metadata metadata;
    private final Dialect dialect;
    private final SqlStringGenerationContext context;
    private final TableNames names;
    private final List<Entry<String, String>> scripts = new ArrayList<>();

    MetadataDdl(Metadata metadata, ServiceRegistry registry) {
        JdbcEnvironment environment = registry.requireService(JdbcEnvironment.class);
        this.metadata = metadata;
        this.dialect = environment.getDialect();
        this.context = SqlStringGenerationContextImpl.fromConfigurationMap(
                environment,
                metadata.getDatabase(),
                registry.requireService(ConfigurationService.class).getSettings());
        this.names = new TableNames(metadata);
    }

    /** Pairs of what a message calls a script, and its text; empty if there is no table. */
    List<Entry<String, String>> scripts() {
        if (tables().isEmpty()) {
            return List.of();
        }
        schemas().forEach(name -> add("schema " + name, Stream.of("create schema if not exists " + name)));
        auxiliaryObjects(true);
        namespaces().forEach(this::typesAndSequences);
        tables().forEach(this::table);
        tables().forEach(table -> add(names.of(table), foreignKeys(table)));
        auxiliaryObjects(false);
        return scripts;
    }

    private NavigableSet<String> schemas() {
        NavigableSet<String> schemas = new TreeSet<>();
        Stream.concat(
                        tables().stream()
                                .map(table -> table.getQualifiedTableName().getSchemaName()),
                        namespaces()
                                .flatMap(namespace -> stream(namespace.getSequences()))
                                .map(sequence -> sequence.getName().getSchemaName()))
                .map(context::schemaWithDefault)
                .filter(schema -> schema != null && !schema.getText().equals(DEFAULT_SCHEMA))
                .forEach(schema -> schemas.add(schema.render(dialect)));
        return schemas;
    }

    private void auxiliaryObjects(boolean beforeTables) {
        for (AuxiliaryDatabaseObject object : metadata.getDatabase().getAuxiliaryDatabaseObjects()) {
            if (object.beforeTablesOnCreation() == beforeTables && object.appliesToDialect(dialect)) {
                add(
                        "database object " + object.getExportIdentifier(),
                        export(dialect.getAuxiliaryDatabaseObjectExporter(), object));
            }
        }
    }

    private void typesAndSequences(Namespace namespace) {
        namespace
                .getDependencyOrderedUserDefinedTypes()
                .forEach(type -> add("type " + type.getName(), export(dialect.getUserDefinedTypeExporter(), type)));
        stream(namespace.getSequences())
                .forEach(sequence -> add(
                        "sequence " + sequence.getName().getSequenceName(),
                        export(dialect.getSequenceExporter(), sequence)));
    }

    private void table(Table table) {
        Stream<String> indexes =
                table.getIndexes().values().stream().flatMap(index -> export(dialect.getIndexExporter(), index));
        Stream<String> uniqueKeys =
                table.getUniqueKeys().values().stream().flatMap(key -> export(dialect.getUniqueKeyExporter(), key));
        add(
                names.of(table),
                Stream.of(export(dialect.getTableExporter(), table), indexes, uniqueKeys)
                        .flatMap(statements -> statements));
    }

    private Stream<String> foreignKeys(Table table) {
        return keys(table).stream().flatMap(key -> export(dialect.getForeignKeyExporter(), key));
    }

    /** Hibernate 6 has no other accessor. */
    @SuppressWarnings("removal")
    private static Collection<ForeignKey> keys(Table table) {
        return table.getForeignKeys().values();
    }

    /** The tables that Hibernate makes, in the order of their names; views and queries are none. */
    private List<Table> tables() {
        return namespaces()
                .flatMap(namespace -> namespace.getTables().stream())
                .filter(table -> table.isPhysicalTable() && !table.isView())
                .toList();
    }

    private Stream<Namespace> namespaces() {
        return stream(metadata.getDatabase().getNamespaces());
    }

    private <T extends Exportable> Stream<String> export(Exporter<T> exporter, T object) {
        return Stream.of(exporter.getSqlCreateStrings(object, metadata, context));
    }

    private void add(String name, Stream<String> statements) {
        String text = statements
                .filter(statement -> !statement.isBlank())
                .map(statement ->
                        FormatStyle.DDL.getFormatter().format(statement).strip() + ";\n")
                .collect(Collectors.joining());
        if (!text.isEmpty()) {
            scripts.add(Map.entry(name, text));
        }
    }

    private static <T> Stream<T> stream(Iterable<T> items) {
        return StreamSupport.stream(items.spliterator(), false);
    }
}
