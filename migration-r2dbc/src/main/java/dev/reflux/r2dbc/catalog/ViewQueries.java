package dev.reflux.r2dbc.catalog;

/** Views and materialized views. */
final class ViewQueries {

    static final String VIEWS = """
            SELECT CASE c.relkind WHEN 'v' THEN 'VIEW' ELSE 'MATERIALIZED_VIEW' END AS kind,
                   'pg_class'::regclass::oid || ' ' || c.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || c.relnamespace || ' 0' AS owner,
                   c.relname AS name,
                   rtrim(regexp_replace(pg_get_viewdef(c.oid), '^([^'']*FROM )\\(VALUES ', '\\1( VALUES '), ';') AS definition,
                   ARRAY(SELECT o FROM unnest(c.reloptions) o
                         UNION ALL SELECT 'toast.' || o FROM unnest(toast.reloptions) o ORDER BY 1) AS options,
                   nullif(am.amname, 'heap') AS access_method,
                   quote_ident(s.spcname) AS tablespace,
                   ARRAY(SELECT quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                             || CASE WHEN a.attcollation <> ty.typcollation
                                    THEN ' COLLATE ' || a.attcollation::regcollation ELSE '' END
                         FROM pg_attribute a JOIN pg_type ty ON ty.oid = a.atttypid
                         WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped ORDER BY a.attnum)
                       AS hint_columns,
                   NOT c.relispopulated AS hint_unpopulated
            FROM pg_class c
                LEFT JOIN pg_am am ON am.oid = c.relam
                LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
                LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
            WHERE c.relkind IN ('v', 'm') AND c.oid >= 16384
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
            """;

    private ViewQueries() {}
}
