package dev.reflux.sample.model;

import dev.reflux.schema.TableAdditions;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.ConstraintForeignKeyOnStep;
import org.jooq.DataType;
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

/** What the tables of the booking service have in common: a random id, and the names that PostgreSQL gives to constraints. */
abstract class ServiceTable extends TableImpl<Record> implements TableAdditions {

    @Serial
    private static final long serialVersionUID = 1L;

    static final DataType<UUID> REFERENCE = SQLDataType.UUID.notNull();
    static final DataType<OffsetDateTime> MOMENT = SQLDataType.TIMESTAMPWITHTIMEZONE;
    static final DataType<OffsetDateTime> NOW = withDefault(MOMENT, "now()");
    static final DataType<UUID> RANDOM = withDefault(SQLDataType.UUID, "gen_random_uuid()");
    static final DataType<String> WORDS = SQLDataType.CLOB.notNull();
    static final DataType<String[]> WORD_LIST = withDefault(SQLDataType.CLOB.array(), "'{}'::text[]");

    ServiceTable(String name) {
        super(DSL.name(name), null, null, null, DSL.comment(""), TableOptions.table());
    }

    @Override
    public Schema getSchema() {
        return Models.PUBLIC;
    }

    static <T> DataType<T> withDefault(DataType<T> type, String expression) {
        return type.notNull().defaultValue(DSL.field(DSL.raw(expression), type));
    }

    <T> TableField<Record, T> column(String name, DataType<T> type) {
        return createField(DSL.name(name), type, this);
    }

    @SuppressWarnings({"unchecked", "rawtypes"})
    UniqueKey<Record> key(String suffix, TableField<?, ?>... fields) {
        return Internal.createUniqueKey(
                this, DSL.name(getName() + suffix), Arrays.copyOf(fields, fields.length, TableField[].class), true);
    }

    Index index(String name, OrderField<?>... fields) {
        return Internal.createIndex(DSL.name(name), this, fields, false);
    }

    Check<Record> check(String name, String condition) {
        return Internal.createCheck(this, DSL.name(name), "(" + condition + ")");
    }

    ConstraintForeignKeyOnStep reference(TableField<Record, UUID> field, ServiceTable target) {
        return DSL.constraint(DSL.name(getName() + "_" + field.getName() + "_fkey"))
                .foreignKey(field)
                .references(target, DSL.field(DSL.name("id"), SQLDataType.UUID));
    }
}
