package dev.reflux.r2dbc.catalog;

/** What a catalog does not describe, and names nevertheless. */
final class UnmodelledQueries {

    /** The passwords of subscriptions and user mappings are not for everybody, hence the columns and the view. */
    static final String UNMODELLED = """
            SELECT i.type AS kind, o.schema AS schema, i.identity AS name
            FROM (
                SELECT 'pg_type'::regclass::oid AS class, t.oid, t.typnamespace AS schema FROM pg_type t
                          WHERE t.typtype IN ('b', 'p')
                            AND t.oid >= 16384 AND NOT EXISTS (SELECT FROM pg_type e WHERE e.typarray = t.oid)
                UNION ALL SELECT 'pg_conversion'::regclass::oid, oid, connamespace FROM pg_conversion
                UNION ALL SELECT 'pg_ts_parser'::regclass::oid, oid, prsnamespace FROM pg_ts_parser
                UNION ALL SELECT 'pg_ts_template'::regclass::oid, oid, tmplnamespace FROM pg_ts_template
                UNION ALL SELECT 'pg_class'::regclass::oid, oid, relnamespace FROM pg_class WHERE relkind = 'f'
                UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass::oid, oid, NULL FROM pg_foreign_data_wrapper
                UNION ALL SELECT 'pg_foreign_server'::regclass::oid, oid, NULL FROM pg_foreign_server
                UNION ALL SELECT 'pg_user_mapping'::regclass::oid, umid, NULL FROM pg_user_mappings
                UNION ALL SELECT 'pg_language'::regclass::oid, oid, NULL FROM pg_language
                UNION ALL SELECT 'pg_transform'::regclass::oid, oid, NULL FROM pg_transform
                UNION ALL SELECT 'pg_am'::regclass::oid, oid, NULL FROM pg_am
                UNION ALL SELECT 'pg_subscription'::regclass::oid, oid, NULL FROM pg_subscription
                          WHERE subdbid = (SELECT d.oid FROM pg_database d WHERE d.datname = current_database())
            ) o
                CROSS JOIN LATERAL pg_identify_object(o.class, o.oid, 0) i
            WHERE o.oid >= 16384
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = o.class AND d.objid = o.oid AND d.deptype IN ('e', 'i'))
            UNION ALL
            SELECT 'loose member', f.opfnamespace, i.identity
            FROM pg_depend d
                JOIN pg_opfamily f ON f.oid = d.refobjid
                CROSS JOIN LATERAL pg_identify_object(d.classid, d.objid, 0) i
            WHERE d.refclassid = 'pg_opfamily'::regclass AND d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass)
              AND d.objid >= 16384
              AND NOT EXISTS (SELECT FROM pg_depend e
                              WHERE e.classid = 'pg_opfamily'::regclass AND e.objid = f.oid AND e.deptype = 'e')
            UNION ALL
            SELECT 'comment', o.schema, 'on ' || i.type || ' ' || i.identity
            FROM (
                SELECT 'pg_class'::regclass AS class, c.oid, c.relnamespace AS schema
                FROM pg_class c
                WHERE c.relkind = 'c' OR (c.relkind IN ('i', 'I') AND (c.relispartition OR EXISTS (
                          SELECT FROM pg_constraint k WHERE k.conindid = c.oid AND k.contype IN ('p', 'u', 'x'))))
                UNION ALL
                SELECT 'pg_constraint'::regclass, k.oid, k.connamespace
                FROM pg_constraint k
                WHERE k.contype = 'n' OR k.conparentid <> 0 OR (k.coninhcount > 0 AND NOT k.conislocal)
            ) o
                JOIN pg_description d ON d.classoid = o.class AND d.objoid = o.oid
                CROSS JOIN LATERAL pg_identify_object(d.classoid, d.objoid, d.objsubid) i
            UNION ALL
            SELECT 'privileges', c.relnamespace, 'on sequences of identity columns in ' || c.relnamespace::regnamespace
            FROM pg_class c JOIN pg_depend d ON d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'i'
            WHERE c.relkind = 'S' AND c.relacl IS NOT NULL
            GROUP BY c.relnamespace
            UNION ALL
            SELECT 'state', c.relnamespace, 'of trigger ' || i.identity
            FROM pg_trigger t
                JOIN pg_trigger p ON p.oid = t.tgparentid AND p.tgenabled <> t.tgenabled AND NOT p.tgisinternal
                JOIN pg_class c ON c.oid = t.tgrelid
                CROSS JOIN LATERAL pg_identify_object('pg_trigger'::regclass, t.oid, 0) i
            UNION ALL
            SELECT 'security label', NULL, 'of ' || l.provider || ' on ' || i.type || ' ' || i.identity
            FROM pg_seclabel l CROSS JOIN LATERAL pg_identify_object(l.classoid, l.objoid, l.objsubid) i
            UNION ALL
            SELECT 'large objects', NULL, count(*)::text FROM pg_largeobject_metadata HAVING count(*) > 0
            """;

    private UnmodelledQueries() {}
}
