package dev.reflux.sample;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * An instance of the service in this process.
 *
 * @param context of it
 */
record RunningService(ConfigurableApplicationContext context) implements AutoCloseable {

    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final JsonMapper JSON = JsonMapper.shared();

    /** What it answers. */
    record Answer(int status, String body) {
        JsonNode json() {
            return JSON.readTree(body);
        }
    }

    static RunningService on(String url) {
        return new RunningService(new SpringApplicationBuilder(BookingApplication.class)
                .registerShutdownHook(false)
                .run(
                        "--booking.database-url=" + url,
                        "--reflux.url=",
                        "--server.port=0",
                        "--logging.level.root=WARN",
                        "--spring.main.log-startup-info=false",
                        "--spring.r2dbc.pool.initial-size=1"));
    }

    String address() {
        return "http://localhost:" + context.getEnvironment().getProperty("local.server.port");
    }

    Answer get(String path) throws Exception {
        return answer(request(path).build());
    }

    Answer post(String path, String json) throws Exception {
        return answer(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(json))
                .build());
    }

    /** The lines of an answer that does not end. */
    Stream<String> lines(String path) throws Exception {
        return CLIENT.send(request(path).build(), BodyHandlers.ofLines()).body();
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path));
    }

    private static Answer answer(HttpRequest request) throws Exception {
        HttpResponse<String> response = CLIENT.send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    /** The JSON of a booking, with the first member of the staff who does the first service. */
    String booking(String name, LocalDate day, String time) throws Exception {
        JsonNode offer = get("/api/businesses/salon-hermann/offers").json().get(0);
        return """
                {"name": "%s", "email": "%s@example.org", "serviceId": "%s", "staffId": "%s", "startsAt": "%sT%s"}
                """.formatted(
                        name,
                        name,
                        offer.get("id").asString(),
                        offer.get("staff").get(0).get("id").asString(),
                        day,
                        time);
    }

    @Override
    public void close() {
        context.close();
    }
}
