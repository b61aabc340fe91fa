package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How a column is written. */
final class ColumnSql {

    private ColumnSql() {}

    /** The column as {@code CREATE TABLE} and {@code ADD COLUMN} take it. */
    static String definition(CatalogObject column, Optional<String> defaultExpression) {
        Attributes attributes = column.attributes();
        StringBuilder sql =
                new StringBuilder(column.id().quotedName()).append(' ').append(type(attributes));
        attributes
                .find("compression")
                .ifPresent(method -> sql.append(" COMPRESSION ").append(method));
        attributes
                .find("generated")
                .ifPresent(how -> sql.append(" GENERATED ALWAYS AS (")
                        .append(attributes.text("expression"))
                        .append(") ")
                        .append(how));
        attributes
                .find("identity")
                .ifPresent(when -> sql.append(" GENERATED ")
                        .append(when)
                        .append(" AS IDENTITY")
                        .append(sequenceOptions(attributes)));
        defaultExpression.ifPresent(expression -> sql.append(" DEFAULT ").append(expression));
        if (attributes.has("not_null") && !attributes.has("not_null_not_valid")) {
            sql.append(notNull(attributes));
        }
        return sql.toString();
    }

    /** The type, with the collation where it is not the type's own. */
    static String type(Attributes attributes) {
        return attributes.text("type")
                + attributes.find("collation").map(name -> " COLLATE " + name).orElse("");
    }

    /** What only {@code ALTER TABLE} can say of a column. */
    static List<String> settings(CatalogObject column) {
        Attributes attributes = column.attributes();
        String alter = alterColumn(column);
        List<String> statements = new ArrayList<>();
        attributes.find("storage").ifPresent(storage -> statements.add(alter + " SET STORAGE " + storage));
        attributes.find("statistics").ifPresent(target -> statements.add(alter + " SET STATISTICS " + target));
        if (attributes.has("options")) {
            statements.add(alter + " SET (" + String.join(", ", attributes.list("options")) + ")");
        }
        if (attributes.has("not_null_not_valid")) {
            statements.add(addNotNull(column) + " NOT VALID");
        }
        return statements;
    }

    /** The beginning of a statement that changes a column. */
    static String alterColumn(CatalogObject column) {
        return alterTable(column) + " ALTER COLUMN " + column.id().quotedName();
    }

    static String alterTable(CatalogObject column) {
        return "ALTER TABLE " + column.id().requireOwner().qualifiedName();
    }

    /** Whether {@code SET NOT NULL} says all there is to say. */
    static boolean isPlainNotNull(Attributes attributes) {
        return !attributes.has("not_null_name")
                && !attributes.has("not_null_no_inherit")
                && !attributes.has("not_null_not_valid");
    }

    /** A NOT NULL constraint with a name, which is an object of its own since PostgreSQL 18. */
    static String addNotNull(CatalogObject column) {
        Attributes attributes = column.attributes();
        return alterTable(column) + " ADD"
                + attributes
                        .find("not_null_name")
                        .map(name -> " CONSTRAINT " + name)
                        .orElse("")
                + " NOT NULL " + column.id().quotedName()
                + (attributes.has("not_null_no_inherit") ? " NO INHERIT" : "");
    }

    /** The quoted name of the constraint behind a NOT NULL. */
    static String notNullName(CatalogObject column) {
        String usual = column.id().requireOwner().name() + "_" + column.id().name() + "_not_null";
        return column.attributes().find("not_null_name").orElseGet(() -> Identifier.quote(usual));
    }

    /** Whether a NOT NULL is a constraint with a name. */
    static boolean isNotNullNamed(Catalog catalog) {
        return catalog.origin().majorVersion() >= 18;
    }

    /**
     * The same column with the usual name for its NOT NULL written out. PostgreSQL would give another one where a table that has the
     * column before has the name, too.
     */
    static CatalogObject withNotNullName(CatalogObject column, Catalog catalog) {
        Attributes attributes = column.attributes();
        return attributes.has("not_null") && isNotNullNamed(catalog)
                ? column.withAttributes(attributes.with("not_null_name", List.of(notNullName(column))))
                : column;
    }

    /** The quoted name of the constraint behind a NOT NULL that is there, be it from a parent. */
    static String presentNotNullName(CatalogObject column) {
        return column.hints().find("not_null_name").orElseGet(() -> notNullName(column));
    }

    /** Makes a column NOT NULL, with the name and what else is to be said of that. */
    static String setNotNull(CatalogObject column) {
        return isPlainNotNull(column.attributes())
                ? alterColumn(column) + " SET NOT NULL"
                : addNotNull(column) + (column.attributes().has("not_null_not_valid") ? " NOT VALID" : "");
    }

    /** The same for a column that is to have it from a parent, by the name that it has there. */
    static String setHandedDownNotNull(CatalogObject column) {
        return column.hints()
                .find("not_null_name")
                .map(name -> alterTable(column) + " ADD CONSTRAINT " + name + " NOT NULL "
                        + column.id().quotedName())
                .orElseGet(() -> alterColumn(column) + " SET NOT NULL");
    }

    /** Gives a NOT NULL the name that it is to have from a parent, if it is to have one from there. */
    static Optional<String> renameNotNull(CatalogObject old, CatalogObject column) {
        String name = presentNotNullName(old);
        return column.hints()
                .find("not_null_name")
                .filter(wanted -> !wanted.equals(name))
                .map(wanted -> alterTable(column) + " RENAME CONSTRAINT " + name + " TO " + wanted);
    }

    private static String notNull(Attributes attributes) {
        return attributes
                        .find("not_null_name")
                        .map(name -> " CONSTRAINT " + name)
                        .orElse("")
                + " NOT NULL"
                + (attributes.has("not_null_no_inherit") ? " NO INHERIT" : "");
    }

    private static String sequenceOptions(Attributes attributes) {
        String options = String.join(" ", SequenceOptions.unusual(attributes));
        return options.isEmpty() ? "" : " (" + options + ")";
    }
}
