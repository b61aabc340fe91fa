package dev.reflux.schema.booking.jooq;

import dev.reflux.Sql;
import java.io.Serial;
import java.util.List;
import java.util.UUID;
import org.jooq.Constraint;
import org.jooq.ForeignKey;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;

/** Who does the work. */
public final class Staff extends BookingTable {

    public static final Staff STAFF = new Staff();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = createField(DSL.name("id"), RANDOM, this);
    public final TableField<Record, UUID> BUSINESS_ID = createField(DSL.name("business_id"), REFERENCE, this);
    public final TableField<Record, String> NAME =
            createField(DSL.name("name"), SQLDataType.VARCHAR(200).nullable(false), this);
    public final TableField<Record, String[]> SKILLS =
            createField(DSL.name("skills"), withDefault(SQLDataType.CLOB.array(), "'{}'::text[]"), this);
    public final TableField<Record, JSONB> WORKING_HOURS =
            createField(DSL.name("working_hours"), SQLDataType.JSONB, this);

    private Staff() {
        super("staff", "");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key(ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(reference(BUSINESS_ID, Businesses.BUSINESSES));
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(cascading(BUSINESS_ID, Businesses.BUSINESSES));
    }

    @Override
    public List<Query> additionalStatements() {
        return List.of(Sql.of("CREATE INDEX staff_skills_idx ON public.staff USING gin (skills)"));
    }
}
