package dev.reflux.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.sample.RunningService.Answer;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import tools.jackson.databind.JsonNode;

@PostgresTest
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ServiceTest {

    private static final String BOOKINGS = "/api/businesses/salon-hermann/bookings";
    private final LocalDate tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1);

    private final TestDatabase database;
    private final RunningService service;

    ServiceTest(TestDatabase database) {
        this.database = database;
        service = RunningService.on(database.url());
    }

    @AfterAll
    void stop() {
        service.close();
    }

    @Test
    void booking_isListedOnItsDay() throws Exception {
        Answer made = service.post(BOOKINGS, service.booking("emmy", tomorrow, "10:00"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.json().get("startsAt").asString()).isEqualTo(tomorrow + "T10:00:00");
        assertThat(service.get(BOOKINGS + "?day=" + tomorrow).body())
                .contains(made.json().get("id").asString());
        assertThat(service.get(BOOKINGS + "?day=" + tomorrow.plusDays(1)).body())
                .isEqualTo("[]");
    }

    @Test
    void booking_ofATakenTime_isAConflict() throws Exception {
        service.post(BOOKINGS, service.booking("ada", tomorrow, "12:00"));
        Answer second = service.post(BOOKINGS, service.booking("carl", tomorrow, "12:10"));

        assertThat(second.status()).isEqualTo(409);
        assertThat(second.json().get("errors").get("startsAt").asString())
                .isEqualTo("12:10 is taken. Choose another time.");
        assertThat(database.query("SELECT name FROM customers WHERE name = 'carl'"))
                .as("rolled back with the booking")
                .isEmpty();
    }

    @Test
    void booking_withMistakes_namesEachField() throws Exception {
        Answer refused = service.post(BOOKINGS, "{\"name\": \" \", \"email\": \"nowhere\"}");

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.json().get("errors").propertyNames())
                .containsExactlyInAnyOrder("email", "name", "serviceId", "staffId", "startsAt");
    }

    @Test
    void booking_ofThePast_isRefused() throws Exception {
        Answer refused = service.post(BOOKINGS, service.booking("alan", tomorrow.minusDays(2), "10:00"));

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.body()).contains("That time has passed.");
    }

    @Test
    void newBookings_areStreamed() throws Exception {
        try (Stream<String> lines = service.lines(BOOKINGS + "/stream")) {
            String made = service.post(BOOKINGS, service.booking("mary", tomorrow, "15:00"))
                    .json()
                    .get("id")
                    .asString();
            assertThat(lines.filter(line -> line.startsWith("data:")).findFirst())
                    .hasValueSatisfying(data -> assertThat(data).contains(made));
        }
    }

    @Test
    void questions_areAnsweredFromTheFaqs_andKept() throws Exception {
        JsonNode first = service.post(
                        "/api/businesses/salon-hermann/support-sessions", "{\"content\": \"Is there parking?\"}")
                .json();
        String session = "/api/support-sessions/" + first.get("id").asString();
        assertThat(first.get("turns").get(1).get("content").asString()).contains("In the yard");

        service.post(session + "/turns", "{\"content\": \"Do you sell bicycles?\"}");
        JsonNode both = service.get(session).json();
        assertThat(both.get("turns")).hasSize(4);
        assertThat(both.get("status").asString()).isEqualTo("waiting");
        assertThat(service.get("/api/support-sessions/" + new UUID(0, 0)).status())
                .isEqualTo(404);
    }

    @Test
    void schema_isDrawnWithWhatIsApplied() throws Exception {
        assertThat(service.get("/schema.svg").body()).contains("16 revisions, 16 applied");
        assertThat(service.get("/actuator/health/readiness").status()).isEqualTo(200);
    }
}
