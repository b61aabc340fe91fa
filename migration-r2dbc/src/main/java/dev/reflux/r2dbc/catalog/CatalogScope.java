package dev.reflux.r2dbc.catalog;

import java.util.Optional;
import java.util.Set;

/**
 * Which part of a database a {@link CatalogReader} reads.
 *
 * @param schemas the schemas to read, by their plain names; empty for all but PostgreSQL's own. Objects of the database
 *     itself, such as extensions and publications, are read in any case
 * @param excludedTables the plain names of tables that are not described, nor their parts: the state tables
 * @param excludedIn the schema in which the excluded tables are; empty if a table of that name is excluded in every schema
 */
public record CatalogScope(Set<String> schemas, Set<String> excludedTables, Optional<String> excludedIn) {

    /** Everything. */
    public static final CatalogScope ALL = new CatalogScope(Set.of(), Set.of(), Optional.empty());

    public CatalogScope {
        schemas = Set.copyOf(schemas);
        excludedTables = Set.copyOf(excludedTables);
    }

    /** The same, with these schemas only. */
    public CatalogScope withSchemas(Set<String> names) {
        return new CatalogScope(names, excludedTables, excludedIn);
    }

    /** The same without tables of these names, in whichever schema they are. */
    public CatalogScope without(Set<String> tables) {
        return new CatalogScope(schemas, tables, Optional.empty());
    }

    boolean covers(String schema) {
        return schemas.isEmpty() || schemas.contains(schema);
    }

    boolean excludes(String schema, String table) {
        return excludedTables.contains(table)
                && excludedIn.filter(name -> !name.equals(schema)).isEmpty();
    }
}
