package dev.reflux.sample.migrations;

import static org.jooq.impl.DSL.constraint;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.SQLDataType.CHAR;
import static org.jooq.impl.SQLDataType.UUID;
import static org.jooq.impl.SQLDataType.VARCHAR;

import dev.reflux.Migration;
import dev.reflux.Revision;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Query;
import org.jooq.Record;
import org.jooq.Table;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Adds the international form (E.164) of each phone number, worked out from the country of the business. What was typed
 * stays as it is; a number that cannot be understood gets no international form.
 */
@Revision(
        id = "7985c807adbe",
        revises = "3f2a9c1b7d04",
        message = "normalise phone numbers",
        created = "2026-06-23T14:22:58Z")
public final class R7985c807adbe_normalise_phone_numbers implements Migration {

    private static final Table<Record> BUSINESSES = table(name("businesses"));
    private static final Field<UUID> BUSINESS_ID = field(name("businesses", "id"), UUID);
    private static final Field<String> COUNTRY = field(name("businesses", "country"), CHAR(2));

    private static final Table<Record> CUSTOMERS = table(name("customers"));
    private static final Field<UUID> CUSTOMER_ID = field(name("customers", "id"), UUID);
    private static final Field<UUID> CUSTOMER_BUSINESS_ID = field(name("customers", "business_id"), UUID);
    private static final Field<String> PHONE = field(name("customers", "phone"), VARCHAR(32));
    private static final Field<String> PHONE_E164 = field(name("phone_e164"), VARCHAR(16));

    private static final Map<String, String> CALLING_CODES =
            Map.of("AT", "+43", "CH", "+41", "DE", "+49", "FR", "+33", "GB", "+44", "NL", "+31");
    private static final Pattern E164 = Pattern.compile("\\+[1-9][0-9]{6,14}");

    @Override
    public Publisher<? extends Query> upgrade(DSLContext db) {
        return Flux.<Query>concat(
                Flux.just(db.alterTable(CUSTOMERS).add(PHONE_E164)),
                updates(db),
                Flux.just(db.alterTable(CUSTOMERS)
                        .add(constraint("customers_phone_e164_check")
                                .check(PHONE_E164.likeRegex("^\\+[1-9][0-9]{6,14}$")))));
    }

    private static Flux<Query> updates(DSLContext db) {
        return Flux.from(db.select(CUSTOMER_ID, PHONE, COUNTRY)
                        .from(CUSTOMERS)
                        .join(BUSINESSES)
                        .on(BUSINESS_ID.eq(CUSTOMER_BUSINESS_ID))
                        .where(PHONE.isNotNull()))
                .concatMap(row -> Mono.justOrEmpty(international(row.get(PHONE), row.get(COUNTRY)))
                        .map(number -> db.update(CUSTOMERS)
                                .set(PHONE_E164, number)
                                .where(CUSTOMER_ID.eq(row.get(CUSTOMER_ID)))));
    }

    /** {@code (030) 12 34 56} in Germany is {@code +4930123456}; empty for what is no phone number. */
    private static Optional<String> international(String phone, String country) {
        String callingCode = CALLING_CODES.getOrDefault(country, "");
        String digits = phone.replace("(0)", "").replaceAll("[^+0-9]", "");
        String number = digits.replaceFirst("^00", "+").replaceFirst("^0", callingCode);
        return Optional.of(number).filter(E164.asMatchPredicate());
    }

    @Override
    public Publisher<? extends Query> downgrade(DSLContext db) {
        return Flux.just(db.alterTable(CUSTOMERS).drop(PHONE_E164));
    }
}
