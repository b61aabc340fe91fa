package dev.reflux.r2dbc.catalog;

/** Comments on whatever has one. */
final class CommentQueries {

    /** Without those that nobody wrote: PostgreSQL's own on {@code public}, and an extension's own. */
    static final String COMMENTS = """
            SELECT 'COMMENT' AS kind,
                   NULL::text AS address,
                   d.classoid || ' ' || d.objoid || ' ' || d.objsubid AS owner,
                   '' AS name,
                   d.description AS text
            FROM pg_description d
                LEFT JOIN pg_extension e ON d.classoid = 'pg_extension'::regclass AND e.oid = d.objoid
            WHERE (d.objoid >= 16384 OR d.classoid = 'pg_namespace'::regclass)
              AND NOT (d.classoid = 'pg_namespace'::regclass AND d.description = 'standard public schema')
              AND CASE WHEN e.oid IS NOT NULL THEN NOT EXISTS (
                      SELECT FROM pg_available_extensions() a WHERE a.name = e.extname AND a.comment = d.description)
                  ELSE true END
            """;

    private CommentQueries() {}
}
