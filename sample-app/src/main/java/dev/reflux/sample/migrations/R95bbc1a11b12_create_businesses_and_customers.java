package dev.reflux.sample.migrations;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.primaryKey;
import static org.jooq.impl.DSL.unique;
import static org.jooq.impl.DSL.uuid;
import static org.jooq.impl.SQLDataType.CHAR;
import static org.jooq.impl.SQLDataType.CLOB;
import static org.jooq.impl.SQLDataType.JSONB;
import static org.jooq.impl.SQLDataType.TIMESTAMPWITHTIMEZONE;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.reflux.Migration;
import dev.reflux.Revision;
import java.time.OffsetDateTime;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The businesses that take bookings, and their customers. */
@Revision(id = "95bbc1a11b12", message = "create businesses and customers", created = "2026-02-09T09:12:44Z")
public final class R95bbc1a11b12_create_businesses_and_customers implements Migration {

    private static final Field<OffsetDateTime> NOW = field("now()", TIMESTAMPWITHTIMEZONE);

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.just(
                db.createTable("businesses")
                        .column("id", UUID.notNull().defaultValue(uuid()))
                        .column("name", VARCHAR(200).notNull())
                        .column("slug", VARCHAR(80).notNull())
                        .column("country", CHAR(2).notNull())
                        .column("time_zone", VARCHAR(64).notNull())
                        .column("opening_hours", JSONB.notNull().defaultValue(field("'{}'", JSONB)))
                        .column("created_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(NOW))
                        .constraints(
                                primaryKey("id"),
                                unique("slug"),
                                constraint("businesses_country_check")
                                        .check(field("country", CHAR).likeRegex("^[A-Z]{2}$"))),
                db.createTable("customers")
                        .column("id", UUID.notNull().defaultValue(uuid()))
                        .column("business_id", UUID.notNull())
                        .column("name", VARCHAR(200).notNull())
                        .column("email", VARCHAR(254))
                        .column("notes", CLOB)
                        .column("created_at", TIMESTAMPWITHTIMEZONE.notNull().defaultValue(NOW))
                        .constraints(
                                primaryKey("id"),
                                constraint("customers_business_id_fkey")
                                        .foreignKey("business_id")
                                        .references("businesses", "id")
                                        .onDeleteCascade()));
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.just(db.dropTable("customers"), db.dropTable("businesses"));
    }
}
