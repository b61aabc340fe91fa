package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

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
        private final String alter;
        private final List<String> statements = new ArrayList<>();

        TableChange(Pair pair) {
            this.pair = pair;
            this.after = pair.after().attributes();
            this.alter = "ALTER TABLE " + pair.after().id().qualifiedName();
        }

        List<String> statements() {
            statements.addAll(new PartitionChange(pair).statements());
            statements.addAll(new ParentChange(pair).joining());
            if (pair.differsIn("of_type")) {
                after.find("of_type").ifPresent(type -> statements.add(alter + " OF " + type));
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
    }
}
