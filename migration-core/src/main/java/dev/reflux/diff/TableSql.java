package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** How a table is written, with its columns, their defaults, and its constraints. */
final class TableSql {

    private static final String LINE = "\n    ";

    private final CatalogObject table;
    private final Attributes attributes;
    private final List<CatalogObject> parts;
    private final Catalog catalog;

    TableSql(CatalogObject table, List<CatalogObject> parts, Catalog catalog) {
        this.table = table;
        this.attributes = table.attributes();
        this.parts = parts;
        this.catalog = catalog;
    }

    List<String> statements() {
        List<String> statements = new ArrayList<>();
        statements.add(createTable());
        columns().forEach(column -> {
            if (isHandedDown(column)) {
                statements.addAll(overrides(column));
            }
            statements.addAll(ColumnSql.settings(column));
        });
        parts.forEach(part -> {
            if (isConstraint(part)) {
                statements.addAll(ConstraintRules.settings(part));
            }
        });
        return statements;
    }

    private String createTable() {
        List<String> lines = new ArrayList<>();
        columns().stream()
                .filter(column -> !isHandedDown(column))
                .forEach(column -> lines.add(ColumnSql.definition(column, ColumnRules.defaultOf(column.id(), parts))));
        parts.stream()
                .filter(TableSql::isConstraint)
                .sorted(Comparator.comparing(CatalogObject::id, Comparator.comparing(ObjectId::kind)))
                .forEach(constraint -> lines.add(ConstraintRules.definition(constraint)));
        String body = lines.isEmpty() ? "" : " (" + LINE + String.join("," + LINE, lines) + "\n)";
        return "CREATE " + (attributes.has("unlogged") ? "UNLOGGED " : "") + "TABLE "
                + table.id().qualifiedName()
                + attributes
                        .find("partition_of")
                        .map(parent -> " PARTITION OF " + parent)
                        .orElse("")
                + attributes.find("of_type").map(type -> " OF " + type).orElse("")
                + (body.isEmpty() && !attributes.has("partition_of") && !attributes.has("of_type") ? " ()" : body)
                + clauses();
    }

    private String clauses() {
        StringBuilder sql = new StringBuilder();
        attributes.find("bound").ifPresent(bound -> sql.append('\n').append(bound));
        if (attributes.has("inherits")) {
            sql.append("\nINHERITS (")
                    .append(String.join(", ", attributes.list("inherits")))
                    .append(')');
        }
        attributes
                .find("partition_key")
                .ifPresent(key -> sql.append("\nPARTITION BY ").append(key));
        attributes
                .find("access_method")
                .ifPresent(method -> sql.append("\nUSING ").append(method));
        if (attributes.has("options")) {
            sql.append("\nWITH (")
                    .append(String.join(", ", attributes.list("options")))
                    .append(')');
        }
        attributes
                .find("tablespace")
                .ifPresent(name -> sql.append("\nTABLESPACE ").append(name));
        return sql.toString();
    }

    private List<CatalogObject> columns() {
        return parts.stream()
                .filter(part -> part.kind() == Kind.COLUMN)
                .sorted(Comparator.comparingInt(TableSql::position))
                .toList();
    }

    private static int position(CatalogObject column) {
        return column.hints().find("position").map(Integer::valueOf).orElse(Integer.MAX_VALUE);
    }

    private static boolean isConstraint(CatalogObject part) {
        return part.kind() != Kind.COLUMN && part.kind() != Kind.DEFAULT;
    }

    /** Whether a column comes with the parent or with the type of the table, and need not be written. */
    private boolean isHandedDown(CatalogObject column) {
        boolean inherited =
                column.attributes().has("inherited") && !column.hints().has("local_too");
        return inherited || attributes.has("of_type");
    }

    /** Where a column that comes with the parent is not as the parent has it. */
    private List<String> overrides(CatalogObject column) {
        Optional<CatalogObject> parent =
                Inheritance.parentColumn(column.id(), catalog).flatMap(catalog::find);
        Optional<String> handedDown = parent.flatMap(
                        object -> catalog.find(object.id().child(Kind.DEFAULT)))
                .map(object -> object.attributes().text("expression"));
        Optional<String> own = ColumnRules.defaultOf(column.id(), parts);
        List<String> statements = new ArrayList<>();
        if (!own.equals(handedDown)) {
            statements.add(ColumnSql.alterColumn(column)
                    + own.map(expression -> " SET DEFAULT " + expression).orElse(" DROP DEFAULT"));
        }
        boolean notNull =
                parent.filter(object -> object.attributes().has("not_null")).isPresent();
        if (column.attributes().has("not_null") && !notNull) {
            statements.add(ColumnSql.alterColumn(column) + " SET NOT NULL");
        }
        return statements;
    }
}
