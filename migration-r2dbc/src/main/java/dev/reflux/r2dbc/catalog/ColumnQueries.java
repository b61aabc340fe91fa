package dev.reflux.r2dbc.catalog;

/** Columns and their defaults. */
final class ColumnQueries {

    /** The columns of views come with their names only: the rest follows from the query of the view. */
    static final String OF_VIEWS = """
            SELECT 'COLUMN' AS kind,
                   'pg_class'::regclass::oid || ' ' || a.attrelid || ' ' || a.attnum AS address,
                   'pg_class'::regclass::oid || ' ' || a.attrelid || ' 0' AS owner,
                   a.attname AS name,
                   a.attnum AS hint_position
            FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
            WHERE c.relkind IN ('v', 'm') AND a.attnum > 0 AND NOT a.attisdropped AND a.attrelid >= 16384
            """;

    /** A default uses no column, so it is printed without its table: to open each table takes longer than all else here. */
    static final String DEFAULTS = """
            SELECT 'DEFAULT' AS kind,
                   'pg_attrdef'::regclass::oid || ' ' || d.oid || ' 0' AS address,
                   'pg_class'::regclass::oid || ' ' || d.adrelid || ' ' || d.adnum AS owner,
                   '' AS name,
                   pg_get_expr(d.adbin, 0) AS expression
            FROM pg_attrdef d
                JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated = ''
            """;

    private static final String OF_TABLES = """
            SELECT 'COLUMN' AS kind,
                   'pg_class'::regclass::oid || ' ' || a.attrelid || ' ' || a.attnum AS address,
                   'pg_class'::regclass::oid || ' ' || a.attrelid || ' 0' AS owner,
                   a.attname AS name,
                   format_type(a.atttypid, a.atttypmod) AS type,
                   CASE WHEN a.attcollation <> t.typcollation THEN a.attcollation::regcollation::text END AS collation,
                   a.attnotnull AS not_null,
                   CASE a.attidentity WHEN 'a' THEN 'ALWAYS' WHEN 'd' THEN 'BY DEFAULT' END AS identity,
                   s.options AS identity_options,
                   CASE a.attgenerated WHEN 's' THEN 'STORED' WHEN 'v' THEN 'VIRTUAL' END AS generated,
                   CASE WHEN a.attgenerated <> '' THEN pg_get_expr(d.adbin, d.adrelid) END AS expression,
                   CASE WHEN a.attstorage <> t.typstorage THEN CASE a.attstorage
                       WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' WHEN 'm' THEN 'MAIN' END
                   END AS storage,
                   CASE WHEN a.attstorage <> t.typstorage THEN CASE t.typstorage
                       WHEN 'p' THEN 'PLAIN' WHEN 'e' THEN 'EXTERNAL' WHEN 'x' THEN 'EXTENDED' WHEN 'm' THEN 'MAIN' END
                   END AS hint_usual_storage,
                   CASE a.attcompression WHEN 'p' THEN 'pglz' WHEN 'l' THEN 'lz4' END AS compression,
                   CASE WHEN a.attstattarget >= 0 THEN a.attstattarget END AS statistics,
                   CASE WHEN a.attoptions IS NOT NULL
                       THEN ARRAY(SELECT o FROM unnest(a.attoptions) o ORDER BY 1) END AS options,
                   a.attinhcount > 0 AS inherited,
                   a.attnum AS hint_position,
                   a.attinhcount > 0 AND a.attislocal AS hint_local_too{not_null}
            FROM pg_attribute a
                JOIN pg_class c ON c.oid = a.attrelid
                JOIN pg_type t ON t.oid = a.atttypid
                LEFT JOIN pg_attrdef d ON a.attgenerated <> '' AND d.adrelid = a.attrelid AND d.adnum = a.attnum
                LEFT JOIN (
                    SELECT d.refobjid, d.refobjsubid, ARRAY[
                               'START WITH ' || q.seqstart, 'INCREMENT BY ' || q.seqincrement,
                               'MINVALUE ' || q.seqmin, 'MAXVALUE ' || q.seqmax, 'CACHE ' || q.seqcache,
                               CASE WHEN q.seqcycle THEN 'CYCLE' ELSE 'NO CYCLE' END] AS options
                    FROM pg_depend d JOIN pg_sequence q ON q.seqrelid = d.objid
                    WHERE d.classid = 'pg_class'::regclass AND d.refclassid = 'pg_class'::regclass AND d.deptype = 'i') s
                    ON a.attidentity <> '' AND s.refobjid = a.attrelid AND s.refobjsubid = a.attnum{not_null_join}
            WHERE c.relkind IN ('r', 'p') AND a.attnum > 0 AND NOT a.attisdropped AND a.attrelid >= 16384
            """;

    /**
     * Since version 18 a NOT NULL is a constraint with a name. A name of up to 63 bytes is made by {@code makeObjectName}
     * in indexcmds.c: of the table's and the column's name the longer one is cut first. Where the table has it from a parent too,
     * the name that it has there is as good as none.
     */
    private static final String NOT_NULL = """
            ,
                   CASE WHEN k.conislocal AND k.conname <> concat(c.relname, '_', a.attname, '_not_null')
                            AND k.conname <> concat(
                                left(c.relname, greatest(least(length(c.relname), 27), 53 - length(a.attname))), '_',
                                left(a.attname, 53 - greatest(least(length(c.relname), 27), 53 - length(a.attname))),
                                '_not_null')
                            AND NOT {handed_down}
                       THEN quote_ident(k.conname) END AS not_null_name,
                   CASE WHEN NOT k.conislocal OR {handed_down} THEN quote_ident(k.conname) END AS hint_not_null_name,
                   k.connoinherit AS not_null_no_inherit,
                   NOT k.convalidated AS not_null_not_valid""";

    private static final String HANDED_DOWN = """
            (k.coninhcount > 0 AND EXISTS (
                                SELECT FROM pg_inherits h JOIN pg_constraint p ON p.conrelid = h.inhparent AND p.contype = 'n'
                                WHERE h.inhrelid = k.conrelid AND p.conname = k.conname))""";

    private static final String NOT_NULL_JOIN = """

                LEFT JOIN pg_constraint k
                    ON a.attnotnull AND k.contype = 'n' AND k.conrelid = a.attrelid AND k.conkey[1] = a.attnum""";

    private ColumnQueries() {}

    static String ofTables(int version) {
        return OF_TABLES
                .replace("{not_null}", version < 18 ? "" : NOT_NULL.replace("{handed_down}", HANDED_DOWN))
                .replace("{not_null_join}", version < 18 ? "" : NOT_NULL_JOIN);
    }
}
