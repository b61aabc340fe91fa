package dev.reflux.diff;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.KindRules.Pair;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A table becomes a partition, or is one no longer, or one of other rows.
 *
 * <p>What a partition has from its parent has a name there all the same, which shows when the partition is detached. So a table
 * that is attached gives its own constraints the names that they are to have, and one that is detached gives them back.
 */
final class PartitionChange {

    private final Pair pair;
    private final Attributes after;
    private final ObjectId table;
    private final String alter;
    private final List<String> statements = new ArrayList<>();

    PartitionChange(Pair pair) {
        this.pair = pair;
        this.after = pair.after().attributes();
        this.table = pair.after().id();
        this.alter = "ALTER TABLE " + table.qualifiedName();
    }

    /** The statements, but for those that take away a partition that changes its place. */
    List<String> statements() {
        if (pair.differsIn("partition_of", "bound")) {
            after.find("partition_of").ifPresentOrElse(this::attach, () -> statements.addAll(leaving()));
        }
        return statements;
    }

    /** The statements that take the table away from its parent. */
    List<String> leaving() {
        List<String> leaving = new ArrayList<>(detach(pair.before()));
        if (pair.differsIn("partition_of")) {
            leaving.addAll(HandedDown.leftBehind(pair, HandedDown.of(pair.before())));
        }
        return leaving;
    }

    /** Whether a partition stays one, of another parent or with other rows. */
    static boolean changesPlace(CatalogObject before, CatalogObject after) {
        Attributes old = before.attributes();
        Attributes wanted = after.attributes();
        boolean sameParent = old.find("partition_of").equals(wanted.find("partition_of"));
        return old.has("partition_of")
                && wanted.has("partition_of")
                && !(sameParent && old.find("bound").equals(wanted.find("bound")));
    }

    /** The statement that takes a partition away from its parent. */
    static List<String> detach(CatalogObject partition) {
        return List.of("ALTER TABLE " + partition.attributes().text("partition_of") + " DETACH PARTITION "
                + partition.id().qualifiedName());
    }

    private void attach(String parent) {
        if (pair.differsIn("partition_of")) {
            prepareConstraints();
            Inheritance.columns(table, pair.desired()).stream()
                    .filter(column -> column.attributes().has("not_null"))
                    .forEach(column -> pair.live().find(column.id()).ifPresent(old -> prepareColumn(old, column)));
        }
        statements.add(
                "ALTER TABLE " + parent + " ATTACH PARTITION " + table.qualifiedName() + " " + after.text("bound"));
    }

    /** A table must have the checks of its parent before it becomes a partition; missing indexes are made. */
    private void prepareConstraints() {
        Map<HandedDown, ObjectId> own = HandedDown.ownOf(pair.after(), pair.live(), pair.desired());
        for (HandedDown part : HandedDown.of(pair.after())) {
            Optional<String> old = Optional.ofNullable(own.get(part))
                    .map(ObjectId::quotedName)
                    .or(() -> part.like(HandedDown.of(pair.before())).map(HandedDown::name));
            if (old.isPresent()) {
                rename(part, old.get(), part.name());
            } else if (part.kind() == Kind.CHECK) {
                statements.add(alter + " ADD CONSTRAINT " + part.name() + " " + part.definition());
            }
        }
    }

    /** What the parent's column becomes later, that of its partition becomes along with it. */
    private void prepareColumn(CatalogObject old, CatalogObject column) {
        boolean comesLater = Inheritance.parentColumn(column.id(), pair.desired())
                .flatMap(pair.live()::find)
                .filter(parent -> !parent.attributes().has("not_null"))
                .isPresent();
        if (comesLater) {
            return;
        }
        if (old.attributes().has("not_null")) {
            ColumnSql.renameNotNull(old, column).ifPresent(statements::add);
        } else {
            statements.add(ColumnSql.setHandedDownNotNull(column));
        }
    }

    private void rename(HandedDown part, String old, String wanted) {
        if (!old.equals(wanted)) {
            statements.add(part.rename(table, old, wanted));
        }
    }
}
