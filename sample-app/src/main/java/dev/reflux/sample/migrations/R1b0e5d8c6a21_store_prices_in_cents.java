package dev.reflux.sample.migrations;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.INTEGER;
import static org.jooq.impl.SQLDataType.NUMERIC;

import dev.reflux.Migration;
import dev.reflux.Revision;
import java.math.BigDecimal;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;

/** Replaces the decimal {@code price} of a service by a whole number of cents; nothing is lost either way. */
@Revision(
        id = "1b0e5d8c6a21",
        revises = "2fdbbd8cf178",
        message = "store prices in cents",
        created = "2026-05-12T11:18:27Z")
public final class R1b0e5d8c6a21_store_prices_in_cents implements Migration {

    private static final Table<Record> SERVICES = table(name("services"));
    private static final Field<BigDecimal> PRICE = field(name("price"), NUMERIC(10, 2));
    private static final Field<Integer> PRICE_CENTS = field(name("price_cents"), INTEGER);

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.just(
                db.alterTable(SERVICES).add(PRICE_CENTS),
                db.update(SERVICES).set(PRICE_CENTS, PRICE.times(100).cast(INTEGER)),
                db.alterTable(SERVICES).alter(PRICE_CENTS).setNotNull(),
                db.alterTable(SERVICES)
                        .add(constraint("services_price_cents_check").check(PRICE_CENTS.ge(0))),
                db.alterTable(SERVICES).drop(PRICE));
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.just(
                db.alterTable(SERVICES).add(PRICE),
                db.update(SERVICES).set(PRICE, PRICE_CENTS.cast(NUMERIC).divide(100)),
                db.alterTable(SERVICES).alter(PRICE).setNotNull(),
                db.alterTable(SERVICES).add(constraint("services_price_check").check(PRICE.ge(BigDecimal.ZERO))),
                db.alterTable(SERVICES).drop(PRICE_CENTS));
    }
}
