package dev.reflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.r2dbc.Migrator;
import dev.reflux.spring.example.PlainApplication;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** An application with its web server, asked from outside. */
@PostgresTest
class ActuatorTest {

    private final ConfigurableApplicationContext application;

    ActuatorTest(TestDatabase shared) {
        application = new SpringApplicationBuilder(PlainApplication.class)
                .web(WebApplicationType.REACTIVE)
                .registerShutdownHook(false)
                .run(
                        "--spring.r2dbc.url=r2dbc:" + shared.fresh().url(),
                        "--server.port=0",
                        "--spring.main.banner-mode=off",
                        "--management.endpoints.web.exposure.include=*",
                        "--management.endpoint.health.show-details=always",
                        "--management.endpoint.health.group.readiness.include=readinessState,reflux",
                        Example.PACKAGE);
    }

    @AfterEach
    void stop() {
        application.close();
    }

    private record Answer(int status, String body) {}

    private Answer get(String path) throws Exception {
        String port = application.getEnvironment().getProperty("local.server.port");
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .build();
        var response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        return new Answer(response.statusCode(), response.body());
    }

    @Test
    void endpoint_showsTheRevisions() throws Exception {
        Answer answer = get("/actuator/reflux");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.body())
                .startsWith("{\"upToDate\":true,\"current\":[\"b2\"],\"heads\":[\"b2\"],\"pending\":0,\"unknown\":[],")
                .contains("{\"id\":\"a1\",\"message\":\"create guests\",\"revises\":[],")
                .contains("\"state\":\"APPLIED\"")
                .containsPattern("\"appliedAt\":\"20..-..-..T[^\"]+Z\",\"durationMillis\":\\d+,\"appliedBy\":\"\\w+\"");
    }

    @Test
    void health_isDownWhileTheSchemaIsBehind() throws Exception {
        assertThat(get("/actuator/health").status()).isEqualTo(200);
        Migrator migrator = application.getBean(Migrator.class);

        migrator.downgrade("-1").blockLast();
        Answer behind = get("/actuator/health");
        assertThat(behind.status()).isEqualTo(503);
        assertThat(behind.body())
                .contains(
                        "\"reflux\":{\"details\":{\"current\":[\"a1\"],\"pending\":[\"b2\"],\"unknown\":[]},\"status\":\"DOWN\"}");
        assertThat(get("/actuator/health/readiness").status()).isEqualTo(503);
        assertThat(get("/actuator/reflux").body())
                .contains("\"state\":\"PENDING\",\"changed\":false,\"appliedAt\":null");

        migrator.upgrade("heads").blockLast();
        assertThat(get("/actuator/health/readiness").status()).isEqualTo(200);
    }

    @Test
    void metrics_haveTimersForTheRunAndItsSteps() throws Exception {
        assertThat(get("/actuator/metrics/reflux.run").body())
                .contains("{\"statistic\":\"COUNT\",\"value\":1.0}")
                .contains("{\"tag\":\"outcome\",\"values\":[\"done\"]}");
        assertThat(get("/actuator/metrics/reflux.step").body())
                .contains("{\"statistic\":\"COUNT\",\"value\":2.0}")
                .contains("{\"tag\":\"direction\",\"values\":[\"upgrade\"]}");
    }
}
