package dev.reflux.r2dbc.catalog;

/** Objects of the database itself, which are in no schema: casts, publications, event triggers. */
final class GlobalQueries {

    /** Without those that come with a range type. */
    static final String CASTS = """
            SELECT 'CAST' AS kind,
                   'pg_cast'::regclass::oid || ' ' || c.oid || ' 0' AS address,
                   NULL::text AS owner,
                   n.source || ' AS ' || n.target AS name,
                   'CREATE CAST (' || n.source || ' AS ' || n.target || ') '
                   || CASE c.castmethod WHEN 'f' THEN 'WITH FUNCTION ' || c.castfunc::regprocedure
                                        WHEN 'i' THEN 'WITH INOUT' ELSE 'WITHOUT FUNCTION' END
                   || CASE c.castcontext WHEN 'a' THEN ' AS ASSIGNMENT' WHEN 'i' THEN ' AS IMPLICIT' ELSE '' END
                       AS definition
            FROM pg_cast c
                CROSS JOIN LATERAL (
                    SELECT format_type(c.castsource, NULL) AS source, format_type(c.casttarget, NULL) AS target) n
            WHERE c.oid >= 16384
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_cast'::regclass AND d.objid = c.oid AND d.deptype = 'i')
            """;

    static final String EVENT_TRIGGERS = """
            SELECT 'EVENT_TRIGGER' AS kind,
                   'pg_event_trigger'::regclass::oid || ' ' || e.oid || ' 0' AS address,
                   NULL::text AS owner,
                   e.evtname AS name,
                   e.evtevent::text AS event,
                   ARRAY(SELECT t FROM unnest(e.evttags) t ORDER BY 1) AS tags,
                   e.evtfoid::regprocedure::text AS function,
                   CASE e.evtenabled WHEN 'D' THEN 'DISABLED' WHEN 'R' THEN 'REPLICA' WHEN 'A' THEN 'ALWAYS' END AS enabled
            FROM pg_event_trigger e
            """;

    private static final String PUBLICATIONS = """
            SELECT 'PUBLICATION' AS kind,
                   'pg_publication'::regclass::oid || ' ' || p.oid || ' 0' AS address,
                   NULL::text AS owner,
                   p.pubname AS name,
                   p.puballtables AS all_tables,
                   array_remove(ARRAY[
                       CASE WHEN p.pubinsert THEN 'insert' END, CASE WHEN p.pubupdate THEN 'update' END,
                       CASE WHEN p.pubdelete THEN 'delete' END, CASE WHEN p.pubtruncate THEN 'truncate' END],
                       NULL) AS operations,
                   p.pubviaroot AS via_root,
                   CASE to_jsonb(p) ->> 'pubgencols' WHEN 's' THEN 'stored' END AS generated_columns,
                   ARRAY(SELECT r.prrelid::regclass::text{columns}{condition}
                         FROM pg_publication_rel r WHERE r.prpubid = p.oid ORDER BY 1) AS tables{schemas}
            FROM pg_publication p
            """;

    private static final String PUBLISHED_COLUMNS = """
             || coalesce(' (' || (
                                    SELECT string_agg(quote_ident(a.attname), ', ' ORDER BY a.attname)
                                    FROM pg_attribute a WHERE a.attrelid = r.prrelid AND a.attnum = ANY (r.prattrs)) || ')', '')""";

    private static final String PUBLISHED_ROWS = """
             || coalesce(' WHERE (' || pg_get_expr(r.prqual, r.prrelid) || ')', '')""";

    private static final String PUBLISHED_SCHEMAS = """
            ,
                   ARRAY(SELECT s.pnnspid::regnamespace::text FROM pg_publication_namespace s
                         WHERE s.pnpubid = p.oid ORDER BY 1) AS schemas""";

    private GlobalQueries() {}

    /** Parts of tables and whole schemas can be published since version 15. */
    static String publications(int version) {
        boolean whole = version < 15;
        return PUBLICATIONS
                .replace("{columns}", whole ? "" : PUBLISHED_COLUMNS)
                .replace("{condition}", whole ? "" : PUBLISHED_ROWS)
                .replace("{schemas}", whole ? "" : PUBLISHED_SCHEMAS);
    }
}
