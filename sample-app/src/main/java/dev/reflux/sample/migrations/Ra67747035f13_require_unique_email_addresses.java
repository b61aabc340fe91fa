package dev.reflux.sample.migrations;

import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.lower;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.reflux.Migration;
import dev.reflux.Revision;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** One customer for each email address of a business, whatever its case. */
@Revision(
        id = "a67747035f13",
        revises = "01e7a5f4b323",
        message = "require unique email addresses",
        created = "2026-09-08T13:20:47Z")
public final class Ra67747035f13_require_unique_email_addresses implements Migration {

    private static final Table<Record> CUSTOMERS = table(name("customers"));
    private static final Field<UUID> BUSINESS_ID = field(name("business_id"), UUID);
    private static final Field<String> EMAIL = field(name("email"), VARCHAR(254));

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.just(db.createUniqueIndex("customers_email_key").on(CUSTOMERS, BUSINESS_ID, lower(EMAIL)));
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.just(db.dropIndex("customers_email_key"));
    }
}
