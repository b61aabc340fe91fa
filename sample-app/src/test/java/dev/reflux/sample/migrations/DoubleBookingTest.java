package dev.reflux.sample.migrations;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.R2dbcException;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class DoubleBookingTest {

    private static final String EXCLUSION_VIOLATION = "23P01";

    private final TestDatabase database;

    DoubleBookingTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeAll
    void migrate() {
        Sample.PACKAGE.migrator(database).upgrade("heads").blockLast();
        database.execute("""
                INSERT INTO businesses (name, slug, country, time_zone) VALUES ('Byron', 'byron', 'GB', 'Europe/London');
                INSERT INTO services (business_id, name, duration_minutes, price_cents, currency)
                    SELECT id, 'Haircut', 45, 3795, 'GBP' FROM businesses;
                INSERT INTO staff (business_id, name) SELECT id, staff FROM businesses, unnest(ARRAY['Kim', 'Robin']) AS staff;
                INSERT INTO customers (business_id, name) SELECT id, 'Ada' FROM businesses;
                """);
    }

    @AfterEach
    void deleteBookings() {
        database.execute("DELETE FROM bookings");
    }

    @Test
    void booking_thatOverlapsAnother_isRefused() {
        book("Kim", "10:00", "10:45", "confirmed");
        assertThatThrownBy(() -> book("Kim", "10:30", "11:15", "pending"))
                .isInstanceOfSatisfying(
                        R2dbcException.class,
                        error -> assertThat(error.getSqlState()).isEqualTo(EXCLUSION_VIOLATION))
                .hasMessageContaining("bookings_no_overlap");
    }

    @Test
    void booking_thatTakesNobodysTime_isAccepted() {
        book("Kim", "10:00", "10:45", "confirmed");
        book("Kim", "10:45", "11:30", "confirmed");
        book("Robin", "10:00", "10:45", "confirmed");
        book("Kim", "10:00", "10:45", "cancelled");
        assertThat(database.query("SELECT count(*) FROM bookings")).containsExactly(List.of("4"));
    }

    private void book(String staff, String start, String end, String status) {
        database.execute("""
                INSERT INTO bookings (business_id, customer_id, service_id, staff_id, starts_at, ends_at, status)
                    SELECT staff.business_id, customers.id, services.id, staff.id,
                        '2026-12-01 %sZ'::timestamptz, '2026-12-01 %sZ'::timestamptz, '%s'
                    FROM staff
                    JOIN customers ON customers.business_id = staff.business_id
                    JOIN services ON services.business_id = staff.business_id
                    WHERE staff.name = '%s'
                """.formatted(start, end, status, staff));
    }
}
