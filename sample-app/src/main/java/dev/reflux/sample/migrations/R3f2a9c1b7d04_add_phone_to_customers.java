package dev.reflux.sample.migrations;

import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.reflux.Migration;
import dev.reflux.Revision;
import org.jooq.DSLContext;
import org.jooq.Query;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** The phone number of a customer, as it was typed. */
@Revision(
        id = "3f2a9c1b7d04",
        revises = "1b0e5d8c6a21",
        message = "add phone to customers",
        created = "2026-06-02T07:49:15Z")
public final class R3f2a9c1b7d04_add_phone_to_customers implements Migration {

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.just(
                db.alterTable("customers").addColumn("phone", VARCHAR(32)),
                db.createIndex("customers_phone_idx").on("customers", "phone"));
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.just(db.alterTable("customers").dropColumn("phone"));
    }
}
