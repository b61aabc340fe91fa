package dev.reflux.r2dbc.catalog;

/**
 * How the rows of the system catalogs hang together: pairs of an {@link Address}. There are more of them than objects, and each
 * row of an answer costs the driver more than what is in it, so a row holds many pairs, each on a line.
 */
final class AddressQueries {

    /** What extensions have made. First of all, so that none of it is taken for an object of the user's. */
    static final String MEMBERS = bundled("""
            SELECT d.classid || ' ' || d.objid || ' 0' AS address, d.refclassid || ' ' || d.refobjid || ' 0' AS other
            FROM pg_depend d
            WHERE d.deptype = 'e'
            """);

    /** Rows that are not objects of their own, and the objects to which they belong. */
    private static final String PARTS = """
            SELECT 'pg_class'::regclass::oid || ' ' || t.typrelid || ' 0' AS address,
                   'pg_type'::regclass::oid || ' ' || t.oid || ' 0' AS other
            FROM pg_type t JOIN pg_class c ON c.oid = t.typrelid AND c.relkind = 'c'
            WHERE t.oid >= 16384
            UNION ALL
            SELECT 'pg_rewrite'::regclass::oid || ' ' || r.oid || ' 0',
                   'pg_class'::regclass::oid || ' ' || r.ev_class || ' 0'
            FROM pg_rewrite r
            WHERE r.rulename = '_RETURN' AND r.oid >= 16384
            UNION ALL
            SELECT 'pg_attrdef'::regclass::oid || ' ' || d.oid || ' 0',
                   'pg_class'::regclass::oid || ' ' || d.adrelid || ' ' || d.adnum
            FROM pg_attrdef d JOIN pg_attribute a ON a.attrelid = d.adrelid AND a.attnum = d.adnum AND a.attgenerated <> ''
            UNION ALL
            SELECT 'pg_class'::regclass::oid || ' ' || k.conindid || ' 0',
                   'pg_constraint'::regclass::oid || ' ' || k.oid || ' 0'
            FROM pg_constraint k
            WHERE k.contype IN ('p', 'u', 'x') AND k.conparentid = 0 AND k.oid >= 16384
            UNION ALL
            SELECT 'pg_constraint'::regclass::oid || ' ' || t.tgconstraint || ' 0',
                   'pg_trigger'::regclass::oid || ' ' || t.oid || ' 0'
            FROM pg_trigger t
            WHERE NOT t.tgisinternal AND t.tgconstraint <> 0
            UNION ALL
            SELECT d.classid || ' ' || d.objid || ' 0',
                   d.refclassid || ' ' || d.refobjid || ' ' || d.refobjsubid
            FROM pg_depend d JOIN pg_sequence s ON s.seqrelid = d.objid
            WHERE d.classid = 'pg_class'::regclass AND d.deptype = 'i'
            UNION ALL
            SELECT d.classid || ' ' || d.objid || ' 0', d.refclassid || ' ' || d.refobjid || ' 0'
            FROM pg_depend d
            WHERE d.classid IN ('pg_amop'::regclass, 'pg_amproc'::regclass) AND d.objid >= 16384
              AND d.refclassid IN ('pg_opclass'::regclass, 'pg_opfamily'::regclass)
            UNION ALL
            SELECT 'pg_publication_rel'::regclass::oid || ' ' || r.oid || ' 0',
                   'pg_publication'::regclass::oid || ' ' || r.prpubid || ' 0'
            FROM pg_publication_rel r
            """;

    /** Schemas can be published since version 15. */
    private static final String PUBLISHED_SCHEMAS = """
            UNION ALL
            SELECT 'pg_publication_namespace'::regclass::oid || ' ' || s.oid || ' 0',
                   'pg_publication'::regclass::oid || ' ' || s.pnpubid || ' 0'
            FROM pg_publication_namespace s
            """;

    /**
     * Rows on which others depend who mean another object: a type that comes with a relation or a type, or the part of an
     * index or a constraint in one partition. What these depend on themselves is the partition's business.
     */
    static final String STAND_INS = bundled("""
            SELECT a.class || ' ' || a.oid || ' 0' AS address, a.of_class || ' ' || a.of_oid || ' 0' AS other
            FROM (
                SELECT 'pg_type'::regclass::oid AS class, c.reltype AS oid,
                       'pg_class'::regclass::oid AS of_class, c.oid AS of_oid
                FROM pg_class c
                WHERE c.reltype <> 0 AND c.relkind <> 'c' AND c.oid >= 16384
                UNION ALL
                SELECT 'pg_type'::regclass::oid, t.typarray, 'pg_type'::regclass::oid, t.oid
                FROM pg_type t
                WHERE t.typarray <> 0 AND t.oid >= 16384
                UNION ALL
                SELECT 'pg_type'::regclass::oid, r.rngmultitypid, 'pg_type'::regclass::oid, r.rngtypid
                FROM pg_range r
                WHERE r.rngtypid >= 16384
                UNION ALL
                SELECT 'pg_class'::regclass::oid, i.inhrelid, 'pg_class'::regclass::oid, i.inhparent
                FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid AND c.relkind IN ('i', 'I')
                UNION ALL
                SELECT 'pg_constraint'::regclass::oid, k.oid, 'pg_constraint'::regclass::oid, k.conparentid
                FROM pg_constraint k
                WHERE k.conparentid <> 0) a
            WHERE EXISTS (SELECT FROM pg_depend d WHERE d.refclassid = a.class AND d.refobjid = a.oid)
            """);

    /**
     * What depends on what. Not what a part has on its whole, nor that of a default on its column, nor NOT NULL constraints;
     * and of schemas only what is not clear from where an object lives.
     */
    static final String DEPENDENCIES = bundled("""
            SELECT d.classid || ' ' || d.objid || ' ' || d.objsubid AS address,
                   d.refclassid || ' ' || d.refobjid || ' ' || d.refobjsubid AS other
            FROM pg_depend d
            WHERE d.deptype IN ('n', 'a', 'x') AND d.objid >= 16384
              AND NOT (d.classid = 'pg_attrdef'::regclass AND d.deptype = 'a')
              AND CASE WHEN d.refclassid = 'pg_namespace'::regclass
                       THEN d.classid NOT IN ('pg_class'::regclass, 'pg_type'::regclass, 'pg_proc'::regclass)
                       ELSE d.refobjid >= 16384 END
              AND NOT EXISTS (SELECT FROM pg_constraint k
                              WHERE d.classid = 'pg_constraint'::regclass AND k.oid = d.objid AND k.contype = 'n')
            """);

    private AddressQueries() {}

    static String parts(int version) {
        return bundled(version < 15 ? PARTS : PARTS + PUBLISHED_SCHEMAS);
    }

    private static String bundled(String pairs) {
        return """
                SELECT string_agg(b.address || ' ' || b.other, E'\\n') AS pairs
                FROM (SELECT p.*, row_number() OVER () AS n FROM (
                %s) p) b
                GROUP BY b.n / 1000
                """.formatted(pairs);
    }
}
