package dev.reflux.r2dbc.catalog;

import java.util.Collection;
import java.util.List;

/** The SQL that checks that a development database is empty, and empties it again. */
final class DevSql {

    /** What a database may have besides extensions and schema public, for it to count as empty: nothing of this. */
    private static final String OBJECTS = """
            (SELECT d.classid, d.objid FROM pg_depend d JOIN pg_namespace n ON n.oid = d.refobjid
               WHERE d.refclassid = 'pg_namespace'::regclass AND d.deptype = 'n' AND d.classid <> 'pg_extension'::regclass
                 AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
             UNION ALL SELECT 'pg_publication'::regclass, oid FROM pg_publication
             UNION ALL SELECT 'pg_event_trigger'::regclass, oid FROM pg_event_trigger
             UNION ALL SELECT 'pg_cast'::regclass, oid FROM pg_cast WHERE oid >= 16384
             UNION ALL SELECT 'pg_foreign_server'::regclass, oid FROM pg_foreign_server
             UNION ALL SELECT 'pg_foreign_data_wrapper'::regclass, oid FROM pg_foreign_data_wrapper
             UNION ALL SELECT 'pg_transform'::regclass, oid FROM pg_transform WHERE oid >= 16384
             UNION ALL SELECT 'pg_language'::regclass, oid FROM pg_language WHERE oid >= 16384
             UNION ALL SELECT 'pg_am'::regclass, oid FROM pg_am WHERE oid >= 16384
             UNION ALL SELECT 'pg_default_acl'::regclass, oid FROM pg_default_acl
             UNION ALL SELECT 'pg_largeobject'::regclass, oid FROM pg_largeobject_metadata) o
            WHERE NOT EXISTS (SELECT FROM pg_depend e
              WHERE e.classid = o.classid AND e.objid = o.objid AND e.deptype IN ('e', 'i'))
            """;

    private static final String SCHEMAS = """
            FROM pg_namespace n
            WHERE n.nspname !~ '^pg_' AND n.nspname NOT IN ('information_schema', 'public')
              AND NOT EXISTS (SELECT FROM pg_depend e
                WHERE e.classid = 'pg_namespace'::regclass AND e.objid = n.oid AND e.deptype = 'e')
            """;

    /** The names of what a database has that should be empty, a few of them. */
    static final String FOUND = "SELECT pg_describe_object(classid, objid, 0) FROM " + OBJECTS
            + " UNION ALL SELECT 'schema ' || quote_ident(nspname) " + SCHEMAS
            + " AND NOT EXISTS (SELECT FROM pg_extension x WHERE x.extnamespace = n.oid) LIMIT 6";

    /** The statements that make schema public, which stays, what it is. None if there is no such schema. */
    static final String PUBLIC = """
            SELECT format('ALTER SCHEMA public OWNER TO %I', pg_get_userbyid(nspowner))
            FROM pg_namespace WHERE nspname = 'public'
            UNION ALL SELECT format('COMMENT ON SCHEMA public IS %L', obj_description(oid, 'pg_namespace'))
            FROM pg_namespace WHERE nspname = 'public'
            UNION ALL SELECT format('GRANT %s ON SCHEMA public TO %s%s', a.privilege_type,
              CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END,
              CASE WHEN a.is_grantable THEN ' WITH GRANT OPTION' ELSE '' END)
            FROM pg_namespace CROSS JOIN LATERAL aclexplode(coalesce(nspacl, acldefault('n', nspowner))) a
            WHERE nspname = 'public' AND a.grantee <> nspowner
            """;

    /** Takes away what others may do in schema public, then runs statements; leaves out what the role has no right to do. */
    private static final String CHANGE_PUBLIC = """
              FOREACH what IN ARRAY ARRAY(SELECT DISTINCT 'REVOKE ALL ON SCHEMA public FROM '
                    || CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END
                  FROM pg_namespace CROSS JOIN LATERAL aclexplode(nspacl) a
                  WHERE nspname = 'public' AND a.grantee <> nspowner) || {statements}
              LOOP
                BEGIN
                  EXECUTE what;
                EXCEPTION WHEN insufficient_privilege THEN NULL;
                END;
              END LOOP;
            """;

    private static final String TABLES = """
              FOR what IN SELECT format('DROP EVENT TRIGGER %%I', evtname) FROM pg_event_trigger t
                WHERE NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
              LOOP
                EXECUTE what;
              END LOOP;
              tables := ARRAY(SELECT c.oid FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                WHERE c.relkind IN ('r', 'p') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                  AND NOT EXISTS (SELECT FROM pg_depend e
                    WHERE e.classid = 'pg_class'::regclass AND e.objid = c.oid AND e.deptype = 'e')
                ORDER BY c.relispartition DESC, c.oid DESC);
              FOR i IN 0 .. (cardinality(tables) - 1) / at_once LOOP
                SELECT string_agg(format('%%I.%%I', n.nspname, c.relname), ', ') INTO what
                FROM unnest(tables[i * at_once + 1 : (i + 1) * at_once]) t(oid)
                  JOIN pg_class c ON c.oid = t.oid JOIN pg_namespace n ON n.oid = c.relnamespace;
                IF what IS NOT NULL THEN
                  EXECUTE 'DROP TABLE ' || what || ' CASCADE';
                  COMMIT;
                  %1$s
                END IF;
              END LOOP;
            """;

    private static final String OTHERS = """
              FOR what IN SELECT DISTINCT format('DROP %%s IF EXISTS %%s CASCADE', CASE i.type
                    WHEN 'composite type' THEN 'type' WHEN 'statistics object' THEN 'statistics' WHEN 'aggregate' THEN 'routine'
                    ELSE replace(i.type, '-', ' ') END, i.identity)
                  FROM (SELECT * FROM %2$s) o CROSS JOIN LATERAL pg_identify_object(o.classid, o.objid, 0) i
                  WHERE i.type NOT IN ('default acl', 'large object', 'transform') AND i.identity IS NOT NULL
              LOOP
                EXECUTE what;
                n := n + 1;
                IF n %% at_once = 0 THEN
                  COMMIT;
                  %1$s
                END IF;
              END LOOP;
              PERFORM lo_unlink(oid) FROM pg_largeobject_metadata;
              FOR what IN SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %%I IN SCHEMA %%I REVOKE ALL ON %%s FROM %%s',
                  pg_get_userbyid(d.defaclrole), n.nspname,
                  CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES' WHEN 'f' THEN 'FUNCTIONS'
                    ELSE 'TYPES' END,
                  CASE a.grantee WHEN 0 THEN 'PUBLIC' ELSE quote_ident(pg_get_userbyid(a.grantee)) END)
                FROM pg_default_acl d JOIN pg_namespace n ON n.oid = d.defaclnamespace
                  CROSS JOIN LATERAL (SELECT DISTINCT grantee FROM aclexplode(d.defaclacl)) a
              LOOP
                EXECUTE what;
              END LOOP;
            """;

    private static final String HOMES = """
              FOR what IN SELECT format('DROP EXTENSION IF EXISTS %%I CASCADE', extname) FROM pg_extension
                WHERE extname <> 'plpgsql' AND extname <> ALL (%3$s)
              LOOP
                EXECUTE what;
              END LOOP;
              FOR what IN SELECT format('DROP SCHEMA IF EXISTS %%I CASCADE', nspname) %4$s
                AND n.nspname <> ALL (%5$s)
              LOOP
                EXECUTE what;
              END LOOP;
            """;

    private DevSql() {}

    /**
     * What was there when a database was found empty.
     *
     * @param extensions their names
     * @param homes the schemas that they live in
     * @param schemaPublic what {@link #PUBLIC} has said
     */
    record Before(Collection<String> extensions, Collection<String> homes, List<String> schemaPublic) {}

    /** Makes schema public what it is in a new database. */
    static String standardPublic(int majorVersion) {
        String rights = majorVersion < 15 ? "USAGE, CREATE" : "USAGE";
        List<String> statements = List.of(
                "GRANT " + rights + " ON SCHEMA public TO PUBLIC",
                "COMMENT ON SCHEMA public IS 'standard public schema'");
        return "DO $reflux$ DECLARE what text;\nBEGIN\n" + changePublic(statements) + "END $reflux$";
    }

    private static String changePublic(List<String> statements) {
        return CHANGE_PUBLIC.replace("{statements}", StageSql.texts(statements));
    }

    /**
     * Drops everything but what was there, in many transactions. To be sent alone.
     *
     * @param tablesAtOnce how many tables one transaction may drop: each takes some forty locks, for all that hangs on it
     */
    static String clear(Before before, long tablesAtOnce) {
        String local = "PERFORM set_config('search_path', 'pg_catalog', true),"
                + " set_config('client_min_messages', 'warning', true), set_config('synchronous_commit', 'off', true);";
        String body = TABLES + OTHERS + defaults() + HOMES;
        return "DO $reflux$ DECLARE tables oid[]; what text; i int; n int := 0; at_once int := " + tablesAtOnce
                + ";\nBEGIN\n" + local + "\n"
                + body.formatted(
                        local, OBJECTS, StageSql.texts(before.extensions()), SCHEMAS, StageSql.texts(before.homes()))
                + "  CREATE SCHEMA IF NOT EXISTS public;\n" + changePublic(before.schemaPublic())
                + "END $reflux$";
    }

    private static String defaults() {
        return StageSql.DEFAULT_PRIVILEGES.replace("%", "%%");
    }
}
