package dev.reflux.r2dbc.catalog;

/** Constraints of tables, indexes and extended statistics. */
final class ConstraintQueries {

    /**
     * Not those that a table has only from its parent: they come and go with the parent's. The definition of an exclusion
     * constraint says the options of its index, those of the others do not.
     */
    static final String CONSTRAINTS = """
            SELECT CASE k.contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'c' THEN 'CHECK'
                                  WHEN 'x' THEN 'EXCLUSION' ELSE 'FOREIGN_KEY' END AS kind,
                   'pg_constraint'::regclass::oid || ' ' || k.oid || ' 0' AS address,
                   'pg_class'::regclass::oid || ' ' || k.conrelid || ' 0' AS owner,
                   k.conname AS name,
                   pg_get_constraintdef(k.oid) AS definition,
                   CASE WHEN i.reloptions IS NOT NULL AND k.contype <> 'x'
                       THEN ARRAY(SELECT o FROM unnest(i.reloptions) o ORDER BY 1) END AS options,
                   quote_ident(s.spcname) AS tablespace,
                   x.indisclustered AS clustered,
                   k.coninhcount > 0 AS hint_local_too
            FROM pg_constraint k
                LEFT JOIN pg_index x ON x.indexrelid = k.conindid AND k.contype IN ('p', 'u', 'x')
                LEFT JOIN pg_class i ON i.oid = x.indexrelid
                LEFT JOIN pg_tablespace s ON s.oid = i.reltablespace
            WHERE k.contype IN ('p', 'u', 'c', 'x', 'f') AND k.conparentid = 0
              AND (k.coninhcount = 0 OR k.conislocal) AND k.conrelid >= 16384
            """;

    /**
     * Not those of constraints, nor those that belong to an index of the partitioned table. PostgreSQL prints an index on a
     * partitioned table with {@code ONLY}; an index that is valid there has all partitions, so it can be made without.
     */
    static final String INDEXES = """
            SELECT 'INDEX' AS kind,
                   'pg_class'::regclass::oid || ' ' || i.oid || ' 0' AS address,
                   'pg_class'::regclass::oid || ' ' || x.indrelid || ' 0' AS owner,
                   i.relname AS name,
                   CASE WHEN i.relkind = 'I' AND x.indisvalid
                       THEN replace(pg_get_indexdef(i.oid), ' INDEX ' || quote_ident(i.relname) || ' ON ONLY ',
                                    ' INDEX ' || quote_ident(i.relname) || ' ON ')
                       ELSE pg_get_indexdef(i.oid) END AS definition,
                   quote_ident(s.spcname) AS tablespace,
                   x.indisunique AS unique,
                   i.relkind = 'i' AND NOT x.indisvalid AS invalid,
                   x.indisclustered AS clustered,
                   t.targets AS statistics
            FROM pg_index x
                JOIN pg_class i ON i.oid = x.indexrelid
                JOIN pg_class c ON c.oid = x.indrelid
                LEFT JOIN pg_tablespace s ON s.oid = i.reltablespace
                LEFT JOIN (SELECT a.attrelid, array_agg(a.attnum || '=' || a.attstattarget ORDER BY a.attnum) AS targets
                           FROM pg_attribute a WHERE a.attstattarget >= 0 AND a.attnum > 0 AND a.attrelid >= 16384
                           GROUP BY a.attrelid) t ON t.attrelid = i.oid
            WHERE c.relkind IN ('r', 'p', 'm') AND x.indexrelid >= 16384 AND NOT i.relispartition
              AND NOT EXISTS (SELECT FROM pg_constraint k
                              WHERE k.conindid = x.indexrelid AND k.contype IN ('p', 'u', 'x'))
            """;

    /** PostgreSQL prints the columns in their order in the table, which is no part of what the statistics are. */
    static final String STATISTICS = """
            SELECT 'STATISTICS' AS kind,
                   'pg_statistic_ext'::regclass::oid || ' ' || s.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || s.stxnamespace || ' 0' AS owner,
                   s.stxname AS name,
                   coalesce(replace(pg_get_statisticsobjdef(s.oid), ' ON ' || k.by_number, ' ON ' || k.by_name),
                            pg_get_statisticsobjdef(s.oid)) AS definition,
                   CASE WHEN s.stxstattarget >= 0 THEN s.stxstattarget END AS target
            FROM pg_statistic_ext s
                LEFT JOIN LATERAL (SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attnum) AS by_number,
                                          string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname) AS by_name
                                   FROM pg_attribute a
                                   WHERE a.attrelid = s.stxrelid AND a.attnum = ANY (s.stxkeys)) k ON k.by_number IS NOT NULL
            """;

    private ConstraintQueries() {}
}
