package dev.reflux.sample.model;

import dev.reflux.Sql;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Constraint;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.SQLDataType;

/** Who does the work. */
public final class Staff extends ServiceTable {

    /** The table. */
    public static final Staff STAFF = new Staff();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = column("id", RANDOM);
    public final TableField<Record, UUID> BUSINESS_ID = column("business_id", REFERENCE);
    public final TableField<Record, String> NAME =
            column("name", SQLDataType.VARCHAR(200).notNull());
    public final TableField<Record, StaffRole> ROLE =
            column("role", withDefault(SQLDataType.VARCHAR.asEnumDataType(StaffRole.class), "'employee'::staff_role"));
    public final TableField<Record, Boolean> ACTIVE = column("active", withDefault(SQLDataType.BOOLEAN, "true"));
    public final TableField<Record, OffsetDateTime> CREATED_AT = column("created_at", NOW);
    public final TableField<Record, OffsetDateTime> UPDATED_AT = column("updated_at", NOW);

    private Staff() {
        super("staff");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", ID);
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(reference(BUSINESS_ID, Businesses.BUSINESSES).onDeleteCascade());
    }

    @Override
    public List<Query> additionalStatements() {
        return List.of(Sql.of("CREATE INDEX staff_active_idx ON staff (business_id) WHERE active"));
    }
}
