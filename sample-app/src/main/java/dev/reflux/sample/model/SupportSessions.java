package dev.reflux.sample.model;

import dev.reflux.Sql;
import java.io.Serial;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.jooq.Check;
import org.jooq.Constraint;
import org.jooq.JSONB;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.TableField;
import org.jooq.UniqueKey;
import org.jooq.impl.SQLDataType;

/** A conversation between a customer and support. */
public final class SupportSessions extends ServiceTable {

    /** The table. */
    public static final SupportSessions SUPPORT_SESSIONS = new SupportSessions();

    @Serial
    private static final long serialVersionUID = 1L;

    public final TableField<Record, UUID> ID = column("id", RANDOM);
    public final TableField<Record, UUID> BUSINESS_ID = column("business_id", REFERENCE);
    public final TableField<Record, UUID> CUSTOMER_ID = column("customer_id", SQLDataType.UUID);
    public final TableField<Record, UUID> BOOKING_ID = column("booking_id", SQLDataType.UUID);
    public final TableField<Record, SupportStatus> STATUS = column(
            "status", withDefault(SQLDataType.VARCHAR.asEnumDataType(SupportStatus.class), "'open'::support_status"));
    public final TableField<Record, JSONB> CONTEXT = column("context", withDefault(SQLDataType.JSONB, "'{}'::jsonb"));
    public final TableField<Record, OffsetDateTime> OPENED_AT = column("opened_at", NOW);
    public final TableField<Record, OffsetDateTime> CLOSED_AT = column("closed_at", MOMENT);
    public final TableField<Record, OffsetDateTime> UPDATED_AT = column("updated_at", NOW);

    private SupportSessions() {
        super("support_sessions");
    }

    @Override
    public UniqueKey<Record> getPrimaryKey() {
        return key("_pkey", ID);
    }

    @Override
    public List<Constraint> additionalConstraints() {
        return List.of(
                reference(BUSINESS_ID, Businesses.BUSINESSES).onDeleteCascade(),
                reference(CUSTOMER_ID, Customers.CUSTOMERS).onDeleteSetNull(),
                reference(BOOKING_ID, Bookings.BOOKINGS).onDeleteSetNull());
    }

    @Override
    public List<Query> additionalStatements() {
        return List.of(
                Sql.of(
                        "CREATE INDEX support_sessions_unresolved_idx ON support_sessions (business_id, opened_at) WHERE status <> 'resolved'"));
    }

    @Override
    public List<Check<Record>> getChecks() {
        return List.of(check("support_sessions_period_check", "opened_at <= closed_at"));
    }
}
