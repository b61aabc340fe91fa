package dev.reflux.r2dbc.catalog;

import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Everything that is asked of a server, in one message. The order matters: what extensions have made is known before the
 * objects come, an object before its parts, and all of them before what they depend on.
 */
final class CatalogScript {

    /**
     * How PostgreSQL prints names and constants depends on these. For the transaction only: the connection may belong to a
     * pooler. A plan for catalogs of many tables is expensive enough for just-in-time compilation, which never pays here; and to
     * sort what they have does not have to go to disk.
     */
    private static final List<String> SETTINGS = List.of(
            "search_path = ''",
            "quote_all_identifiers = off",
            "datestyle = 'ISO, MDY'",
            "intervalstyle = 'postgres'",
            "timezone = 'UTC'",
            "bytea_output = 'hex'",
            "extra_float_digits = 1",
            "lc_monetary = 'C'",
            "xmloption = 'content'",
            "jit = off",
            "work_mem = '32MB'");

    private final List<Part> parts = new ArrayList<>();

    private CatalogScript() {}

    static CatalogScript forVersion(int version) {
        CatalogScript script = new CatalogScript();
        SETTINGS.forEach(setting -> script.add("SET LOCAL " + setting, (row, assembly) -> {}));
        script.add("SELECT current_user::text AS role", (row, assembly) -> assembly.addRole(row));
        script.addPairs(AddressQueries.MEMBERS, assembly -> assembly::addPart);
        objectsAndTables().forEach(query -> script.parts.add(new Part(query, ObjectRows::new)));
        script.parts.add(new Part(BundledRows.sql(ColumnQueries.ofTables(version)), BundledRows::new));
        partsOfTables(version).forEach(query -> script.parts.add(new Part(query, ObjectRows::new)));
        script.addPairs(AddressQueries.parts(version), assembly -> assembly::addPart);
        script.addPairs(AddressQueries.STAND_INS, assembly -> assembly::addStandIn);
        script.addPairs(AddressQueries.DEPENDENCIES, assembly -> assembly::addDependency);
        script.add(UnmodelledQueries.UNMODELLED, (row, assembly) -> assembly.addUnmodelled(row));
        return script;
    }

    private static List<String> objectsAndTables() {
        return List.of(
                SchemaQueries.SCHEMAS,
                SchemaQueries.EXTENSIONS,
                SchemaQueries.COLLATIONS,
                TypeQueries.ENUMS,
                TypeQueries.RANGES,
                TypeQueries.COMPOSITES,
                TypeQueries.DOMAINS,
                TypeQueries.DOMAIN_CHECKS,
                SequenceQueries.SEQUENCES,
                TextSearchQueries.DICTIONARIES,
                TextSearchQueries.CONFIGURATIONS,
                RoutineQueries.ROUTINES,
                OperatorQueries.OPERATORS,
                OperatorQueries.FAMILIES,
                OperatorQueries.CLASSES,
                RoutineQueries.AGGREGATES,
                TableQueries.TABLES,
                ViewQueries.VIEWS);
    }

    private static List<String> partsOfTables(int version) {
        return List.of(
                ColumnQueries.OF_VIEWS,
                ColumnQueries.DEFAULTS,
                SequenceQueries.OWNERS,
                ConstraintQueries.CONSTRAINTS,
                ConstraintQueries.INDEXES,
                ConstraintQueries.STATISTICS,
                TableQueries.RULES,
                TableQueries.TRIGGERS,
                TableQueries.POLICIES,
                TableQueries.REPLICA_IDENTITY,
                TableQueries.ROW_SECURITY,
                GlobalQueries.CASTS,
                GlobalQueries.publications(version),
                GlobalQueries.EVENT_TRIGGERS,
                GrantQueries.defaultPrivileges(),
                GrantQueries.privileges(version),
                CommentQueries.COMMENTS);
    }

    private void add(String sql, BiConsumer<Row, Assembly> taking) {
        parts.add(new Part(sql, assembly -> (row, metadata) -> taking.accept(row, assembly)));
    }

    private void addPairs(String sql, Function<Assembly, BiConsumer<Address, Address>> taking) {
        parts.add(new Part(sql, assembly -> (row, metadata) -> Address.eachPair(row, taking.apply(assembly))));
    }

    String sql() {
        return parts.stream().map(Part::sql).collect(Collectors.joining(";\n"));
    }

    /**
     * Who reads the rows of a result, by its position in the answer. The driver makes one more result, without rows, of the
     * end of the answer.
     */
    RowReader reader(long position, Assembly assembly) {
        return position < parts.size() ? parts.get((int) position).reader().apply(assembly) : (row, metadata) -> {};
    }

    /** Takes the rows of one result. */
    interface RowReader {
        void read(Row row, RowMetadata metadata);

        /** After the last row. */
        default void end() {}
    }

    private record Part(String sql, Function<Assembly, RowReader> reader) {}
}
