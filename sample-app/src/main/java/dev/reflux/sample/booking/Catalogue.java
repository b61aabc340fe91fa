package dev.reflux.sample.booking;

import static dev.reflux.sample.model.Businesses.BUSINESSES;
import static dev.reflux.sample.model.Services.SERVICES;
import static dev.reflux.sample.model.Staff.STAFF;
import static dev.reflux.sample.model.StaffServices.STAFF_SERVICES;
import static dev.reflux.sample.query.Database.value;

import dev.reflux.sample.booking.Offer.Person;
import dev.reflux.sample.query.Database;
import io.r2dbc.spi.Readable;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The businesses and what they offer. */
@Component
public final class Catalogue {

    private final Database database;

    Catalogue(Database database) {
        this.database = database;
    }

    /** All businesses, by name. */
    public Flux<Business> businesses() {
        return database.rows(
                database.sql()
                        .select(BUSINESSES.ID, BUSINESSES.NAME, BUSINESSES.SLUG, BUSINESSES.TIME_ZONE)
                        .from(BUSINESSES)
                        .orderBy(BUSINESSES.NAME),
                Catalogue::business);
    }

    /** The business with this name in addresses; empty if there is none. */
    public Mono<Business> business(String slug) {
        return database.rows(
                        database.sql()
                                .select(BUSINESSES.ID, BUSINESSES.NAME, BUSINESSES.SLUG, BUSINESSES.TIME_ZONE)
                                .from(BUSINESSES)
                                .where(BUSINESSES.SLUG.eq(slug)),
                        Catalogue::business)
                .next();
    }

    private static Business business(Readable row) {
        return new Business(
                value(row, "id", UUID.class),
                value(row, "name", String.class),
                value(row, "slug", String.class),
                ZoneId.of(value(row, "time_zone", String.class)));
    }

    /** What a business offers, by name, with the active staff that does it. */
    public Flux<Offer> offers(Business business) {
        return database.rows(
                        database.sql()
                                .select(
                                        SERVICES.ID,
                                        SERVICES.NAME,
                                        SERVICES.DURATION_MINUTES,
                                        SERVICES.PRICE_CENTS,
                                        SERVICES.CURRENCY,
                                        STAFF.ID.as("staff_id"),
                                        STAFF.NAME.as("staff_name"))
                                .from(SERVICES)
                                .join(STAFF_SERVICES)
                                .on(STAFF_SERVICES.SERVICE_ID.eq(SERVICES.ID))
                                .join(STAFF)
                                .on(STAFF.ID.eq(STAFF_SERVICES.STAFF_ID))
                                .where(SERVICES.BUSINESS_ID.eq(business.id()), STAFF.ACTIVE.isTrue())
                                .orderBy(SERVICES.NAME, SERVICES.ID, STAFF.NAME),
                        Catalogue::offer)
                .bufferUntilChanged(Offer::id)
                .map(Catalogue::together);
    }

    private static Offer offer(Readable row) {
        return new Offer(
                value(row, "id", UUID.class),
                value(row, "name", String.class),
                value(row, "duration_minutes", Integer.class),
                value(row, "price_cents", Integer.class),
                value(row, "currency", String.class),
                List.of(new Person(value(row, "staff_id", UUID.class), value(row, "staff_name", String.class))));
    }

    private static Offer together(List<Offer> rows) {
        Offer first = rows.get(0);
        return new Offer(
                first.id(),
                first.name(),
                first.durationMinutes(),
                first.priceCents(),
                first.currency(),
                rows.stream().flatMap(row -> row.staff().stream()).toList());
    }
}
