package dev.reflux.r2dbc.catalog;

/** Sequences that stand for themselves; those of identity columns belong to their columns. */
final class SequenceQueries {

    static final String SEQUENCES = """
            SELECT 'SEQUENCE' AS kind,
                   'pg_class'::regclass::oid || ' ' || c.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || c.relnamespace || ' 0' AS owner,
                   c.relname AS name,
                   format_type(s.seqtypid, NULL) AS type,
                   s.seqstart AS start,
                   s.seqincrement AS increment,
                   s.seqmin AS min,
                   s.seqmax AS max,
                   s.seqcache AS cache,
                   s.seqcycle AS cycle,
                   c.relpersistence = 'u' AS unlogged
            FROM pg_class c
                JOIN pg_sequence s ON s.seqrelid = c.oid
            WHERE NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i')
            """;

    static final String OWNERS = """
            SELECT 'SEQUENCE_OWNER' AS kind,
                   NULL::text AS address,
                   'pg_class'::regclass::oid || ' ' || d.objid || ' 0' AS owner,
                   '' AS name,
                   d.refclassid || ' ' || d.refobjid || ' ' || d.refobjsubid AS needs,
                   d.refobjid::regclass || '.' || quote_ident(a.attname) AS column
            FROM pg_depend d
                JOIN pg_sequence s ON s.seqrelid = d.objid
                JOIN pg_attribute a ON a.attrelid = d.refobjid AND a.attnum = d.refobjsubid
            WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'a'
            """;

    private SequenceQueries() {}
}
