package dev.reflux.r2dbc.catalog;

/** Tables, and what hangs on a table or a view: rules, triggers, policies, row security. */
final class TableQueries {

    static final String TABLES = """
            SELECT 'TABLE' AS kind,
                   'pg_class'::regclass::oid || ' ' || c.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || c.relnamespace || ' 0' AS owner,
                   c.relname AS name,
                   c.relpersistence = 'u' AS unlogged,
                   nullif(am.amname, 'heap') AS access_method,
                   quote_ident(s.spcname) AS tablespace,
                   ARRAY(SELECT o FROM unnest(c.reloptions) o
                         UNION ALL SELECT 'toast.' || o FROM unnest(toast.reloptions) o ORDER BY 1) AS options,
                   CASE WHEN c.relkind = 'p' THEN pg_get_partkeydef(c.oid) END AS partition_key,
                   CASE WHEN c.relkind = 'p' THEN ARRAY(
                       SELECT quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)
                       FROM pg_attribute a
                       WHERE a.attrelid = c.oid AND a.attnum > 0
                         AND EXISTS (SELECT FROM pg_depend d
                                     WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.objsubid = a.attnum
                                       AND d.refclassid = 'pg_class'::regclass AND d.refobjid = c.oid AND d.refobjsubid = 0
                                       AND d.deptype = 'i')
                       ORDER BY a.attname) END AS partition_columns,
                   CASE WHEN c.relispartition THEN p.parents[1] END AS partition_of,
                   pg_get_expr(c.relpartbound, c.oid) AS bound,
                   CASE WHEN NOT c.relispartition THEN p.parents END AS inherits,
                   format_type(nullif(c.reloftype, 0), NULL) AS of_type,
                   CASE WHEN p.parents IS NOT NULL THEN ARRAY(
                       SELECT CASE k.contype WHEN 'p' THEN 'PRIMARY_KEY' WHEN 'u' THEN 'UNIQUE' WHEN 'x' THEN 'EXCLUSION'
                                             WHEN 'f' THEN 'FOREIGN_KEY' ELSE 'CHECK' END
                              || E'\\t' || quote_ident(k.conname) || E'\\t' || pg_get_constraintdef(k.oid)
                       FROM pg_constraint k
                       WHERE k.conrelid = c.oid AND k.contype IN ('p', 'u', 'x', 'f', 'c')
                         AND (k.conparentid <> 0 OR (k.coninhcount > 0 AND NOT k.conislocal))
                       UNION ALL
                       SELECT 'INDEX' || E'\\t' || quote_ident(ic.relname) || E'\\t' || pg_get_indexdef(ic.oid)
                       FROM pg_index x JOIN pg_class ic ON ic.oid = x.indexrelid AND ic.relispartition
                       WHERE x.indrelid = c.oid
                         AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = ic.oid AND k.contype IN ('p', 'u', 'x'))
                       ORDER BY 1) END AS hint_handed_down
            FROM pg_class c
                LEFT JOIN pg_am am ON am.oid = c.relam
                LEFT JOIN pg_tablespace s ON s.oid = c.reltablespace
                LEFT JOIN pg_class toast ON toast.oid = c.reltoastrelid
                LEFT JOIN (SELECT i.inhrelid, array_agg(i.inhparent::regclass::text ORDER BY i.inhseqno) AS parents
                           FROM pg_inherits i GROUP BY i.inhrelid) p ON p.inhrelid = c.oid
            WHERE c.relkind IN ('r', 'p') AND c.oid >= 16384
            """;

    static final String RULES = """
            SELECT 'RULE' AS kind,
                   'pg_rewrite'::regclass::oid || ' ' || r.oid || ' 0' AS address,
                   'pg_class'::regclass::oid || ' ' || r.ev_class || ' 0' AS owner,
                   r.rulename AS name,
                   rtrim(pg_get_ruledef(r.oid), ';') AS definition,
                   CASE r.ev_enabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' END AS enabled
            FROM pg_rewrite r
            WHERE r.rulename <> '_RETURN' AND r.oid >= 16384
            """;

    static final String TRIGGERS = """
            SELECT 'TRIGGER' AS kind,
                   'pg_trigger'::regclass::oid || ' ' || t.oid || ' 0' AS address,
                   'pg_class'::regclass::oid || ' ' || t.tgrelid || ' 0' AS owner,
                   t.tgname AS name,
                   pg_get_triggerdef(t.oid) AS definition,
                   CASE t.tgenabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' END AS enabled
            FROM pg_trigger t
            WHERE NOT t.tgisinternal AND t.tgparentid = 0
            """;

    static final String POLICIES = """
            SELECT 'POLICY' AS kind,
                   'pg_policy'::regclass::oid || ' ' || p.oid || ' 0' AS address,
                   'pg_class'::regclass::oid || ' ' || p.polrelid || ' 0' AS owner,
                   p.polname AS name,
                   NOT p.polpermissive AS restrictive,
                   CASE p.polcmd WHEN 'r' THEN 'SELECT' WHEN 'a' THEN 'INSERT' WHEN 'w' THEN 'UPDATE'
                                 WHEN 'd' THEN 'DELETE' ELSE 'ALL' END AS command,
                   ARRAY(SELECT CASE r WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(r)) END
                         FROM unnest(p.polroles) r ORDER BY 1) AS roles,
                   pg_get_expr(p.polqual, p.polrelid) AS using,
                   pg_get_expr(p.polwithcheck, p.polrelid) AS check
            FROM pg_policy p
            """;

    static final String REPLICA_IDENTITY = """
            SELECT 'REPLICA_IDENTITY' AS kind,
                   NULL::text AS address,
                   'pg_class'::regclass::oid || ' ' || c.oid || ' 0' AS owner,
                   '' AS name,
                   CASE c.relreplident WHEN 'f' THEN 'FULL' WHEN 'n' THEN 'NOTHING'
                       ELSE 'USING INDEX ' || quote_ident(i.relname) END AS identity,
                   coalesce('pg_constraint'::regclass::oid || ' ' || k.oid || ' 0',
                            'pg_class'::regclass::oid || ' ' || i.oid || ' 0') AS needs
            FROM pg_class c
                LEFT JOIN pg_index x ON x.indrelid = c.oid AND x.indisreplident
                LEFT JOIN pg_class i ON i.oid = x.indexrelid
                LEFT JOIN pg_constraint k ON k.conindid = i.oid AND k.contype IN ('p', 'u', 'x')
            WHERE c.relkind IN ('r', 'p') AND (c.relreplident IN ('f', 'n') OR (c.relreplident = 'i' AND i.oid IS NOT NULL))
            """;

    static final String ROW_SECURITY = """
            SELECT 'ROW_SECURITY' AS kind,
                   NULL::text AS address,
                   'pg_class'::regclass::oid || ' ' || c.oid || ' 0' AS owner,
                   '' AS name,
                   c.relrowsecurity AS enabled,
                   c.relforcerowsecurity AS forced
            FROM pg_class c
            WHERE c.relrowsecurity OR c.relforcerowsecurity
            """;

    private TableQueries() {}
}
