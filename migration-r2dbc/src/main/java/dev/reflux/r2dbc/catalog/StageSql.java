package dev.reflux.r2dbc.catalog;

import dev.reflux.sql.Identifier;
import java.util.Collection;
import java.util.stream.Collectors;

/**
 * The SQL that prepares a transaction for DDL that is thrown away. Everything is set locally: the session may belong to a
 * pooler. Objects that have no schema and would be in the way of their new versions are renamed, where the role may do so;
 * what it may not rename, the DDL could not make either.
 */
final class StageSql {

    static final String BEGIN = "BEGIN ISOLATION LEVEL READ COMMITTED READ WRITE";

    /** How long a statement may wait for a lock. In an empty place there is nothing to wait for but the schemas themselves. */
    private static final String LOCK_TIMEOUT = "5s";

    private static final String LOCAL = """
              PERFORM set_config('client_min_messages', 'warning', true), set_config('lock_timeout', '%s', true);
              IF version() !~ 'Visual C|mingw|windows' THEN
                PERFORM set_config('client_connection_check_interval', '500ms', true);
              END IF;
            """.formatted(LOCK_TIMEOUT);

    /** Waits until no other run has put the same schemas aside, for as long as such a run may last. */
    private static final String TAKE_TURNS = """
              PERFORM set_config('lock_timeout', '120s', true);
              PERFORM pg_advisory_xact_lock(%d);
            """.formatted(0x7265_666C_7578_0001L);

    /** Names without a schema for which there is a {@code RENAME}; event triggers come first, for they watch the others. */
    private static final String RENAMES = """
              FOR what, was IN
                SELECT 'PUBLICATION', pubname FROM pg_publication
                UNION ALL SELECT 'EVENT TRIGGER', evtname FROM pg_event_trigger t WHERE NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_event_trigger'::regclass AND e.objid = t.oid AND e.deptype = 'e')
                UNION ALL SELECT 'SERVER', srvname FROM pg_foreign_server s WHERE NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_foreign_server'::regclass AND e.objid = s.oid AND e.deptype = 'e')
                ORDER BY 1, 2
              LOOP
                BEGIN
                  IF what = 'EVENT TRIGGER' THEN
                    EXECUTE format('ALTER EVENT TRIGGER %%I DISABLE', was);
                  END IF;
                  n := n + 1;
                  EXECUTE format('ALTER %%s %%I RENAME TO %%I', what, was, '%s' || n);
                EXCEPTION WHEN insufficient_privilege THEN NULL;
                END;
              END LOOP;
            """;

    /** Casts have no name to change. */
    private static final String CASTS = """
              FOR what IN
                SELECT format('DROP CAST (%s AS %s)', format_type(castsource, NULL), format_type(casttarget, NULL))
                FROM pg_cast c WHERE oid >= 16384 AND NOT EXISTS (SELECT FROM pg_depend e
                  WHERE e.classid = 'pg_cast'::regclass AND e.objid = c.oid AND e.deptype IN ('e', 'i'))
              LOOP
                BEGIN
                  EXECUTE what;
                EXCEPTION WHEN insufficient_privilege OR dependent_objects_still_exist THEN NULL;
                END;
              END LOOP;
            """;

    /** Default privileges that hold in all schemas go back to what PostgreSQL grants by itself. */
    static final String DEFAULT_PRIVILEGES = """
              FOR what IN
                SELECT format('ALTER DEFAULT PRIVILEGES FOR ROLE %I ', pg_get_userbyid(d.defaclrole)) || change
                FROM pg_default_acl d
                CROSS JOIN LATERAL (SELECT CASE d.defaclobjtype WHEN 'r' THEN 'TABLES' WHEN 'S' THEN 'SEQUENCES'
                  WHEN 'f' THEN 'FUNCTIONS' WHEN 'T' THEN 'TYPES' WHEN 'n' THEN 'SCHEMAS' ELSE 'LARGE OBJECTS' END) k(kind)
                CROSS JOIN LATERAL (
                  SELECT 1, format('REVOKE ALL ON %s FROM %s', kind, CASE grantee WHEN 0 THEN 'PUBLIC'
                      ELSE quote_ident(pg_get_userbyid(grantee)) END)
                    FROM aclexplode(d.defaclacl) GROUP BY grantee HAVING grantee <> d.defaclrole
                  UNION ALL SELECT 2, format('GRANT ALL ON %s TO %I', kind, pg_get_userbyid(d.defaclrole))
                  UNION ALL SELECT 2, format('GRANT %s ON %s TO PUBLIC',
                    CASE d.defaclobjtype WHEN 'f' THEN 'EXECUTE' ELSE 'USAGE' END, kind)
                    WHERE d.defaclobjtype IN ('f', 'T')) c(step, change)
                WHERE d.defaclnamespace = 0 ORDER BY d.oid, step
              LOOP
                BEGIN
                  EXECUTE what;
                EXCEPTION WHEN insufficient_privilege THEN NULL;
                END;
              END LOOP;
            """;

    private StageSql() {}

    /** What holds when a script begins. */
    static String settings(String path) {
        return block("BEGIN\n" + LOCAL + set("search_path", path));
    }

    /** The same where extensions are not in the schema that bodies of functions may name. */
    static String settingsWithoutBodies(String path) {
        return block("BEGIN\n" + LOCAL + set("search_path", path) + set("check_function_bodies", "off"));
    }

    private static String set(String name, String value) {
        return "  PERFORM set_config('" + name + "', " + Identifier.literal(value) + ", true);\n";
    }

    /** The first statement of a transaction on the live database. */
    static String begin(String prefix) {
        return block("DECLARE what text; was name; n int := 0;\nBEGIN\n" + LOCAL
                + "  PERFORM set_config('search_path', 'pg_catalog', true);\n" + TAKE_TURNS + LOCAL
                + RENAMES.formatted(prefix) + CASTS + DEFAULT_PRIVILEGES);
    }

    /** Moves the extensions out of the renamed schemas into the new ones, where PostgreSQL lets it. */
    static String moveExtensions(Stage stage) {
        String pairs = stage.aside().entrySet().stream()
                .map(entry ->
                        "(" + Identifier.literal(entry.getValue()) + ", " + Identifier.literal(entry.getKey()) + ")")
                .collect(Collectors.joining(", "));
        return block("""
                DECLARE extension name; target text;
                BEGIN
                  FOR extension, target IN
                    SELECT extname, true_name FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace
                      JOIN (VALUES %s) a(away, true_name) ON away = nspname
                    WHERE extrelocatable AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.refobjid = e.oid
                      AND d.refclassid = 'pg_extension'::regclass AND d.classid = 'pg_class'::regclass AND d.deptype = 'e')
                  LOOP
                    BEGIN
                      EXECUTE format('ALTER EXTENSION %%I SET SCHEMA %%I', extension, target);
                    EXCEPTION WHEN insufficient_privilege OR feature_not_supported THEN NULL;
                    END;
                  END LOOP;
                """.formatted(pairs));
    }

    /** A list of texts as SQL. */
    static String texts(Collection<String> texts) {
        return texts.stream().map(Identifier::literal).collect(Collectors.joining(", ", "ARRAY[", "]::text[]"));
    }

    private static String block(String body) {
        return "DO $reflux$ " + body + "END $reflux$";
    }
}
