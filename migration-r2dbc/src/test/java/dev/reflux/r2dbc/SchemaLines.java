package dev.reflux.r2dbc;

import dev.reflux.test.TestDatabase;
import java.util.stream.Collectors;

/** What the catalog of a database says of the schemas public and app, one line an object. */
record SchemaLines(TestDatabase database) {

    private static final String COLUMNS = """
            SELECT c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                || CASE WHEN a.attcollation <> t.typcollation THEN ' COLLATE ' || l.collname ELSE '' END
                || CASE WHEN a.attnotnull THEN ' NOT NULL' ELSE '' END
                || CASE a.attidentity WHEN 'd' THEN ' IDENTITY' ELSE '' END
                || CASE a.attgenerated WHEN 's' THEN ' GENERATED ' || pg_get_expr(d.adbin, d.adrelid) ELSE '' END
                || CASE WHEN a.attgenerated = '' THEN coalesce(' DEFAULT ' || pg_get_expr(d.adbin, d.adrelid), '')
                    ELSE '' END
            FROM pg_class c
            JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0
            JOIN pg_type t ON t.oid = a.atttypid
            LEFT JOIN pg_collation l ON l.oid = a.attcollation
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relkind = 'r' AND c.relnamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'app'))
            ORDER BY c.relname COLLATE "C", a.attnum
            """;
    private static final String CONSTRAINTS = """
            SELECT CASE WHEN conrelid = 0 THEN contypid::regtype::text ELSE conrelid::regclass::text END
                || ' ' || conname || ' ' || pg_get_constraintdef(oid)
            FROM pg_constraint
            WHERE contype IN ('p', 'u', 'f', 'c')
                AND connamespace IN (SELECT oid FROM pg_namespace WHERE nspname IN ('public', 'app'))
            ORDER BY conname COLLATE "C"
            """;
    private static final String INDEXES = """
            SELECT pg_get_indexdef(i.indexrelid) FROM pg_index i JOIN pg_class c ON c.oid = i.indexrelid
            WHERE c.relnamespace = 'public'::regnamespace
                AND NOT EXISTS (SELECT FROM pg_constraint k WHERE k.conindid = i.indexrelid)
            ORDER BY c.relname COLLATE "C"
            """;
    private static final String COMMENTS = """
            SELECT objoid::regclass::text || coalesce('.' || attname, '') || ': ' || description
            FROM pg_description LEFT JOIN pg_attribute ON attrelid = objoid AND attnum = objsubid AND attnum > 0
            WHERE classoid = 'pg_class'::regclass AND objoid >= 16384
            ORDER BY 1
            """;
    private static final String ENUMS = """
            SELECT enumtypid::regtype::text || ': ' || string_agg(enumlabel, ', ' ORDER BY enumsortorder)
            FROM pg_enum GROUP BY enumtypid ORDER BY 1
            """;

    /** Name, type and what else belongs to a column. */
    String columns() {
        return lines(COLUMNS);
    }

    /** Keys and checks, of domains too. */
    String constraints() {
        return lines(CONSTRAINTS);
    }

    /** Those that are not of constraints. */
    String indexes() {
        return lines(INDEXES);
    }

    /** On tables and columns. */
    String comments() {
        return lines(COMMENTS);
    }

    /** With the labels in their order. */
    String enums() {
        return lines(ENUMS);
    }

    private String lines(String query) {
        return database.query(query).stream().map(row -> row.get(0) + "\n").collect(Collectors.joining());
    }
}
