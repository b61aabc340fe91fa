package dev.reflux.r2dbc.catalog;

/** The types that people make. */
final class TypeQueries {

    static final String ENUMS = """
            SELECT 'ENUM' AS kind,
                   'pg_type'::regclass::oid || ' ' || t.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || t.typnamespace || ' 0' AS owner,
                   t.typname AS name,
                   ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = t.oid ORDER BY e.enumsortorder)
                       AS labels
            FROM pg_type t
            WHERE t.typtype = 'e' AND t.oid >= 16384
            """;

    /**
     * The name of the multirange type is said only where it is not what PostgreSQL makes of the range's name:
     * {@code makeMultirangeTypeName} in multirangetypes.c.
     */
    static final String RANGES = """
            SELECT 'RANGE' AS kind,
                   'pg_type'::regclass::oid || ' ' || t.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || t.typnamespace || ' 0' AS owner,
                   t.typname AS name,
                   'CREATE TYPE ' || format_type(t.oid, NULL) || ' AS RANGE (' || concat_ws(', ',
                       'SUBTYPE = ' || format_type(r.rngsubtype, NULL),
                       CASE WHEN NOT o.opcdefault THEN 'SUBTYPE_OPCLASS = ' || quote_ident(opn.nspname) || '.'
                           || quote_ident(o.opcname) END,
                       CASE WHEN r.rngcollation <> s.typcollation THEN 'COLLATION = ' || r.rngcollation::regcollation END,
                       'CANONICAL = ' || nullif(r.rngcanonical::oid, 0)::regproc,
                       'SUBTYPE_DIFF = ' || nullif(r.rngsubdiff::oid, 0)::regproc,
                       CASE WHEN m.typnamespace <> t.typnamespace OR m.typname <> CASE
                               WHEN strpos(t.typname, 'range') > 0
                               THEN left(regexp_replace(t.typname, 'range', 'multirange'), 63)
                               ELSE left(t.typname, 52) || '_multirange' END
                           THEN 'MULTIRANGE_TYPE_NAME = ' || format_type(m.oid, NULL) END) || ')' AS definition
            FROM pg_range r
                JOIN pg_type t ON t.oid = r.rngtypid
                JOIN pg_type s ON s.oid = r.rngsubtype
                JOIN pg_type m ON m.oid = r.rngmultitypid
                JOIN pg_opclass o ON o.oid = r.rngsubopc
                JOIN pg_namespace opn ON opn.oid = o.opcnamespace
            WHERE t.oid >= 16384
            """;

    static final String COMPOSITES = """
            SELECT 'COMPOSITE' AS kind,
                   'pg_type'::regclass::oid || ' ' || t.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || t.typnamespace || ' 0' AS owner,
                   t.typname AS name,
                   f.fields AS fields,
                   f.types AS types
            FROM pg_type t
                JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
                CROSS JOIN LATERAL (
                    SELECT array_agg(quote_ident(a.attname) ORDER BY a.attnum) AS fields,
                           array_agg(format_type(a.atttypid, a.atttypmod)
                               || CASE WHEN a.attcollation <> ft.typcollation
                                      THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END
                               ORDER BY a.attnum) AS types
                    FROM pg_attribute a JOIN pg_type ft ON ft.oid = a.atttypid
                    WHERE a.attrelid = t.typrelid AND a.attnum > 0 AND NOT a.attisdropped) f
            WHERE t.oid >= 16384
            """;

    static final String DOMAINS = """
            SELECT 'DOMAIN' AS kind,
                   'pg_type'::regclass::oid || ' ' || t.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || t.typnamespace || ' 0' AS owner,
                   t.typname AS name,
                   format_type(t.typbasetype, t.typtypmod) AS type,
                   CASE WHEN t.typcollation <> b.typcollation THEN t.typcollation::regcollation::text END AS collation,
                   pg_get_expr(t.typdefaultbin, 0) AS default,
                   t.typnotnull AS not_null
            FROM pg_type t
                JOIN pg_type b ON b.oid = t.typbasetype
            WHERE t.typtype = 'd' AND t.oid >= 16384
            """;

    static final String DOMAIN_CHECKS = """
            SELECT 'DOMAIN_CHECK' AS kind,
                   'pg_constraint'::regclass::oid || ' ' || k.oid || ' 0' AS address,
                   'pg_type'::regclass::oid || ' ' || k.contypid || ' 0' AS owner,
                   k.conname AS name,
                   pg_get_constraintdef(k.oid) AS definition
            FROM pg_constraint k
            WHERE k.contype = 'c' AND k.contypid >= 16384
            """;

    private TypeQueries() {}
}
