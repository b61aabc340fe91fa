package dev.reflux.r2dbc.catalog;

/** Who may do what: privileges, and the privileges that objects will have that are made later. */
final class GrantQueries {

    /**
     * Privileges are compared with those that PostgreSQL grants by itself ({@code acldefault}); the schema {@code public} has
     * some that no other schema has. One who owns an object has all privileges and can grant them, which is no news.
     */
    private static final String PRIVILEGES = """
            WITH granted (class, oid, sub, owner, acl, usual) AS (
                SELECT 'pg_namespace'::regclass::oid, n.oid, 0, n.nspowner,
                       coalesce(n.nspacl, acldefault('n', n.nspowner)),
                       acldefault('n', n.nspowner) || CASE WHEN n.nspname = 'public' THEN ARRAY[{public}] END
                FROM pg_namespace n
                WHERE (n.nspacl IS NOT NULL OR n.nspname = 'public') AND (n.oid >= 16384 OR n.nspname = 'public')
                UNION ALL
                SELECT 'pg_class'::regclass::oid, c.oid, 0, c.relowner, c.relacl,
                       CASE c.relkind WHEN 'S' THEN acldefault('s', c.relowner) ELSE acldefault('r', c.relowner) END
                FROM pg_class c WHERE c.relacl IS NOT NULL AND c.oid >= 16384
                UNION ALL
                SELECT 'pg_class'::regclass::oid, a.attrelid, a.attnum, c.relowner, a.attacl, acldefault('c', c.relowner)
                FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
                WHERE a.attacl IS NOT NULL AND NOT a.attisdropped AND a.attrelid >= 16384
                UNION ALL
                SELECT 'pg_proc'::regclass::oid, p.oid, 0, p.proowner, p.proacl, acldefault('f', p.proowner)
                FROM pg_proc p WHERE p.proacl IS NOT NULL AND p.oid >= 16384
                UNION ALL
                SELECT 'pg_type'::regclass::oid, t.oid, 0, t.typowner, t.typacl, acldefault('T', t.typowner)
                FROM pg_type t WHERE t.typacl IS NOT NULL AND t.oid >= 16384
            )
            SELECT 'PRIVILEGE' AS kind,
                   NULL::text AS address,
                   g.class || ' ' || g.oid || ' ' || g.sub AS owner,
                   coalesce(nullif(r.name, 'PUBLIC'), 'public') AS name,
                   CASE r.name WHEN 'PUBLIC' THEN r.name ELSE quote_ident(r.name) END AS grantee,
                   e.privileges AS privileges,
                   e.usual AS builtin
            FROM granted g
            {entries}
            """;

    /** What is granted in one schema comes on top of the rest, so it is compared with nothing. */
    private static final String DEFAULT_PRIVILEGES = """
            WITH granted (oid, owner, schema, objects, acl, usual) AS (
                SELECT d.oid, d.defaclrole, d.defaclnamespace,
                       CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                           WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END,
                       d.defaclacl,
                       CASE WHEN d.defaclnamespace = 0 THEN acldefault(
                           CASE d.defaclobjtype WHEN 'S' THEN 's' ELSE d.defaclobjtype END, d.defaclrole) END
                FROM pg_default_acl d
            )
            SELECT 'DEFAULT_PRIVILEGE' AS kind,
                   'pg_default_acl'::regclass::oid || ' ' || g.oid || ' 0' AS address,
                   NULL::text AS owner,
                   concat_ws('/', o.role, coalesce(n.nspname, ''), g.objects, coalesce(nullif(r.name, 'PUBLIC'), 'public'))
                       AS name,
                   CASE WHEN g.schema <> 0 THEN 'pg_namespace'::regclass::oid || ' ' || g.schema || ' 0' END AS needs,
                   quote_ident(o.role) AS role,
                   quote_ident(n.nspname) AS schema,
                   g.objects AS objects,
                   CASE r.name WHEN 'PUBLIC' THEN r.name ELSE quote_ident(r.name) END AS grantee,
                   e.privileges AS privileges,
                   e.usual AS builtin
            FROM granted g
            LEFT JOIN pg_namespace n ON n.oid = g.schema
            CROSS JOIN LATERAL (SELECT pg_get_userbyid(g.owner) AS role) o
            {entries}
            """;

    private static final String ENTRIES = """
            CROSS JOIN LATERAL (
                SELECT x.grantee,
                       array_agg(x.privilege || x.star ORDER BY x.privilege) FILTER (WHERE x.is_actual) AS privileges,
                       array_agg(x.privilege ORDER BY x.privilege) FILTER (WHERE NOT x.is_actual) AS usual,
                       bool_and(x.is_complete) AS is_complete
                FROM (SELECT z.grantee, z.is_actual, z.privilege_type AS privilege,
                             CASE WHEN bool_or(z.is_grantable) THEN '*' ELSE '' END AS star,
                             z.is_actual OR EXISTS (
                                 SELECT FROM aclexplode(g.acl) a
                                 WHERE a.grantee = z.grantee AND a.privilege_type = z.privilege_type) AS is_complete
                      FROM (SELECT true AS is_actual, a.* FROM aclexplode(g.acl) a
                            UNION ALL
                            SELECT false, u.* FROM aclexplode(g.usual) u) z
                      GROUP BY z.grantee, z.is_actual, z.privilege_type) x
                GROUP BY x.grantee
            ) e
            CROSS JOIN LATERAL (
                SELECT CASE e.grantee WHEN 0 THEN 'PUBLIC' ELSE pg_get_userbyid(e.grantee) END AS name) r
            WHERE CASE e.grantee WHEN g.owner THEN NOT e.is_complete
                  ELSE e.privileges IS DISTINCT FROM e.usual END""";

    private GrantQueries() {}

    /** Before version 15 everybody could make objects in the schema {@code public}. */
    static String privileges(int version) {
        String usage = "makeaclitem(0, n.nspowner, 'USAGE', false)";
        String creation = ", makeaclitem(0, n.nspowner, 'CREATE', false)";
        return PRIVILEGES
                .replace("{public}", version < 15 ? usage + creation : usage)
                .replace("{entries}", ENTRIES);
    }

    static String defaultPrivileges() {
        return DEFAULT_PRIVILEGES.replace("{entries}", ENTRIES);
    }
}
