package dev.reflux.schema.booking.jooq;

import dev.reflux.schema.TableAdditions;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.Constraint;
import org.jooq.ConstraintForeignKeyOnStep;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.OrderField;
import org.jooq.Record;
import org.jooq.Schema;
import org.jooq.TableField;
import org.jooq.TableOptions;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;
import org.jooq.impl.TableImpl;

/** What the tables of the booking service have in common. */
public abstract class BookingTable extends TableImpl<Record> implements TableAdditions {

    @Serial
    private static final long serialVersionUID = 1L;

    static final DataType<UUID> REFERENCE = SQLDataType.UUID.nullable(false);
    static final DataType<OffsetDateTime> MOMENT = SQLDataType.TIMESTAMPWITHTIMEZONE(6);
    static final DataType<OffsetDateTime> CREATION = withDefault(MOMENT, "now()");
    static final DataType<UUID> RANDOM = withDefault(SQLDataType.UUID, "gen_random_uuid()");

    BookingTable(String name, String comment) {
        super(DSL.name(name), null, null, null, DSL.comment(comment), TableOptions.table());
    }

    @Override
    public Schema getSchema() {
        return Public.PUBLIC;
    }

    static <T> DataType<T> withDefault(DataType<T> type, String expression) {
        return type.nullable(false).defaultValue(DSL.field(DSL.raw(expression), type));
    }

    UniqueKey<Record> key(TableField<?, ?>... fields) {
        return unique(getName() + "_pkey", fields);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    UniqueKey<Record> unique(String name, TableField<?, ?>... fields) {
        return Internal.createUniqueKey(
                this, DSL.name(name), Arrays.copyOf(fields, fields.length, TableField[].class), true);
    }

    Index index(String name, OrderField<?>... fields) {
        return Internal.createIndex(DSL.name(name), this, fields, false);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    ForeignKey<Record, Record> reference(TableField<Record, ?> field, BookingTable target) {
        UniqueKey<Record> key = target.getPrimaryKey();
        return Internal.createForeignKey(
                this, DSL.name(foreignKeyName(field)), new TableField[] {field}, key, key.getFieldsArray(), true);
    }

    Constraint cascading(TableField<Record, ?> field, BookingTable target) {
        return constraint(field, target).onDeleteCascade();
    }

    Constraint forgetting(TableField<Record, ?> field, BookingTable target) {
        return constraint(field, target).onDeleteSetNull();
    }

    private ConstraintForeignKeyOnStep constraint(TableField<Record, ?> field, BookingTable target) {
        Field<?>[] key = target.getPrimaryKey().getFieldsArray();
        return DSL.constraint(DSL.name(foreignKeyName(field)))
                .foreignKey(new Field<?>[] {field})
                .references(target, key);
    }

    private String foreignKeyName(TableField<Record, ?> field) {
        return getName() + "_" + field.getName() + "_fkey";
    }

    @Override
    public abstract UniqueKey<Record> getPrimaryKey();
}
