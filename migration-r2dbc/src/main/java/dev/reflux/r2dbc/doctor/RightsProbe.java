package dev.reflux.r2dbc.doctor;

import dev.reflux.r2dbc.StateTable;
import dev.reflux.r2dbc.doctor.Finding.Topic;
import dev.reflux.r2dbc.wire.TextRow;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Looks whether the role may do what runs need. */
final class RightsProbe {

    private final StateTable table;
    private final String schema;

    RightsProbe(StateTable table) {
        this.table = table;
        this.schema = Names.quoted(table.schema());
    }

    String query() {
        return """
                WITH state AS (
                  SELECT n.oid AS schema, c.oid AS "table", l.oid AS log
                  FROM (SELECT 1) one
                  LEFT JOIN pg_namespace n ON n.nspname = %1$s
                  LEFT JOIN pg_class c ON c.relnamespace = n.oid AND c.relname = %2$s
                  LEFT JOIN pg_class l ON l.relnamespace = n.oid AND l.relname = %3$s
                ), others AS (
                  SELECT c.oid::regclass::text AS name, pg_get_userbyid(c.relowner) AS owner
                  FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                  WHERE c.relkind IN ('r', 'p', 'v', 'm', 'f') AND n.nspname !~ '^pg_' AND n.nspname <> 'information_schema'
                    AND NOT pg_has_role(c.relowner, 'USAGE')
                    AND NOT EXISTS (SELECT FROM pg_depend d
                      WHERE d.classid = 'pg_class'::regclass AND d.objid = c.oid AND d.deptype = 'e')
                )
                SELECT (schema IS NOT NULL)::text AS has_schema,
                  ("table" IS NOT NULL)::text AS has_table,
                  (log IS NOT NULL)::text AS has_log,
                  has_database_privilege(current_database(), 'CREATE')::text AS create_schema,
                  has_schema_privilege(schema, 'USAGE')::text AS use_schema,
                  has_schema_privilege(schema, 'CREATE')::text AS create_table,
                  array_to_string(ARRAY(SELECT p FROM unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE']) p
                    WHERE NOT has_table_privilege("table", p)), ', ') AS table_lacks,
                  has_table_privilege(log, 'INSERT')::text AS write_log,
                  current_schema()::text AS current_schema,
                  has_schema_privilege(current_schema(), 'CREATE')::text AS create_here,
                  (SELECT count(*) FROM others)::text AS others,
                  (SELECT string_agg(name, ', ') FROM (SELECT name FROM others ORDER BY 1 LIMIT 3) few) AS other_names
                FROM state""".formatted(
                TextRow.literal(table.schema()), TextRow.literal(table.name()), TextRow.literal(table.name() + "_log"));
    }

    List<Finding> findings(TextRow answer, Server server) {
        String role = Names.quoted(server.user());
        List<Finding> findings = new ArrayList<>();
        Stream.of(stateTable(answer, role, server), log(answer, role), here(answer, role), others(answer, server))
                .forEach(findings::addAll);
        if (findings.isEmpty()) {
            findings.add(Finding.fine(Topic.RIGHTS, "The role has the rights that runs need."));
        }
        findings.add(presence(answer));
        return findings;
    }

    private List<Finding> stateTable(TextRow answer, String role, Server server) {
        if (!answer.is("has_schema")) {
            return answer.is("create_schema")
                    ? List.of()
                    : List.of(Finding.problem(
                            Topic.RIGHTS,
                            "There is no schema " + schema + " for the state table, and the role may not create one.",
                            "As the owner of the database: CREATE SCHEMA " + schema + " AUTHORIZATION " + role
                                    + "; or GRANT CREATE ON DATABASE " + Names.quoted(server.database()) + " TO " + role
                                    + ";"));
        }
        if (!answer.is("use_schema")) {
            return List.of(Finding.problem(
                    Topic.RIGHTS,
                    "The role may not use the schema " + schema + ", which the state table is in.",
                    "As its owner: GRANT USAGE ON SCHEMA " + schema + " TO " + role + ";"));
        }
        if (!answer.is("has_table")) {
            return answer.is("create_table")
                    ? List.of()
                    : List.of(Finding.problem(
                            Topic.RIGHTS,
                            "The role may not create the state table in the schema " + schema + ".",
                            "As the owner of the schema: GRANT CREATE ON SCHEMA " + schema + " TO " + role
                                    + "; or name a schema of yours: --state-table SCHEMA.NAME"));
        }
        return answer.find("table_lacks")
                .filter(lacks -> !lacks.isEmpty())
                .map(lacks -> List.of(Finding.problem(
                        Topic.RIGHTS,
                        "The role lacks rights on the state table: " + lacks + ".",
                        "As its owner: GRANT " + lacks + " ON " + sql("") + " TO " + role + ";")))
                .orElse(List.of());
    }

    private List<Finding> log(TextRow answer, String role) {
        return !answer.is("has_log") || answer.is("write_log") || !answer.is("use_schema")
                ? List.of()
                : List.of(Finding.problem(
                        Topic.RIGHTS,
                        "The role may not write the log of the state table.",
                        "As its owner: GRANT INSERT ON " + sql("_log") + " TO " + role + ";"));
    }

    private static List<Finding> here(TextRow answer, String role) {
        if (answer.find("current_schema").isEmpty()) {
            return List.of(Finding.note(
                    Topic.RIGHTS,
                    "No schema of the search_path is there: names without a schema lead nowhere.",
                    "Create the schema, or ALTER ROLE " + role + " SET search_path = …;"));
        }
        String current = Names.quoted(answer.text("current_schema"));
        return answer.is("create_here")
                ? List.of()
                : List.of(Finding.note(
                        Topic.RIGHTS,
                        "The role may not create anything in " + current + ", where names without a schema go.",
                        "As its owner: GRANT CREATE ON SCHEMA " + current + " TO " + role + ";"));
    }

    private static List<Finding> others(TextRow answer, Server server) {
        int count = (int) answer.number("others");
        return count == 0
                ? List.of()
                : List.of(Finding.note(
                        Topic.RIGHTS,
                        (count == 1 ? "1 table or view belongs" : count + " tables or views belong")
                                + " to roles of which \"" + server.user() + "\" is no member, so revisions cannot"
                                + " alter them: " + answer.text("other_names") + (count > 3 ? ", …" : "") + ".",
                        "Run migrations as the owner, or GRANT the owner's role to " + Names.quoted(server.user())
                                + "."));
    }

    private Finding presence(TextRow answer) {
        return answer.is("has_table")
                ? Finding.fine(Topic.STATE_TABLE, "The state table is " + table + ".")
                : Finding.fine(
                        Topic.STATE_TABLE, "There is no state table " + table + " yet; the first run creates it.");
    }

    private String sql(String suffix) {
        return schema + "." + Names.quoted(table.name() + suffix);
    }
}
