package dev.reflux.r2dbc.catalog;

/** Operators, and what makes types fit for indexes. PostgreSQL prints none of them, so they are written as pg_dump does. */
final class OperatorQueries {

    /** Without those that only another operator's {@code COMMUTATOR} or {@code NEGATOR} has named so far. */
    static final String OPERATORS = """
            SELECT 'OPERATOR' AS kind,
                   'pg_operator'::regclass::oid || ' ' || o.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || o.oprnamespace || ' 0' AS owner,
                   o.oprname || '(' || coalesce(t.left, 'NONE') || ',' || t.right || ')' AS name,
                   'CREATE OPERATOR ' || quote_ident(n.nspname) || '.' || o.oprname || ' (' || concat_ws(', ',
                       'FUNCTION = ' || o.oprcode,
                       'LEFTARG = ' || t.left,
                       'RIGHTARG = ' || t.right,
                       'COMMUTATOR = OPERATOR(' || quote_ident(cn.nspname) || '.' || c.oprname || ')',
                       'NEGATOR = OPERATOR(' || quote_ident(gn.nspname) || '.' || g.oprname || ')',
                       'RESTRICT = ' || nullif(o.oprrest::oid, 0)::regproc,
                       'JOIN = ' || nullif(o.oprjoin::oid, 0)::regproc,
                       CASE WHEN o.oprcanhash THEN 'HASHES' END,
                       CASE WHEN o.oprcanmerge THEN 'MERGES' END) || ')' AS definition
            FROM pg_operator o
                JOIN pg_namespace n ON n.oid = o.oprnamespace
                LEFT JOIN pg_operator c ON c.oid = o.oprcom
                LEFT JOIN pg_namespace cn ON cn.oid = c.oprnamespace
                LEFT JOIN pg_operator g ON g.oid = o.oprnegate
                LEFT JOIN pg_namespace gn ON gn.oid = g.oprnamespace
                CROSS JOIN LATERAL (
                    SELECT format_type(nullif(o.oprleft, 0), NULL) AS left, format_type(o.oprright, NULL) AS right) t
            WHERE o.oid >= 16384 AND o.oprcode <> 0
            """;

    /** A class brings a family of its name if it names none; here each is an object of its own. */
    static final String FAMILIES = """
            SELECT 'OPERATOR_FAMILY' AS kind,
                   'pg_opfamily'::regclass::oid || ' ' || f.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || f.opfnamespace || ' 0' AS owner,
                   quote_ident(f.opfname) || ' USING ' || quote_ident(m.amname) AS name,
                   'CREATE OPERATOR FAMILY ' || quote_ident(n.nspname) || '.' || quote_ident(f.opfname)
                   || ' USING ' || quote_ident(m.amname) AS definition
            FROM pg_opfamily f
                JOIN pg_namespace n ON n.oid = f.opfnamespace
                JOIN pg_am m ON m.oid = f.opfmethod
            WHERE f.oid >= 16384
            """;

    static final String CLASSES = """
            SELECT 'OPERATOR_CLASS' AS kind,
                   'pg_opclass'::regclass::oid || ' ' || c.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || c.opcnamespace || ' 0' AS owner,
                   quote_ident(c.opcname) || ' USING ' || quote_ident(m.amname) AS name,
                   'CREATE OPERATOR CLASS ' || quote_ident(n.nspname) || '.' || quote_ident(c.opcname)
                   || CASE WHEN c.opcdefault THEN ' DEFAULT' ELSE '' END
                   || ' FOR TYPE ' || format_type(c.opcintype, NULL) || ' USING ' || quote_ident(m.amname)
                   || ' FAMILY ' || quote_ident(fn.nspname) || '.' || quote_ident(f.opfname)
                   || E' AS\\n    ' || concat_ws(E',\\n    ',
                       (SELECT string_agg('OPERATOR ' || o.amopstrategy || ' ' || o.amopopr::regoperator
                               || coalesce(' FOR ORDER BY ' || quote_ident(sn.nspname) || '.' || quote_ident(s.opfname), ''),
                               E',\\n    ' ORDER BY o.amopstrategy, o.amopopr::regoperator::text)
                        FROM pg_depend d
                            JOIN pg_amop o ON d.classid = 'pg_amop'::regclass AND o.oid = d.objid
                            LEFT JOIN pg_opfamily s ON s.oid = o.amopsortfamily
                            LEFT JOIN pg_namespace sn ON sn.oid = s.opfnamespace
                        WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid),
                       (SELECT string_agg('FUNCTION ' || p.amprocnum || ' (' || format_type(p.amproclefttype, NULL) || ', '
                               || format_type(p.amprocrighttype, NULL) || ') ' || p.amproc::regprocedure,
                               E',\\n    ' ORDER BY p.amprocnum, p.amproc::regprocedure::text)
                        FROM pg_depend d JOIN pg_amproc p ON d.classid = 'pg_amproc'::regclass AND p.oid = d.objid
                        WHERE d.refclassid = 'pg_opclass'::regclass AND d.refobjid = c.oid),
                       'STORAGE ' || coalesce(format_type(nullif(c.opckeytype, 0), NULL), format_type(c.opcintype, NULL))) AS definition
            FROM pg_opclass c
                JOIN pg_namespace n ON n.oid = c.opcnamespace
                JOIN pg_am m ON m.oid = c.opcmethod
                JOIN pg_opfamily f ON f.oid = c.opcfamily
                JOIN pg_namespace fn ON fn.oid = f.opfnamespace
            WHERE c.oid >= 16384
            """;

    private OperatorQueries() {}
}
