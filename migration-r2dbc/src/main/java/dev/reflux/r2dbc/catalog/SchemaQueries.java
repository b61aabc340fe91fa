package dev.reflux.r2dbc.catalog;

/** Schemas, and what is neither type nor relation nor routine: extensions and collations. */
final class SchemaQueries {

    static final String SCHEMAS = """
            SELECT 'SCHEMA' AS kind,
                   'pg_namespace'::regclass::oid || ' ' || n.oid || ' 0' AS address,
                   NULL::text AS owner,
                   n.nspname AS name
            FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
            """;

    static final String EXTENSIONS = """
            SELECT 'EXTENSION' AS kind,
                   'pg_extension'::regclass::oid || ' ' || e.oid || ' 0' AS address,
                   NULL::text AS owner,
                   e.extname AS name,
                   quote_ident(n.nspname) AS schema,
                   e.extversion AS hint_version
            FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
            WHERE e.extname <> 'plpgsql'
            """;

    /** The locale is in another column before version 15, and again before 17; rules are new in 16. */
    static final String COLLATIONS = """
            SELECT 'COLLATION' AS kind,
                   'pg_collation'::regclass::oid || ' ' || c.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || c.collnamespace || ' 0' AS owner,
                   c.collname AS name,
                   'CREATE COLLATION ' || c.oid::regcollation || ' (' || concat_ws(', ',
                       'provider = ' || CASE c.collprovider WHEN 'b' THEN 'builtin' WHEN 'i' THEN 'icu' ELSE 'libc' END,
                       CASE WHEN l.locale IS NOT NULL THEN 'locale = ' || quote_literal(l.locale)
                            WHEN c.collcollate = c.collctype THEN 'locale = ' || quote_literal(c.collcollate)
                            ELSE 'lc_collate = ' || quote_literal(c.collcollate)
                                || ', lc_ctype = ' || quote_literal(c.collctype) END,
                       CASE WHEN NOT c.collisdeterministic THEN 'deterministic = false' END,
                       'rules = ' || quote_literal(l.rules)) || ')' AS definition
            FROM pg_collation c
                CROSS JOIN LATERAL (SELECT to_jsonb(c) AS j) row
                CROSS JOIN LATERAL (
                    SELECT coalesce(j ->> 'colllocale', j ->> 'colliculocale') AS locale, j ->> 'collicurules' AS rules) l
            WHERE c.oid >= 16384
            """;

    private SchemaQueries() {}
}
