package dev.reflux.sample.migrations;

import dev.reflux.test.TestDatabase;
import java.util.List;

/**
 * What there is in the public schema, without the tables of Reflux, one object a line. The order of columns does not count:
 * a column that was dropped and added again stands last.
 *
 * @param objects sorted
 */
record Schema(List<String> objects) {

    private static final String OBJECTS = """
            WITH ours AS (
                SELECT oid, relname, relkind FROM pg_class
                WHERE relnamespace = 'public'::regnamespace AND relname NOT LIKE 'schema\\_revision%'
            )
            SELECT 'column ' || relname || '.' || attname || ' ' || format_type(atttypid, atttypmod)
                || CASE WHEN attnotnull THEN ' not null' ELSE '' END || ' ' || attgenerated::text
                || coalesce(' default ' || pg_get_expr(adbin, adrelid), '') AS object
            FROM ours JOIN pg_attribute ON attrelid = ours.oid AND attnum > 0 AND NOT attisdropped
            LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
            WHERE relkind IN ('r', 'v')
            UNION ALL
            SELECT 'constraint ' || relname || '.' || conname || ' ' || pg_get_constraintdef(pg_constraint.oid)
            FROM ours JOIN pg_constraint ON conrelid = ours.oid
            UNION ALL
            SELECT 'index ' || pg_get_indexdef(indexrelid) || CASE WHEN indisvalid THEN '' ELSE ' invalid' END
            FROM ours JOIN pg_index ON indrelid = ours.oid
            UNION ALL
            SELECT 'trigger ' || pg_get_triggerdef(pg_trigger.oid)
            FROM ours JOIN pg_trigger ON tgrelid = ours.oid WHERE NOT tgisinternal
            UNION ALL
            SELECT 'view ' || relname || pg_get_viewdef(oid) FROM ours WHERE relkind = 'v'
            UNION ALL
            SELECT 'enum ' || typname || ' ' || string_agg(enumlabel, ', ' ORDER BY enumsortorder)
            FROM pg_type JOIN pg_enum ON enumtypid = pg_type.oid GROUP BY typname
            UNION ALL
            SELECT 'function ' || pg_get_functiondef(oid) FROM pg_proc
            WHERE pronamespace = 'public'::regnamespace AND probin IS NULL
            UNION ALL
            SELECT 'extension ' || extname FROM pg_extension
            """;

    Schema {
        objects = List.copyOf(objects);
    }

    static Schema of(TestDatabase database) {
        return new Schema(
                database.query(OBJECTS).stream().map(row -> row.get(0)).sorted().toList());
    }

    /** The sorted objects that begin with this word. */
    List<String> all(String kind) {
        return objects.stream().filter(object -> object.startsWith(kind + " ")).toList();
    }
}
