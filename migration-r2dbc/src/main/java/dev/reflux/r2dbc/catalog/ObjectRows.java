package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Attributes;
import dev.reflux.catalog.Kind;
import dev.reflux.catalog.ObjectId;
import dev.reflux.sql.ArrayCasts;
import io.r2dbc.spi.ColumnMetadata;
import io.r2dbc.spi.Row;
import io.r2dbc.spi.RowMetadata;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes objects of the rows of one query, whatever they describe.
 *
 * <p>Each query returns first the kind; the {@link Address} of the object, null where it has none; the address of the object in
 * which it lives, null for objects of the database itself; and its name. Then come the attributes, each in a column of its
 * name; those that start with {@code hint_} are hints. What is null, false or an empty array is not there. The rows come in
 * any order. A column {@code needs} has the address of one more object without which it does not count.
 */
final class ObjectRows implements CatalogScript.RowReader {

    private static final int KIND = 0;
    private static final int ADDRESS = 1;
    private static final int OWNER = 2;
    private static final int NAME = 3;
    private static final int FIRST_ATTRIBUTE = 4;

    private static final String HINT = "hint_";
    private static final String NEEDS = "needs";

    private final Assembly assembly;
    private final Sharing sharing;
    private final List<Column> attributes = new ArrayList<>();
    private final List<Column> hints = new ArrayList<>();
    private final List<Draft> found = new ArrayList<>();
    private int needs;

    ObjectRows(Assembly assembly) {
        this.assembly = assembly;
        this.sharing = assembly.sharing();
    }

    @Override
    public void read(Row row, RowMetadata metadata) {
        read(Cells.of(row), metadata.getColumnMetadatas());
    }

    void read(Cells row, List<? extends ColumnMetadata> columns) {
        if (attributes.isEmpty() && hints.isEmpty()) {
            lookAt(columns);
        }
        Address ownerAddress = Address.of(row.text(OWNER));
        Draft owner = ownerAddress == null ? null : assembly.at(ownerAddress);
        if (ownerAddress == null || owner != null) {
            read(row, owner);
        }
    }

    @Override
    public void end() {
        found.sort(Draft.ORDER);
        assembly.add(found);
    }

    private void read(Cells row, @Nullable Draft owner) {
        ObjectId home = owner == null ? null : owner.id();
        ObjectId id = new ObjectId(Kind.valueOf(text(row, KIND)), home, sharing.text(text(row, NAME)));
        Address address = Address.of(row.text(ADDRESS));
        Address neededAddress = needs == 0 ? null : Address.of(row.text(needs));
        Draft needed = neededAddress == null ? null : assembly.at(neededAddress);
        if (assembly.leavesOut(address, id) || (neededAddress != null && needed == null)) {
            return;
        }
        Draft draft = new Draft(id, address, owner, printed(id.kind(), values(row, attributes)), values(row, hints));
        if (needed != null) {
            draft.dependOn(needed.id());
        }
        found.add(draft);
    }

    private void lookAt(List<? extends ColumnMetadata> columns) {
        for (int index = FIRST_ATTRIBUTE; index < columns.size(); index++) {
            String name = columns.get(index).getName();
            if (name.startsWith(HINT)) {
                hints.add(new Column(index, name.substring(HINT.length())));
            } else if (!name.equals(NEEDS)) {
                attributes.add(new Column(index, name));
            } else {
                needs = index;
            }
        }
    }

    private Attributes values(Cells row, List<Column> columns) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        for (Column column : columns) {
            List<String> value = row.values(column.index(), sharing);
            if (!value.isEmpty()) {
                values.put(column.name(), value);
            }
        }
        return sharing.attributes(values);
    }

    /**
     * What PostgreSQL prints, in the form that stays the same when it is read and printed again. The bodies of routines, and
     * comments, are not PostgreSQL's.
     */
    private static Attributes printed(Kind kind, Attributes attributes) {
        Attributes stable = attributes;
        if (!kind.hasSignature() && kind != Kind.COMMENT) {
            for (Map.Entry<String, List<String>> attribute : attributes.values().entrySet()) {
                String text = attribute.getValue().get(0);
                String spread = ArrayCasts.spread(text);
                if (!spread.equals(text)) {
                    stable = stable.with(attribute.getKey(), List.of(spread));
                }
            }
        }
        return stable;
    }

    private static String text(Cells row, int column) {
        return Objects.requireNonNull(row.text(column));
    }

    private record Column(int index, String name) {}
}
