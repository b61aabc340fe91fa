package dev.reflux.schema.booking.jooq;

import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.ForeignKey;
import org.jooq.JSONB;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.DSL;
import org.jooq.impl.Internal;
import org.jooq.impl.SQLDataType;

/** The conversations between customers and support. */
public final class SupportSessions extends BookingTable {

    public static final SupportSessions SUPPORT_SESSIONS = new SupportSessions();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = createField(DSL.name("id"), RANDOM, this);
    public final TableField<Record, UUID> BUSINESS_ID = createField(DSL.name("business_id"), REFERENCE, this);
    public final TableField<Record, UUID> CUSTOMER_ID = createField(DSL.name("customer_id"), SQLDataType.UUID, this);
    public final TableField<Record, UUID> BOOKING_ID = createField(DSL.name("booking_id"), SQLDataType.UUID, this);
    public final TableField<Record, SupportStatus> STATUS = createField(
            DSL.name("status"),
            SQLDataType.VARCHAR
                    .asEnumDataType(SupportStatus.class)
                    .nullable(false)
                    .defaultValue(SupportStatus.OPEN),
            this);
    public final TableField<Record, JSONB> CONTEXT =
            createField(DSL.name("context"), SQLDataType.JSONB.nullable(false).defaultValue(JSONB.valueOf("{}")), this);
    public final TableField<Record, OffsetDateTime> OPENED_AT = createField(DSL.name("opened_at"), CREATION, this);
    public final TableField<Record, OffsetDateTime> CLOSED_AT = createField(DSL.name("closed_at"), MOMENT, this);

    private SupportSessions() {
        super("support_sessions", "");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key(ID);
    }

    @Override
    public List<ForeignKey<Record, ?>> getReferences() {
        return List.of(
                reference(BUSINESS_ID, Businesses.BUSINESSES),
                reference(CUSTOMER_ID, Customers.CUSTOMERS),
                reference(BOOKING_ID, Bookings.BOOKINGS));
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(
                cascading(BUSINESS_ID, Businesses.BUSINESSES),
                forgetting(CUSTOMER_ID, Customers.CUSTOMERS),
                forgetting(BOOKING_ID, Bookings.BOOKINGS));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(
                Internal.createCheck(this, DSL.name("support_sessions_period_check"), "((opened_at <= closed_at))"));
    }
}
