package dev.reflux.sample.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.r2dbc.Migrator;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What the revisions make of the rows that are there. */
@PostgresTest
class RowsTest {

    private final TestDatabase database;
    private final Migrator migrator;

    RowsTest(TestDatabase shared) {
        database = shared.fresh();
        migrator = Sample.PACKAGE.migrator(database);
    }

    @BeforeEach
    void insertBusinesses() {
        migrator.upgrade("93260fa06e20").blockLast();
        database.execute("""
                INSERT INTO businesses (name, slug, country, time_zone) VALUES
                    ('Salon Hermann', 'salon', 'DE', 'Europe/Berlin'), ('Byron', 'byron', 'GB', 'Europe/London');
                INSERT INTO services (business_id, name, duration_minutes, price, currency)
                    SELECT id, 'Haircut', 45, 37.95, 'EUR' FROM businesses;
                INSERT INTO staff (business_id, name) SELECT id, 'Kim' FROM businesses;
                INSERT INTO customers (business_id, name) SELECT id, 'Customer of ' || name FROM businesses;
                """);
    }

    @Test
    void phoneNumbers_ofSeveralCountries_getTheirInternationalForm() {
        migrator.upgrade("3f2a9c1b7d04").blockLast();
        phone("salon", "(030) 90 18 20-0", "0049 551 39 0", "+1 212 555 0100", "ask at the desk", "0");
        phone("byron", "020 7946 0018", "+44 (0)161 496 0000");
        List<List<String>> before = customers();

        migrator.upgrade("7985c807adbe").blockLast();
        assertThat(database.query("SELECT phone, phone_e164 FROM customers ORDER BY phone COLLATE \"C\""))
                .containsExactly(
                        List.of("(030) 90 18 20-0", "+49309018200"),
                        List.of("+1 212 555 0100", "+12125550100"),
                        List.of("+44 (0)161 496 0000", "+441614960000"),
                        List.of("0", "NULL"),
                        List.of("0049 551 39 0", "+49551390"),
                        List.of("020 7946 0018", "+442079460018"),
                        List.of("ask at the desk", "NULL"),
                        List.of("NULL", "NULL"),
                        List.of("NULL", "NULL"));

        migrator.downgrade("-1").blockLast();
        assertThat(customers()).isEqualTo(before);
    }

    private List<List<String>> customers() {
        return database.query(
                "SELECT id, business_id, name, email, notes, phone, created_at FROM customers ORDER BY id");
    }

    private void phone(String business, String... numbers) {
        for (String number : numbers) {
            database.execute(
                    "INSERT INTO customers (business_id, name, phone) SELECT id, 'A customer', '%s' FROM businesses WHERE slug = '%s'"
                            .formatted(number, business));
        }
    }

    @Test
    void phoneNumbers_ofManyCustomers_areAllNormalised() {
        migrator.upgrade("3f2a9c1b7d04").blockLast();
        database.execute("""
                INSERT INTO customers (business_id, name, phone)
                    SELECT businesses.id, 'Customer ' || n, '030 ' || 1000000 + n
                    FROM businesses, generate_series(1, 5000) AS n WHERE slug = 'salon'
                """);
        migrator.upgrade("7985c807adbe").blockLast();
        assertThat(database.query("SELECT count(*) FROM customers WHERE phone_e164 = '+4930' || substr(phone, 5)"))
                .containsExactly(List.of("5000"));
    }

    @Test
    void prices_inCentsAndBack_keepTheirValue() {
        migrator.upgrade("1b0e5d8c6a21").blockLast();
        assertThat(database.query("SELECT DISTINCT price_cents FROM services")).containsExactly(List.of("3795"));
        migrator.downgrade("-1").blockLast();
        assertThat(database.query("SELECT DISTINCT price FROM services")).containsExactly(List.of("37.95"));
    }

    @Test
    void noShow_afterDowngrade_isCancelled() {
        migrator.upgrade("eb224999664b").blockLast();
        book("2026-12-01T10:00Z", "no_show");
        migrator.downgrade("-1").blockLast();
        assertThat(database.query("SELECT DISTINCT status FROM bookings")).containsExactly(List.of("cancelled"));
    }

    @Test
    void updatedAt_whenARowChanges_isCurrent() {
        migrator.upgrade("heads").blockLast();
        database.execute("UPDATE customers SET notes = 'prefers mornings'");
        assertThat(database.query("SELECT bool_and(updated_at > created_at) FROM customers"))
                .containsExactly(List.of("t"));
    }

    @Test
    void overview_ofABusiness_countsWhatIsComing() {
        migrator.upgrade("heads").blockLast();
        book("2126-12-01T10:00Z", "confirmed");
        book("2126-12-02T10:00Z", "cancelled");
        assertThat(database.query(
                        "SELECT name, upcoming_bookings, unresolved_sessions FROM business_overview ORDER BY name"))
                .containsExactly(List.of("Byron", "1", "0"), List.of("Salon Hermann", "1", "0"));
    }

    private void book(String start, String status) {
        database.execute("""
                INSERT INTO bookings (business_id, customer_id, service_id, staff_id, starts_at, ends_at, status)
                    SELECT businesses.id, customers.id, services.id, staff.id,
                        '%1$s'::timestamptz, '%1$s'::timestamptz + interval '45 minutes', '%2$s'
                    FROM businesses
                    JOIN customers ON customers.business_id = businesses.id
                    JOIN services ON services.business_id = businesses.id
                    JOIN staff ON staff.business_id = businesses.id
                """.formatted(start, status));
    }
}
