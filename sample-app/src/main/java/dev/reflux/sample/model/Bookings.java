package dev.reflux.sample.model;

import dev.reflux.Sql;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.Index;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.SQLDataType;

/** Who comes when, for what, and to whom. No two of one member of the staff overlap: the constraint bookings_no_overlap. */
public final class Bookings extends ServiceTable {

    /** The table. */
    public static final Bookings BOOKINGS = new Bookings();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = column("id", RANDOM);
    public final TableField<Record, UUID> BUSINESS_ID = column("business_id", REFERENCE);
    public final TableField<Record, UUID> CUSTOMER_ID = column("customer_id", REFERENCE);
    public final TableField<Record, UUID> SERVICE_ID = column("service_id", REFERENCE);
    public final TableField<Record, UUID> STAFF_ID = column("staff_id", REFERENCE);
    public final TableField<Record, OffsetDateTime> STARTS_AT = column("starts_at", MOMENT.notNull());
    public final TableField<Record, OffsetDateTime> ENDS_AT = column("ends_at", MOMENT.notNull());
    public final TableField<Record, BookingStatus> STATUS = column(
            "status",
            withDefault(SQLDataType.VARCHAR.asEnumDataType(BookingStatus.class), "'pending'::booking_status"));
    public final TableField<Record, String> NOTES = column("notes", SQLDataType.CLOB);
    public final TableField<Record, OffsetDateTime> CREATED_AT = column("created_at", NOW);
    public final TableField<Record, OffsetDateTime> UPDATED_AT = column("updated_at", NOW);

    private Bookings() {
        super("bookings");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", ID);
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(
                reference(BUSINESS_ID, Businesses.BUSINESSES).onDeleteCascade(),
                reference(CUSTOMER_ID, Customers.CUSTOMERS).onDeleteCascade(),
                reference(SERVICE_ID, Services.SERVICES).onDeleteCascade(),
                reference(STAFF_ID, Staff.STAFF).onDeleteCascade());
    }

    @Override
    public List<Index> getIndexes() {
        return List.of(index("bookings_customer_id_idx", CUSTOMER_ID));
    }

    @Override
    public List<Query> additionalStatements() {
        return List.of(
                Sql.of(
                        "CREATE INDEX bookings_upcoming_idx ON bookings (business_id, starts_at) WHERE status IN ('pending', 'confirmed')"));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(check("bookings_period_check", "starts_at < ends_at"));
    }
}
