package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.ObjectId;
import dev.reflux.sql.Identifier;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The statements that change a column in place. */
final class ColumnChange {

    private final KindRules.Pair pair;
    private final Attributes before;
    private final Attributes after;
    private final String alter;
    private final List<String> statements = new ArrayList<>();

    ColumnChange(KindRules.Pair pair) {
        this.pair = pair;
        this.before = pair.before().attributes();
        this.after = pair.after().attributes();
        this.alter = ColumnSql.alterColumn(pair.after());
    }

    List<String> statements() {
        dropExpression();
        dropIdentity();
        if (ColumnRules.hasNewType(pair)) {
            addType(after.has("generated") ? "" : TypeChange.of(pair).using());
        }
        addRest();
        return statements;
    }

    /** The same for a column whose type has just been made anew: its rows go through their text. */
    List<String> convertingStatements() {
        dropExpression();
        dropIdentity();
        if (!after.has("inherited")) {
            addType(" USING "
                    + FieldConversion.of(pair)
                            .orElse(pair.after().id().quotedName() + "::text::" + after.text("type")));
        }
        addRest();
        return statements;
    }

    private void addType(String using) {
        SharedColumn shared = new SharedColumn(pair);
        NotNullsAside aside = new NotNullsAside(pair);
        statements.addAll(shared.before());
        statements.addAll(aside.before());
        statements.add(alter + " TYPE " + ColumnSql.type(after) + using);
        statements.addAll(shared.after());
        statements.addAll(aside.after());
    }

    private void addRest() {
        addExpression();
        addNotNull();
        addIdentity();
        addSetting(
                "storage",
                " SET STORAGE ",
                pair.before().hints().find("usual_storage").orElse("DEFAULT"));
        addSetting("compression", " SET COMPRESSION ", "default");
        addSetting("statistics", " SET STATISTICS ", "-1");
        addOptions();
    }

    private void addExpression() {
        if (after.has("generated") && pair.differsIn("expression")) {
            statements.add(alter + " SET EXPRESSION AS (" + after.text("expression") + ")");
        }
    }

    /** Comes first, for a column that is computed takes no {@code USING}. */
    private void dropExpression() {
        if (before.has("generated") && !after.has("generated")) {
            statements.add(alter + " DROP EXPRESSION");
        }
    }

    private void addNotNull() {
        Optional<String> handedDown = pair.before().hints().find("not_null_name");
        if (handedDown.isPresent() && after.has("not_null") && !after.has("inherited")) {
            addNotNullName(handedDown.get());
            return;
        }
        if (before.has("not_null") && after.has("not_null") && isPulledUp()) {
            ColumnSql.renameNotNull(pair.before(), pair.after()).ifPresent(statements::add);
            return;
        }
        if (!pair.differsIn("not_null", "not_null_name", "not_null_no_inherit", "not_null_not_valid")) {
            return;
        }
        if (isOnlyValidated()) {
            statements.add(
                    ColumnSql.alterTable(pair.after()) + " VALIDATE CONSTRAINT " + ColumnSql.notNullName(pair.after()));
            return;
        }
        if (after.has("not_null") && after.has("inherited") && !before.has("inherited") && hasNotNullFromParent()) {
            return;
        }
        if (before.has("not_null")) {
            if (after.has("not_null") && !pair.differsIn("not_null_no_inherit", "not_null_not_valid")) {
                addNotNullName(ColumnSql.notNullName(pair.before()));
                return;
            }
            statements.add(alter + " DROP NOT NULL");
            if (!after.has("not_null")) {
                keepNotNull(pair.after().id());
            }
        }
        if (after.has("not_null")) {
            statements.add(ColumnSql.setNotNull(pair.after()));
        }
    }

    /** Whether a column that was a table's own is NOT NULL already, or when the table belongs to its parent. */
    private boolean hasNotNullFromParent() {
        boolean isPartition = pair.desired().find(pair.after().id().requireOwner()).stream()
                .anyMatch(table -> table.attributes().has("partition_of"));
        boolean parentHas = Inheritance.parentColumn(pair.after().id(), pair.desired())
                .flatMap(pair.desired()::find)
                .filter(parent -> parent.attributes().has("not_null"))
                .isPresent();
        return before.has("not_null") || isPartition || parentHas;
    }

    /** Whether the parent gets the column, and not the table the parent. */
    private boolean isPulledUp() {
        ObjectId column = pair.after().id();
        return !before.has("inherited")
                && Inheritance.parentColumn(column, pair.desired())
                        .filter(parent ->
                                Inheritance.isChild(column.requireOwner(), parent.requireOwner(), pair.live()))
                        .isPresent();
    }

    /** The columns that inherit from one that may be NULL now could be NULL too, if nothing were done. */
    private void keepNotNull(ObjectId column) {
        Inheritance.childColumns(column, pair.desired()).forEach(child -> {
            boolean stays = child.attributes().has("not_null")
                    && pair.live()
                            .find(child.id())
                            .filter(old -> old.attributes().has("not_null"))
                            .isPresent();
            if (stays) {
                statements.add(ColumnSql.alterColumn(child) + " SET NOT NULL");
            } else {
                keepNotNull(child.id());
            }
        });
    }

    /** What a partition has from its parent keeps the parent's name for it. */
    private void addNotNullName(String old) {
        String wanted = ColumnSql.notNullName(pair.after());
        if (!wanted.equals(old)) {
            statements.add(ColumnSql.alterTable(pair.after()) + " RENAME CONSTRAINT " + old + " TO " + wanted);
        }
    }

    private boolean isOnlyValidated() {
        return before.has("not_null_not_valid")
                && after.has("not_null")
                && !after.has("not_null_not_valid")
                && !pair.differsIn("not_null_name", "not_null_no_inherit");
    }

    /** Comes before the change of the type, for PostgreSQL numbers only integers; and before the column may be NULL. */
    private void dropIdentity() {
        if (ColumnRules.losesIdentity(pair)) {
            statements.add(alter + " DROP IDENTITY");
        }
    }

    private void addIdentity() {
        if (!ColumnRules.hasOwnIdentity(pair.after())) {
            return;
        }
        if (!ColumnRules.hasOwnIdentity(pair.before())) {
            List<String> options = SequenceOptions.unusual(after);
            statements.add(alter + " ADD GENERATED " + after.text("identity") + " AS IDENTITY"
                    + (options.isEmpty() ? "" : " (" + String.join(" ", options) + ")"));
            statements.add(continueAfterRows());
        } else if (pair.differsIn("identity", "identity_options")) {
            addIdentityChanges();
        }
    }

    /** A sequence that is new to a column begins after the values that its rows have. */
    private String continueAfterRows() {
        CatalogObject column = pair.after();
        String table = column.id().requireOwner().qualifiedName();
        return "SELECT pg_catalog.setval(pg_catalog.pg_get_serial_sequence(" + Identifier.literal(table) + ", "
                + Identifier.literal(column.id().name()) + "), max("
                + column.id().quotedName() + ")) FROM " + table
                + "\nHAVING max(" + column.id().quotedName() + ") > 0";
    }

    private void addIdentityChanges() {
        List<String> changes = new ArrayList<>();
        if (pair.differsIn("identity")) {
            changes.add("SET GENERATED " + after.text("identity"));
        }
        Set<String> old = Set.copyOf(before.list("identity_options"));
        after.list("identity_options").stream()
                .filter(option -> !old.contains(option))
                .forEach(option -> changes.add("SET " + option));
        statements.add(alter + " " + String.join(" ", changes));
    }

    private void addSetting(String name, String words, String usual) {
        if (pair.differsIn(name)) {
            statements.add(alter + words + after.find(name).orElse(usual));
        }
    }

    private void addOptions() {
        OptionChange.of(pair, "options").statements(alter).forEach(statements::add);
    }
}
