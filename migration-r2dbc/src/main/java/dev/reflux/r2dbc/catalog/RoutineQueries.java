package dev.reflux.r2dbc.catalog;

/** Functions, procedures and aggregates. */
final class RoutineQueries {

    /**
     * The constructors that PostgreSQL makes for a range type are internal dependents of the type. The types of the
     * arguments are those by which PostgreSQL tells routines of one name apart: without {@code OUT}.
     */
    static final String ROUTINES = """
            SELECT CASE p.prokind WHEN 'p' THEN 'PROCEDURE' ELSE 'FUNCTION' END AS kind,
                   'pg_proc'::regclass::oid || ' ' || p.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || p.pronamespace || ' 0' AS owner,
                   quote_ident(p.proname) || '(' || s.types || ')' AS name,
                   pg_get_functiondef(p.oid) AS definition,
                   pg_get_function_result(p.oid) AS returns,
                   pg_get_function_identity_arguments(p.oid) AS arguments,
                   nullif(p.pronargdefaults, 0) AS defaults,
                   l.lanname AS language,
                   p.prosrc AS hint_body,
                   p.prosqlbody IS NOT NULL AS hint_atomic
            FROM pg_proc p
                JOIN pg_language l ON l.oid = p.prolang
                CROSS JOIN LATERAL (
                    SELECT coalesce(string_agg(format_type(a.type, NULL), ',' ORDER BY a.position), '') AS types
                    FROM unnest(p.proargtypes) WITH ORDINALITY a (type, position)) s
            WHERE p.prokind <> 'a' AND p.oid >= 16384
              AND NOT EXISTS (SELECT FROM pg_depend d
                              WHERE d.classid = 'pg_proc'::regclass AND d.objid = p.oid AND d.deptype IN ('i', 'e'))
            """;

    /** How pg_dump writes an aggregate: what has its initial value is left out. */
    static final String AGGREGATES = """
            SELECT 'AGGREGATE' AS kind,
                   'pg_proc'::regclass::oid || ' ' || p.oid || ' 0' AS address,
                   'pg_namespace'::regclass::oid || ' ' || p.pronamespace || ' 0' AS owner,
                   quote_ident(p.proname) || '(' || s.types || ')' AS name,
                   'CREATE AGGREGATE ' || quote_ident(n.nspname) || '.' || quote_ident(p.proname)
                   || '(' || coalesce(nullif(pg_get_function_arguments(p.oid), ''), '*') || ') (' || concat_ws(', ',
                       'SFUNC = ' || a.aggtransfn,
                       'STYPE = ' || format_type(a.aggtranstype, NULL),
                       'SSPACE = ' || nullif(a.aggtransspace, 0),
                       'FINALFUNC = ' || nullif(a.aggfinalfn::oid, 0)::regproc,
                       CASE WHEN a.aggfinalextra THEN 'FINALFUNC_EXTRA' END,
                       'FINALFUNC_MODIFY = ' || f.modify,
                       'COMBINEFUNC = ' || nullif(a.aggcombinefn::oid, 0)::regproc,
                       'SERIALFUNC = ' || nullif(a.aggserialfn::oid, 0)::regproc,
                       'DESERIALFUNC = ' || nullif(a.aggdeserialfn::oid, 0)::regproc,
                       'INITCOND = ' || quote_literal(a.agginitval),
                       'MSFUNC = ' || nullif(a.aggmtransfn::oid, 0)::regproc,
                       'MINVFUNC = ' || nullif(a.aggminvtransfn::oid, 0)::regproc,
                       'MSTYPE = ' || format_type(nullif(a.aggmtranstype, 0), NULL),
                       'MSSPACE = ' || nullif(a.aggmtransspace, 0),
                       'MFINALFUNC = ' || nullif(a.aggmfinalfn::oid, 0)::regproc,
                       CASE WHEN a.aggmfinalextra THEN 'MFINALFUNC_EXTRA' END,
                       'MFINALFUNC_MODIFY = ' || CASE WHEN a.aggmtransfn::oid <> 0 THEN f.moving END,
                       'MINITCOND = ' || quote_literal(a.aggminitval),
                       'SORTOP = OPERATOR(' || quote_ident(onsp.nspname) || '.' || o.oprname || ')',
                       'PARALLEL = ' || CASE p.proparallel WHEN 's' THEN 'SAFE' WHEN 'r' THEN 'RESTRICTED' END,
                       CASE WHEN a.aggkind = 'h' THEN 'HYPOTHETICAL' END) || ')' AS definition
            FROM pg_aggregate a
                JOIN pg_proc p ON p.oid = a.aggfnoid
                JOIN pg_namespace n ON n.oid = p.pronamespace
                LEFT JOIN pg_operator o ON o.oid = a.aggsortop
                LEFT JOIN pg_namespace onsp ON onsp.oid = o.oprnamespace
                CROSS JOIN LATERAL (
                    SELECT coalesce(string_agg(format_type(i.type, NULL), ',' ORDER BY i.position), '') AS types
                    FROM unnest(p.proargtypes) WITH ORDINALITY i (type, position)) s
                CROSS JOIN LATERAL (
                    SELECT CASE WHEN a.aggkind = 'n' THEN 'r' ELSE 'w' END AS usual) u
                CROSS JOIN LATERAL (
                    SELECT CASE nullif(a.aggfinalmodify::text, u.usual)
                               WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE'
                           END AS modify,
                           CASE nullif(a.aggmfinalmodify::text, u.usual)
                               WHEN 'r' THEN 'READ_ONLY' WHEN 's' THEN 'SHAREABLE' WHEN 'w' THEN 'READ_WRITE'
                           END AS moving) f
            WHERE p.oid >= 16384
            """;

    private RoutineQueries() {}
}
