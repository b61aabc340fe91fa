package dev.reflux.r2dbc.adopt;

import dev.reflux.MigrationException;
import dev.reflux.r2dbc.wire.TextRow;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A tool that keeps a history in a database. */
public enum HistoryTool {
    /** One row for each head. */
    ALEMBIC("alembic", "alembic_version") {
        @Override
        String query(String table) {
            return "SELECT version_num::text AS name FROM " + table + " ORDER BY 1";
        }

        @Override
        void read(List<TextRow> rows, Reading reading) {
            rows.forEach(row -> reading.apply(new ForeignVersion(row.textOrEmpty("name"), List.of(), "")));
        }
    },
    /** A row for each migration that ran, and for what was undone. Repeatable migrations have no version. */
    FLYWAY("flyway", "flyway_schema_history") {
        @Override
        String query(String table) {
            return "SELECT version::text AS name, description::text, type::text, script::text, success::text FROM "
                    + table + " ORDER BY installed_rank";
        }

        @Override
        void read(List<TextRow> rows, Reading reading) {
            for (TextRow row : rows) {
                String type = row.textOrEmpty("type");
                String name = row.textOrEmpty("name");
                if (row.textOrEmpty("success").equals("false")) {
                    throw failed(row.textOrEmpty("script"), "flyway repair");
                } else if (name.isEmpty()) {
                    reading.ignore(type.equals("SCHEMA") ? List.of() : List.of(row.textOrEmpty("script")));
                } else if (type.startsWith("UNDO") || type.equals("DELETE")) {
                    reading.undo(name);
                } else {
                    reading.apply(new ForeignVersion(
                            name, List.of("V" + name, row.textOrEmpty("script")), row.textOrEmpty("description")));
                }
            }
        }
    },
    /** A row for each change set; its id alone need not be unique. */
    LIQUIBASE("liquibase", "databasechangelog") {
        @Override
        String query(String table) {
            return "SELECT id::text AS name, author::text, filename::text, comments::text AS description, exectype::text"
                    + " FROM " + table + " ORDER BY orderexecuted, dateexecuted";
        }

        @Override
        void read(List<TextRow> rows, Reading reading) {
            for (TextRow row : rows) {
                String whole =
                        row.textOrEmpty("filename") + "::" + row.textOrEmpty("name") + "::" + row.textOrEmpty("author");
                boolean unique = rows.stream()
                                .filter(other -> other.textOrEmpty("name").equals(row.textOrEmpty("name")))
                                .count()
                        == 1;
                switch (row.textOrEmpty("exectype")) {
                    case "FAILED" -> throw failed(whole, "liquibase update");
                    case "SKIPPED" -> reading.ignore(List.of(whole));
                    default ->
                        reading.apply(
                                unique
                                        ? new ForeignVersion(
                                                row.textOrEmpty("name"),
                                                List.of(
                                                        whole,
                                                        row.textOrEmpty("author") + ":" + row.textOrEmpty("name")),
                                                row.textOrEmpty("description"))
                                        : new ForeignVersion(whole, List.of(), row.textOrEmpty("description")));
                }
            }
        }
    },
    /** A row for each file. */
    R2DBC_MIGRATE("r2dbc-migrate", "migrations") {
        @Override
        String query(String table) {
            return "SELECT id::text AS name, description::text FROM " + table + " ORDER BY id";
        }

        @Override
        void read(List<TextRow> rows, Reading reading) {
            rows.forEach(row -> reading.apply(new ForeignVersion(
                    row.textOrEmpty("name"), List.of("V" + row.textOrEmpty("name")), row.textOrEmpty("description"))));
        }
    };

    private final String word;
    private final String customaryTable;

    HistoryTool(String word, String customaryTable) {
        this.word = word;
        this.customaryTable = customaryTable;
    }

    /** The name of the tool as a user types it. */
    public String word() {
        return word;
    }

    /** The table that it has unless somebody said otherwise. */
    public String customaryTable() {
        return customaryTable;
    }

    /** Whether its versions come one after the other, so that the last one tells where the database is. */
    boolean isLinear() {
        return this != ALEMBIC;
    }

    /**
     * The query for a history; all columns are text.
     *
     * @param table as SQL
     */
    abstract String query(String table);

    /** Goes through the rows, in their order. */
    abstract void read(List<TextRow> rows, Reading reading);

    private static MigrationException failed(String what, String command) {
        return new MigrationException("The history says that \"" + what
                + "\" has failed, so where the database is, is not" + " known.\nPut that in order first: " + command);
    }

    /** What a history amounts to, while it is read. */
    static final class Reading {

        private final Map<String, ForeignVersion> applied = new LinkedHashMap<>();
        private final List<String> ignored = new ArrayList<>();

        void apply(ForeignVersion version) {
            applied.put(version.name(), version);
        }

        void undo(String name) {
            applied.remove(name);
        }

        void ignore(List<String> names) {
            ignored.addAll(names);
        }

        List<ForeignVersion> applied() {
            return List.copyOf(applied.values());
        }

        List<String> ignored() {
            return List.copyOf(ignored);
        }
    }
}
