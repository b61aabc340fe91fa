package dev.reflux.schema.booking.jooq;

import java.io.Serial;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.ForeignKey;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;

/** What customers can book. */
public final class Services extends BookingTable {

    public static final Services SERVICES = new Services();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = createField(DSL.name("id"), RANDOM, this);
    public final TableField<Record, UUID> BUSINESS_ID = createField(DSL.name("business_id"), REFERENCE, this);
    public final TableField<Record, String> NAME =
            createField(DSL.name("name"), SQLDataType.VARCHAR(200).nullable(false), this);
    public final TableField<Record, Integer> MINUTES =
            createField(DSL.name("minutes"), SQLDataType.INTEGER.nullable(false), this);
    public final TableField<Record, BigDecimal> PRICE =
            createField(DSL.name("price"), SQLDataType.NUMERIC(10, 2).nullable(false), this);
    public final TableField<Record, Boolean> ACTIVE =
            createField(DSL.name("active"), withDefault(SQLDataType.BOOLEAN, "true"), this);

    private Services() {
        super("services", "");
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
    public List<Check<Record>> getChecks() {
        return List.of(Internal.createCheck(this, DSL.name("services_minutes_check"), "((minutes > 0))"));
    }
}
