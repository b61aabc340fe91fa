package dev.reflux.sample.migrations;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.uuid;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;

import dev.reflux.Migration;
import dev.reflux.Revision;
import java.time.OffsetDateTime;
import org.jooq.Constraint;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Who comes when, for what, and to whom. */
@Revision(
        id = "f8d65f0ceee7",
        revises = "93260fa06e20",
        labels = "booking",
        message = "create bookings",
        created = "2026-02-16T10:05:31Z")
public final class Rf8d65f0ceee7_create_bookings implements Migration {

    private static final DataType<String> BOOKING_STATUS =
            new DefaultDataType<>(SQLDialect.POSTGRES, String.class, "booking_status");
    private static final Field<String> PENDING = field("'pending'", BOOKING_STATUS);
    private static final Field<OffsetDateTime> STARTS_AT = field("starts_at", TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> ENDS_AT = field("ends_at", TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> NOW = field("now()", TIMESTAMPWITHTIMEZONE);

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.just(
                db.createType("booking_status").asEnum("pending", "confirmed", "completed", "cancelled"),
                db.createTable("bookings")
                        .column("id", UUID.notNull().defaultValue(uuid()))
                        .column("business_id", UUID.notNull())
                        .column("customer_id", UUID.notNull())
                        .column("service_id", UUID.notNull())
                        .column("staff_id", UUID.notNull())
                        .column("starts_at", TIMESTAMPWITHTIMEZONE.notNull())
                        .column("ends_at", TIMESTAMPWITHTIMEZONE.notNull())
                        .column("status", BOOKING_STATUS.notNull().defaultValue(PENDING))
                        .column("notes", CLOB)
                        .column("created_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(NOW))
                        .constraints(
                                primaryKey("id"),
                                reference("business_id", "businesses"),
                                reference("customer_id", "customers"),
                                reference("service_id", "services"),
                                reference("staff_id", "staff"),
                                constraint("bookings_period_check").check(STARTS_AT.lt(ENDS_AT))),
                db.createIndex("bookings_customer_id_idx").on("bookings", "customer_id"));
    }

    private static Constraint reference(String column, String table) {
        return constraint("bookings_" + column + "_fkey")
                .foreignKey(column)
                .references(table, "id")
                .onDeleteCascade();
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.just(db.dropTable("bookings"), db.dropType("booking_status"));
    }
}
