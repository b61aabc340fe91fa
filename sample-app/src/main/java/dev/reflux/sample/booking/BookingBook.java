package dev.reflux.sample.booking;

import static dev.reflux.sample.model.Bookings.BOOKINGS;
import static dev.reflux.sample.model.Customers.CUSTOMERS;
import static dev.reflux.sample.model.Services.SERVICES;
import static dev.reflux.sample.model.Staff.STAFF;
import static dev.reflux.sample.query.Database.value;

import dev.reflux.sample.booking.RefusedBookingException.Reason;
import dev.reflux.sample.model.BookingStatus;
import dev.reflux.sample.query.Database;
import io.r2dbc.spi.R2dbcException;
import io.r2dbc.spi.Readable;
import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.UUID;
import org.jooq.Record;
import org.jooq.SelectJoinStep;
import org.jooq.impl.DSL;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.reactive.TransactionalOperator;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/** The bookings of all businesses. The database is what keeps two of them from overlapping. */
@Component
public final class BookingBook {

    /** A value of an exclusion constraint is taken. */
    private static final String EXCLUSION_VIOLATION = "23P01";

    private final Database database;
    private final Catalogue catalogue;
    private final TransactionalOperator transaction;
    private final Clock clock;
    private final Sinks.Many<News> news = Sinks.many().multicast().directBestEffort();

    BookingBook(Database database, Catalogue catalogue, TransactionalOperator transaction, Clock clock) {
        this.database = database;
        this.catalogue = catalogue;
        this.transaction = transaction;
        this.clock = clock;
    }

    private record News(UUID business, Booking booking) {}

    /** The day that a business has now. */
    public LocalDate today(Business business) {
        return LocalDate.now(clock.withZone(business.timeZone()));
    }

    /** The bookings of a day, by time; without those that were cancelled. */
    public Flux<Booking> of(Business business, LocalDate day) {
        ZoneId zone = business.timeZone();
        return database.rows(
                bookings()
                        .where(
                                BOOKINGS.BUSINESS_ID.eq(business.id()),
                                BOOKINGS.STARTS_AT.ge(day.atStartOfDay(zone).toOffsetDateTime()),
                                BOOKINGS.STARTS_AT.lt(
                                        day.plusDays(1).atStartOfDay(zone).toOffsetDateTime()),
                                BOOKINGS.STATUS.ne(BookingStatus.CANCELLED))
                        .orderBy(BOOKINGS.STARTS_AT, STAFF.NAME),
                row -> booking(row, zone));
    }

    /** The bookings that are made from now on, through this instance of the service. */
    public Flux<Booking> news(Business business) {
        return news.asFlux()
                .filter(made -> made.business().equals(business.id()))
                .map(News::booking);
    }

    /**
     * Makes a booking; the customer is known by the email address.
     *
     * @return the booking, or a {@link RefusedBookingException}
     */
    public Mono<Booking> book(Business business, BookingRequest request) {
        if (request.startsAt().isBefore(LocalDateTime.now(clock.withZone(business.timeZone())))) {
            return Mono.error(new RefusedBookingException(Reason.UNFIT, "startsAt", "That time has passed."));
        }
        return offer(business, request)
                .flatMap(offer ->
                        customer(business, request).flatMap(customer -> insert(business, request, offer, customer)))
                .as(transaction::transactional)
                .onErrorMap(DataIntegrityViolationException.class, error -> taken(error, request))
                .flatMap(id -> database.rows(
                                bookings().where(BOOKINGS.ID.eq(id)), row -> booking(row, business.timeZone()))
                        .single())
                .doOnNext(booking -> news.tryEmitNext(new News(business.id(), booking)));
    }

    private Mono<Offer> offer(Business business, BookingRequest request) {
        return catalogue
                .offers(business)
                .filter(offer -> offer.id().equals(request.serviceId())
                        && offer.staff().stream().anyMatch(person -> person.id().equals(request.staffId())))
                .next()
                .switchIfEmpty(Mono.error(() -> new RefusedBookingException(
                        Reason.UNFIT, "staffId", "This member of the staff does not do that here.")));
    }

    private Mono<UUID> customer(Business business, BookingRequest request) {
        return database.run(database.sql()
                        .insertInto(CUSTOMERS)
                        .set(CUSTOMERS.BUSINESS_ID, business.id())
                        .set(CUSTOMERS.NAME, request.name())
                        .set(CUSTOMERS.EMAIL, request.email())
                        .set(CUSTOMERS.PHONE, request.phone())
                        .onConflictDoNothing())
                .thenMany(database.rows(
                        database.sql()
                                .select(CUSTOMERS.ID)
                                .from(CUSTOMERS)
                                .where(
                                        CUSTOMERS.BUSINESS_ID.eq(business.id()),
                                        DSL.lower(CUSTOMERS.EMAIL).eq(DSL.lower(request.email()))),
                        row -> value(row, "id", UUID.class)))
                .single();
    }

    private Mono<UUID> insert(Business business, BookingRequest request, Offer offer, UUID customer) {
        OffsetDateTime start = request.startsAt().atZone(business.timeZone()).toOffsetDateTime();
        return database.rows(
                        database.sql()
                                .insertInto(BOOKINGS)
                                .set(BOOKINGS.BUSINESS_ID, business.id())
                                .set(BOOKINGS.CUSTOMER_ID, customer)
                                .set(BOOKINGS.SERVICE_ID, offer.id())
                                .set(BOOKINGS.STAFF_ID, request.staffId())
                                .set(BOOKINGS.STARTS_AT, start)
                                .set(BOOKINGS.ENDS_AT, start.plusMinutes(offer.durationMinutes()))
                                .set(BOOKINGS.STATUS, BookingStatus.CONFIRMED)
                                .returning(BOOKINGS.ID),
                        row -> value(row, "id", UUID.class))
                .single();
    }

    private static Throwable taken(DataIntegrityViolationException error, BookingRequest request) {
        boolean overlap =
                error.getCause() instanceof R2dbcException cause && EXCLUSION_VIOLATION.equals(cause.getSqlState());
        return overlap
                ? new RefusedBookingException(
                        Reason.TAKEN, "startsAt", request.startsAt().toLocalTime() + " is taken. Choose another time.")
                : error;
    }

    private SelectJoinStep<? extends Record> bookings() {
        return database.sql()
                .select(
                        BOOKINGS.ID,
                        BOOKINGS.STARTS_AT,
                        BOOKINGS.ENDS_AT,
                        BOOKINGS.STATUS,
                        CUSTOMERS.NAME.as("customer"),
                        SERVICES.NAME.as("service"),
                        STAFF.NAME.as("staff"))
                .from(BOOKINGS)
                .join(CUSTOMERS)
                .on(CUSTOMERS.ID.eq(BOOKINGS.CUSTOMER_ID))
                .join(SERVICES)
                .on(SERVICES.ID.eq(BOOKINGS.SERVICE_ID))
                .join(STAFF)
                .on(STAFF.ID.eq(BOOKINGS.STAFF_ID));
    }

    private static Booking booking(Readable row, ZoneId zone) {
        return new Booking(
                value(row, "id", UUID.class),
                value(row, "customer", String.class),
                value(row, "service", String.class),
                value(row, "staff", String.class),
                local(row, "starts_at", zone),
                local(row, "ends_at", zone),
                value(row, "status", String.class));
    }

    private static LocalDateTime local(Readable row, String column, ZoneId zone) {
        return value(row, column, OffsetDateTime.class).atZoneSameInstant(zone).toLocalDateTime();
    }
}
