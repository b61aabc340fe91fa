import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Writes a history of SQL revisions in the shape of a product that has lived for years: tables with foreign keys, new and
 * changed columns, enums that grow, functions, triggers, views, partial, expression and concurrent indexes, and data.
 *
 * <pre>java GenerateHistory.java COUNT DIRECTORY</pre>
 *
 * Beside the directory it writes {@code DIRECTORY.psql.sql}, the same statements for psql, a transaction a revision. The
 * same count gives the same history.
 */
public final class GenerateHistory {

    private static final String[] NOUNS = {
        "account", "project", "issue", "comment", "invoice", "payment", "subscription", "member", "team", "event",
        "session", "webhook", "document", "label", "milestone", "report", "address", "contact", "message", "upload"
    };

    private final Random random = new Random(20261121);
    private final List<Table> tables = new ArrayList<>();
    private final List<String> enums = new ArrayList<>();
    private int names;

    private static final class Table {
        final String name;
        final List<String> texts = new ArrayList<>();

        Table(String name) {
            this.name = name;
        }
    }

    private record Change(String message, String upgrade, String downgrade, boolean transactional) {
        static Change of(String message, String upgrade, String downgrade) {
            return new Change(message, upgrade, downgrade, true);
        }
    }

    public static void main(String[] arguments) throws IOException {
        new GenerateHistory().write(Integer.parseInt(arguments[0]), Path.of(arguments[1]));
    }

    private void write(int count, Path directory) throws IOException {
        Files.createDirectories(directory);
        StringBuilder psql = new StringBuilder("\\set ON_ERROR_STOP on\n");
        String parent = "";
        for (int i = 0; i < count; i++) {
            String id = "%012x".formatted(random.nextLong() & 0xffff_ffff_ffffL);
            Change change = i < 8 ? table() : next();
            String slug = change.message.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]+", "_");
            Files.writeString(directory.resolve(id + "_" + slug + ".sql"), file(id, parent, i, change));
            psql.append(change.transactional ? "BEGIN;\n" + change.upgrade + "\nCOMMIT;\n" : change.upgrade + "\n");
            parent = id;
        }
        Files.writeString(directory.resolveSibling(directory.getFileName() + ".psql.sql"), psql);
    }

    private static String file(String id, String parent, int number, Change change) {
        return "-- revision: " + id + "\n"
                + (parent.isEmpty() ? "" : "-- revises: " + parent + "\n")
                + "-- message: " + change.message + "\n"
                + "-- created: 2024-%02d-%02dT%02d:00:00Z\n".formatted(number / 60 % 12 + 1, number / 24 % 28 + 1, number % 24)
                + (change.transactional ? "" : "-- transactional: false\n")
                + "\n-- upgrade\n" + change.upgrade + "\n\n-- downgrade\n" + change.downgrade + "\n";
    }

    private Change next() {
        return switch (random.nextInt(12)) {
            case 0, 1 -> table();
            case 2 -> column();
            case 3 -> enumeration();
            case 4 -> enumValue();
            case 5 -> check();
            case 6 -> function();
            case 7 -> trigger();
            case 8 -> view();
            case 9 -> random.nextBoolean() ? partialIndex() : expressionIndex();
            case 10 -> concurrentIndex();
            default -> data();
        };
    }

    private String fresh(String prefix) {
        return prefix + "_" + names++;
    }

    private Table any() {
        return tables.get(random.nextInt(tables.size()));
    }

    private Change table() {
        Table table = new Table(fresh(NOUNS[random.nextInt(NOUNS.length)] + "s"));
        String reference = tables.isEmpty()
                ? ""
                : ",\n  parent_id bigint REFERENCES " + any().name + " (id) ON DELETE CASCADE";
        String status = enums.isEmpty() ? "" : ",\n  status " + enums.get(random.nextInt(enums.size()));
        table.texts.add("name");
        tables.add(table);
        return Change.of(
                "create " + table.name,
                """
                CREATE TABLE %1$s (
                  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
                  name text NOT NULL CHECK (name <> ''),
                  attributes jsonb NOT NULL DEFAULT '{}',
                  tags text[] NOT NULL DEFAULT '{}',
                  amount numeric(12, 2) DEFAULT 0,
                  created_at timestamptz NOT NULL DEFAULT now()%2$s%3$s
                );
                CREATE INDEX %1$s_created_at ON %1$s (created_at DESC);
                COMMENT ON TABLE %1$s IS 'What the product knows of its %1$s; it''s kept.';"""
                        .formatted(table.name, reference, status),
                "DROP TABLE " + table.name + ";");
    }

    private Change column() {
        Table table = any();
        String column = fresh("note");
        table.texts.add(column);
        return Change.of(
                "add " + column + " to " + table.name,
                "ALTER TABLE " + table.name + " ADD COLUMN " + column + " varchar(200) DEFAULT E'it\\'s; new';\nALTER TABLE "
                        + table.name + " ALTER COLUMN " + column + " TYPE varchar(400);",
                "ALTER TABLE " + table.name + " DROP COLUMN " + column + ";");
    }

    private Change enumeration() {
        String name = fresh("status");
        enums.add(name);
        return Change.of(
                "create type " + name,
                "CREATE TYPE " + name + " AS ENUM ('new', 'open', 'done');",
                "DROP TYPE " + name + ";");
    }

    private Change enumValue() {
        if (enums.isEmpty()) {
            return enumeration();
        }
        String name = enums.get(random.nextInt(enums.size()));
        String value = fresh("value");
        return Change.of(
                "add " + value + " to " + name,
                "ALTER TYPE " + name + " ADD VALUE '" + value + "' BEFORE 'done';",
                "-- An enum value stays: PostgreSQL cannot remove one.");
    }

    private Change check() {
        Table table = any();
        String name = fresh("amount_check");
        return Change.of(
                "check the amount of " + table.name,
                "ALTER TABLE " + table.name + " ADD CONSTRAINT " + name + " CHECK (amount >= 0) NOT VALID;\nALTER TABLE "
                        + table.name + " VALIDATE CONSTRAINT " + name + ";",
                "ALTER TABLE " + table.name + " DROP CONSTRAINT " + name + ";");
    }

    private Change function() {
        String name = fresh("total");
        return Change.of(
                "create function " + name,
                """
                CREATE FUNCTION %1$s(amount numeric, factor integer DEFAULT 2) RETURNS numeric
                LANGUAGE plpgsql IMMUTABLE AS $body$
                BEGIN
                  -- a semicolon; and a quote ' inside
                  IF factor < 0 THEN RAISE EXCEPTION 'negative; factor'; END IF;
                  RETURN amount * factor;
                END;
                $body$;
                CREATE FUNCTION %1$s_sql(integer) RETURNS integer LANGUAGE sql IMMUTABLE
                BEGIN ATOMIC
                  SELECT CASE WHEN $1 > 0 THEN $1 ELSE 0 END;
                END;"""
                        .formatted(name),
                "DROP FUNCTION " + name + "_sql;\nDROP FUNCTION " + name + ";");
    }

    private Change trigger() {
        Table table = any();
        String name = fresh("touch");
        return Change.of(
                "touch " + table.name,
                """
                CREATE FUNCTION %1$s() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                  NEW.created_at := coalesce(NEW.created_at, now());
                  RETURN NEW;
                END $$;
                CREATE TRIGGER %1$s BEFORE INSERT OR UPDATE ON %2$s FOR EACH ROW EXECUTE FUNCTION %1$s();"""
                        .formatted(name, table.name),
                "DROP TRIGGER " + name + " ON " + table.name + ";\nDROP FUNCTION " + name + ";");
    }

    private Change view() {
        Table table = any();
        String name = fresh("recent");
        return Change.of(
                "view " + name,
                "CREATE VIEW " + name + " AS\nSELECT id, name, amount FROM " + table.name
                        + " WHERE created_at > now() - interval '30 days';",
                "DROP VIEW " + name + ";");
    }

    private Change partialIndex() {
        Table table = any();
        String name = fresh("partial");
        return Change.of(
                "index what is dear in " + table.name,
                "CREATE INDEX " + name + " ON " + table.name + " (amount) INCLUDE (name) WHERE amount > 100;",
                "DROP INDEX " + name + ";");
    }

    private Change expressionIndex() {
        Table table = any();
        String name = fresh("expression");
        String column = table.texts.get(random.nextInt(table.texts.size()));
        return Change.of(
                "index " + column + " of " + table.name,
                "CREATE INDEX " + name + " ON " + table.name + " (lower(" + column + "), id);",
                "DROP INDEX " + name + ";");
    }

    private Change concurrentIndex() {
        Table table = any();
        String name = fresh("concurrent");
        return new Change(
                "index " + table.name + " while it is used",
                "CREATE INDEX CONCURRENTLY " + name + " ON " + table.name + " USING gin (attributes jsonb_path_ops);",
                "DROP INDEX CONCURRENTLY " + name + ";",
                false);
    }

    private Change data() {
        Table table = any();
        return Change.of(
                "seed " + table.name,
                "INSERT INTO " + table.name + " (name, amount) SELECT 'row ' || g, g FROM generate_series(1, 50) g;\nUPDATE "
                        + table.name + " SET tags = ARRAY['seeded'] WHERE amount > 25;",
                "DELETE FROM " + table.name + " WHERE name LIKE 'row %';");
    }
}
