package dev.reflux.schema.booking.jooq;

import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.ForeignKey;
import org.jooq.Index;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;

/** Who comes when, for what, and to whom. */
public final class Bookings extends BookingTable {

    public static final Bookings BOOKINGS = new Bookings();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = createField(DSL.name("id"), RANDOM, this);
    public final TableField<Record, UUID> BUSINESS_ID = createField(DSL.name("business_id"), REFERENCE, this);
    public final TableField<Record, UUID> CUSTOMER_ID = createField(DSL.name("customer_id"), REFERENCE, this);
    public final TableField<Record, UUID> SERVICE_ID = createField(DSL.name("service_id"), REFERENCE, this);
    public final TableField<Record, UUID> STAFF_ID = createField(DSL.name("staff_id"), SQLDataType.UUID, this);
    public final TableField<Record, OffsetDateTime> STARTS_AT =
            createField(DSL.name("starts_at"), MOMENT.nullable(false), this);
    public final TableField<Record, OffsetDateTime> ENDS_AT =
            createField(DSL.name("ends_at"), MOMENT.nullable(false), this);
    public final TableField<Record, BookingStatus> STATUS = createField(
            DSL.name("status"),
            withDefault(SQLDataType.VARCHAR.asEnumDataType(BookingStatus.class), "'pending'::booking_status"),
            this);
    public final TableField<Record, String> NOTES = createField(DSL.name("notes"), SQLDataType.CLOB, this);
    public final TableField<Record, OffsetDateTime> CREATED_AT = createField(DSL.name("created_at"), CREATION, this);

    private Bookings() {
        super("bookings", "Who comes when, for what, and to whom");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key(ID);
    }

    @Override
    public List<UniqueKey<Record>> getUniqueKeys() {
        return List.of(unique("bookings_staff_id_starts_at_key", STAFF_ID, STARTS_AT));
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(
                reference(BUSINESS_ID, Businesses.BUSINESSES),
                reference(CUSTOMER_ID, Customers.CUSTOMERS),
                reference(SERVICE_ID, Services.SERVICES),
                reference(STAFF_ID, Staff.STAFF));
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(
                cascading(BUSINESS_ID, Businesses.BUSINESSES),
                cascading(CUSTOMER_ID, Customers.CUSTOMERS),
                forgetting(STAFF_ID, Staff.STAFF));
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(
                index("bookings_business_id_starts_at_idx", BUSINESS_ID, STARTS_AT.desc()),
                index("bookings_customer_id_idx", CUSTOMER_ID));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(Internal.createCheck(this, DSL.name("bookings_period_check"), "((starts_at < ends_at))"));
    }
}
