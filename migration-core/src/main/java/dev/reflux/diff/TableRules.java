package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Tables, partitioned ones among them. */
final class TableRules implements KindRules {

    @Override
    public Set<Kind> absorbs() {
        return EnumSet.of(Kind.COLUMN, Kind.PRIMARY_KEY, Kind.UNIQUE, Kind.CHECK, Kind.EXCLUSION);
    }

    @Override
    public List<String> create(CatalogObject object, Catalog catalog) {
        return create(object, List.of(), catalog);
    }

    @Override
    public List<String> create(CatalogObject object, List<CatalogObject> parts, Catalog catalog) {
        return new TableSql(object, parts, catalog).statements();
    }

    @Override
    public List<String> drop(CatalogObject object, Catalog catalog) {
        return List.of("DROP TABLE " + object.id().qualifiedName());
    }

    @Override
    public Alteration alter(Pair pair) {
        return pair.differsIn("partition_key", "partition_columns")
                ? Alteration.replace()
                : Alteration.inPlace(new TableChange(pair).statements());
    }

    /** Whether the rows of a table are partitioned by a column; PostgreSQL does not change the type of such a column. */
    static boolean isPartitionedBy(ObjectId column, Catalog catalog) {
        return catalog.find(column.requireOwner()).stream()
                .flatMap(table -> table.attributes().list("partition_columns").stream())
                .anyMatch(entry -> entry.startsWith(column.quotedName() + " "));
    }

    /** The statements that change a table in place. */
    private static final class TableChange {

        private final Pair pair;
        private final Attributes after;
        private final String name;
        private final String alter;
        private final List<String> statements = new ArrayList<>();

        TableChange(Pair pair) {
            this.pair = pair;
            this.after = pair.after().attributes();
            this.name = pair.after().id().qualifiedName();
            this.alter = "ALTER TABLE " + name;
        }

        List<String> statements() {
            statements.addAll(new PartitionChange(pair).statements());
            addParents();
            if (pair.differsIn("of_type")) {
                statements.add(
                        after.find("of_type").map(type -> alter + " OF " + type).orElse(alter + " NOT OF"));
            }
            if (pair.differsIn("unlogged")) {
                statements.add(alter + (after.has("unlogged") ? " SET UNLOGGED" : " SET LOGGED"));
            }
            if (pair.differsIn("access_method")) {
                statements.add(alter + " SET ACCESS METHOD "
                        + after.find("access_method").orElse("heap"));
            }
            if (pair.differsIn("tablespace")) {
                statements.add(
                        alter + " SET TABLESPACE " + after.find("tablespace").orElse("pg_default"));
            }
            statements.addAll(OptionChange.of(pair, "options").statements(alter));
            return statements;
        }

        private void addParents() {
            List<ObjectId> old = inherited(pair.before());
            List<ObjectId> wanted = inherited(pair.after());
            List<ObjectId> kept =
                    commonBeginning(old.stream().filter(wanted::contains).toList(), wanted);
            old.stream().filter(parent -> !kept.contains(parent)).forEach(this::leave);
            if (!old.isEmpty()) {
                statements.addAll(HandedDown.leftBehind(pair));
            }
            wanted.stream().filter(parent -> !kept.contains(parent)).forEach(this::inherit);
        }

        /** What a table has from a parent stays; from one that comes back in another order it would come twice. */
        private void leave(ObjectId parent) {
            statements.add(alter + " NO INHERIT " + parent.qualifiedName());
            if (inherited(pair.after()).contains(parent)) {
                HandedDown.checksOf(parent, pair.before(), pair.live())
                        .forEach(check -> statements.add(
                                alter + " DROP CONSTRAINT " + check.id().quotedName()));
            }
        }

        /** The tables that a table inherits from, in the order in which it does. */
        private static List<ObjectId> inherited(CatalogObject table) {
            List<String> names = table.attributes().list("inherits");
            return Inheritance.parents(table).stream()
                    .filter(parent -> names.contains(parent.qualifiedName()))
                    .sorted(Comparator.comparingInt(parent -> names.indexOf(parent.qualifiedName())))
                    .toList();
        }

        private static List<ObjectId> commonBeginning(List<ObjectId> some, List<ObjectId> others) {
            int length = 0;
            while (length < Math.min(some.size(), others.size())
                    && some.get(length).equals(others.get(length))) {
                length++;
            }
            return some.subList(0, length);
        }

        /** What is never NULL in the parent must not be NULL in the table before it inherits. */
        private void addNotNulls(ObjectId parent) {
            for (CatalogObject column : pair.live().objects()) {
                ObjectId inParent = parent.child(Kind.COLUMN, column.id().name());
                boolean mayBeNull =
                        column.kind() == Kind.COLUMN && !column.attributes().has("not_null");
                if (mayBeNull
                        && column.id().requireOwner().equals(pair.after().id())
                        && Stream.of(pair.live(), pair.desired())
                                .flatMap(catalog -> catalog.find(inParent).stream())
                                .anyMatch(other -> other.attributes().has("not_null"))) {
                    statements.add(ColumnSql.alterColumn(column) + " SET NOT NULL");
                }
            }
        }

        /**
         * A table must have the checks of its parent before it inherits from it, and then they stay its own. So the parent gives
         * them up, and hands them down when they are made again.
         */
        private void inherit(ObjectId parent) {
            List<CatalogObject> checks = HandedDown.checksOf(parent, pair.after(), pair.live()).stream()
                    .filter(check -> pair.desired().find(check.id()).stream()
                            .anyMatch(same -> same.attributes().equals(check.attributes())))
                    .toList();
            addNotNulls(parent);
            String alterParent = "ALTER TABLE " + parent.qualifiedName();
            checks.forEach(check -> statements.add(
                    alterParent + " DROP CONSTRAINT " + check.id().quotedName()));
            statements.add(alter + " INHERIT " + parent.qualifiedName());
            checks.forEach(check -> statements.add(alterParent + " ADD " + ConstraintRules.definition(check)));
        }
    }
}
