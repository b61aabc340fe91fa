package dev.reflux.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.BufferedReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** The one jar that runs alone: the revisions, classes and SQL files, are in jars inside it. */
@PostgresTest
class BookingJarIT {

    private static final Pattern PORT = Pattern.compile("Netty started on port (\\d+)");

    @Test
    void jar_startedAlone_migratesAndServes(TestDatabase database) throws Exception {
        Process process = start(database);
        try {
            List<String> lines = new ArrayList<>();
            String port = port(process, lines);
            assertThat(port).as(String.join("\n", lines)).isNotEmpty();
            String schema = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/schema.svg"))
                                    .build(),
                            BodyHandlers.ofString())
                    .body();
            assertThat(schema).contains("16 revisions, 16 applied");
            assertThat(lines).noneMatch(line -> line.contains(database.password() + "@"));
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    private static Process start(TestDatabase database) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-jar",
                        Path.of("target", "booking-service.jar").toString(),
                        "--server.port=0")
                .redirectErrorStream(true);
        builder.environment().put("DATABASE_URL", database.url());
        return builder.start();
    }

    /** Reads what the process says until it serves; empty if it ends before. */
    private static String port(Process process, List<String> lines) throws Exception {
        BufferedReader output = process.inputReader();
        for (String line = output.readLine(); line != null; line = output.readLine()) {
            lines.add(line);
            Matcher matcher = PORT.matcher(line);
            if (matcher.find()) {
                return matcher.group(1);
            }
        }
        return "";
    }
}
