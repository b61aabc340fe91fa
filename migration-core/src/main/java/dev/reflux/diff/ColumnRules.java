package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Columns of tables. Those of views are made by the view. */
final class ColumnRules implements KindRules {

    /** What keeps PostgreSQL from changing the type of a column, be it that the column follows that of a parent. */
    private static final Set<Kind> IN_THE_WAY = EnumSet.of(
            Kind.VIEW,
            Kind.MATERIALIZED_VIEW,
            Kind.RULE,
            Kind.TRIGGER,
            Kind.POLICY,
            Kind.FUNCTION,
            Kind.PROCEDURE,
            Kind.COLUMN,
            Kind.PUBLICATION);

    /**
     * What PostgreSQL refuses to carry over a change of type, or carries over wrongly: the default is not always castable, and
     * both sides of a foreign key must be of comparable types at every moment.
     */
    private static final Set<Kind> REBUILT_WITH_TYPE = EnumSet.of(Kind.DEFAULT, Kind.FOREIGN_KEY, Kind.STATISTICS);

    static {
        REBUILT_WITH_TYPE.addAll(IN_THE_WAY);
    }

    @Override
    public Set<Kind> absorbs() {
        return EnumSet.of(Kind.DEFAULT);
    }

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return create(object, List.of(), catalog);
    }

    @Override
    public List<String> create(CatalogObject object, List<CatalogObject> parts, Catalog catalog) {
        ObjectId table = object.id().requireOwner();
        if (table.kind() != Kind.TABLE) {
            return List.of();
        }
        Optional<String> defaultExpression = defaultOf(object.id(), parts);
        List<String> statements = new ArrayList<>();
        if (defaultExpression.isPresent() && RowTypes.isStored(table, catalog)) {
            statements.addAll(addAndFill(object, defaultExpression.get()));
        } else {
            statements.add(addColumn(object, defaultExpression));
        }
        statements.addAll(ColumnSql.settings(object));
        return statements;
    }

    private static String addColumn(CatalogObject column, Optional<String> defaultExpression) {
        return ColumnSql.alterTable(column) + " ADD COLUMN " + ColumnSql.definition(column, defaultExpression);
    }

    /** PostgreSQL does not add a column with a default to a table while a column elsewhere stores rows of it. */
    private static List<String> addAndFill(CatalogObject column, String defaultExpression) {
        Attributes attributes = column.attributes();
        CatalogObject plain = column.withAttributes(attributes.with("not_null", List.of()));
        List<String> statements = new ArrayList<>();
        statements.add(addColumn(plain, Optional.empty()));
        statements.add(ColumnSql.alterColumn(column) + " SET DEFAULT " + defaultExpression);
        statements.add("UPDATE " + column.id().requireOwner().qualifiedName() + " SET "
                + column.id().quotedName() + " = DEFAULT");
        if (attributes.has("not_null") && !attributes.has("not_null_not_valid")) {
            statements.add(ColumnSql.setNotNull(column));
        }
        return statements;
    }

    @Override
    public List<String> createNotes(CatalogObject object, List<CatalogObject> parts) {
        Attributes attributes = object.attributes();
        boolean fillsItself =
                defaultOf(object.id(), parts).isPresent() || attributes.has("identity") || attributes.has("generated");
        return attributes.has("not_null") && !fillsItself
                ? List.of("Fails if the table has rows: " + object.id().quotedName()
                        + " must not be NULL, and has no default.")
                : List.of();
    }

    static Optional<String> defaultOf(ObjectId column, List<CatalogObject> parts) {
        ObjectId id = column.child(Kind.DEFAULT);
        return parts.stream()
                .filter(part -> part.id().equals(id))
                .findFirst()
                .map(part -> part.attributes().text("expression"));
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        ObjectId table = object.id().requireOwner();
        return table.kind() == Kind.TABLE
                ? List.of("ALTER TABLE " + table.qualifiedName() + " DROP COLUMN "
                        + object.id().quotedName())
                : List.of();
    }

    @Override
    public Alteration alter(Pair pair) {
        if (pair.differsIn("generated") && !losesExpression(pair)) {
            return Alteration.replace();
        }
        if (pair.differsIn("expression") && pair.after().attributes().has("generated") && !canSetExpression(pair)) {
            return Alteration.replace();
        }
        Alteration alteration = Alteration.inPlace(new ColumnChange(pair).statements());
        if (hasNewType(pair)) {
            return alteration
                    .rebuilding(withPrimaryKey(REBUILT_WITH_TYPE, pair))
                    .noting(TypeChange.of(pair).notes());
        }
        return (pair.differsIn("type", "collation")
                        ? alteration.rebuilding(withPrimaryKey(IN_THE_WAY, pair))
                        : alteration)
                .noting(notNullNotes(pair));
    }

    /** A column of a primary key cannot be NULL for a while. */
    private static Set<Kind> withPrimaryKey(Set<Kind> rebuilt, Pair pair) {
        if (!new NotNullsAside(pair).isNeeded()) {
            return rebuilt;
        }
        Set<Kind> more = EnumSet.copyOf(rebuilt);
        more.add(Kind.PRIMARY_KEY);
        return more;
    }

    /** A column whose type is exchanged under it. */
    static Alteration convert(Pair pair) {
        return Alteration.inPlace(new ColumnChange(pair).convertingStatements())
                .rebuilding(withPrimaryKey(REBUILT_WITH_TYPE, pair));
    }

    private static List<String> notNullNotes(Pair pair) {
        return pair.differsIn("not_null") && pair.after().attributes().has("not_null")
                ? List.of("Fails if a row has NULL in " + pair.after().id().quotedName() + ".")
                : List.of();
    }

    static boolean hasNewType(Pair pair) {
        boolean follows = pair.before().attributes().has("inherited")
                && pair.after().attributes().has("inherited");
        return pair.differsIn("type", "collation") && !follows && !isOfType(pair);
    }

    /**
     * Whether a column has a sequence that numbers its rows. That of a partition uses the one of the parent, comes by it when it
     * is attached, and is without it when it is detached.
     */
    static boolean hasOwnIdentity(CatalogObject column) {
        return column.attributes().has("identity_options");
    }

    static boolean losesIdentity(Pair pair) {
        return hasOwnIdentity(pair.before()) && !hasOwnIdentity(pair.after());
    }

    /** The columns of a typed table change with the type. */
    private static boolean isOfType(Pair pair) {
        ObjectId table = pair.after().id().requireOwner();
        Optional<ObjectId> before = pair.live().find(table).flatMap(Inheritance::type);
        return before.isPresent() && before.equals(pair.desired().find(table).flatMap(Inheritance::type));
    }

    private static boolean losesExpression(Pair pair) {
        return pair.before().attributes().find("generated").equals(Optional.of("STORED"))
                && !pair.after().attributes().has("generated");
    }

    /**
     * {@code SET EXPRESSION} came with PostgreSQL 17.
     *
     * @see <a href="https://www.postgresql.org/docs/17/sql-altertable.html">ALTER TABLE</a>
     */
    private static boolean canSetExpression(Pair pair) {
        return pair.desired().origin().majorVersion() >= 17 && !pair.differsIn("type", "collation");
    }
}
