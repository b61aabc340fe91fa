package dev.reflux.sample.migrations;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.uuid;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;

import dev.reflux.Migration;
import dev.reflux.Revision;
import dev.reflux.Sql;
import java.time.OffsetDateTime;
import org.jooq.CreateTableElementListStep;
import org.jooq.DSLContext;
import org.jooq.DataType;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.SQLDialect;
import org.jooq.impl.DefaultDataType;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/**
 * The conversations between customers and support. They are on a branch of their own, but point at bookings and use the
 * trigger function of {@code updated_at}: hence the dependency.
 */
@Revision(
        id = "d39f214d0140",
        revises = "e4f3266022da",
        dependsOn = "2fdbbd8cf178",
        message = "create support sessions",
        created = "2026-06-11T12:14:09Z")
public final class Rd39f214d0140_create_support_sessions implements Migration {

    private static final DataType<String> STATUS_TYPE =
            new DefaultDataType<>(SQLDialect.POSTGRES, String.class, "support_status");
    private static final Field<String> STATUS = field(name("status"), STATUS_TYPE);
    private static final Field<OffsetDateTime> OPENED_AT = field(name("opened_at"), TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> CLOSED_AT = field(name("closed_at"), TIMESTAMPWITHTIMEZONE);
    private static final Field<OffsetDateTime> NOW = field("now()", TIMESTAMPWITHTIMEZONE);

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.just(
                db.createType("support_status").asEnum("open", "waiting", "resolved"),
                table(db),
                db.createIndex("support_sessions_unresolved_idx")
                        .on("support_sessions", "business_id", "opened_at")
                        .where(STATUS.ne(inline("resolved", STATUS_TYPE))),
                Sql.of("""
                        CREATE TRIGGER support_sessions_touch_updated_at BEFORE UPDATE ON support_sessions
                            FOR EACH ROW EXECUTE FUNCTION touch_updated_at()
                        """));
    }

    private static CreateTableElementListStep table(DSLContext db) {
        return db.createTable("support_sessions")
                .column("id", UUID.notNull().defaultValue(uuid()))
                .column("business_id", UUID.notNull())
                .column("customer_id", UUID)
                .column("booking_id", UUID)
                .column("status", STATUS_TYPE.notNull().defaultValue(field("'open'", STATUS_TYPE)))
                .column("context", JSONB.notNull().defaultValue(field("'{}'", JSONB)))
                .column("opened_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(NOW))
                .column("closed_at", TIMESTAMPWITHTIMEZONE)
                .column("updated_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(NOW))
                .constraints(
                        primaryKey("id"),
                        constraint("support_sessions_business_id_fkey")
                                .foreignKey("business_id")
                                .references("businesses", "id")
                                .onDeleteCascade(),
                        constraint("support_sessions_customer_id_fkey")
                                .foreignKey("customer_id")
                                .references("customers", "id")
                                .onDeleteSetNull(),
                        constraint("support_sessions_booking_id_fkey")
                                .foreignKey("booking_id")
                                .references("bookings", "id")
                                .onDeleteSetNull(),
                        constraint("support_sessions_period_check").check(OPENED_AT.le(CLOSED_AT)));
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.just(db.dropTable("support_sessions"), db.dropType("support_status"));
    }
}
