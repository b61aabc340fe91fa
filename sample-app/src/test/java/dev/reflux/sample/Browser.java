package dev.reflux.sample;

import java.io.File;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A real Chromium without a window, driven over <a href="https://www.w3.org/TR/webdriver2/">WebDriver</a>, which is JSON over HTTP.
 * Everything here waits until the page is as it should be, and gives up after a minute.
 */
final class Browser implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.shared();
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final HttpClient client = HttpClient.newHttpClient();
    private final Process driver;
    private final String address;
    private final String session;

    private Browser(Path program, int port) throws Exception {
        driver = new ProcessBuilder(program.toString(), "--port=" + port)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        address = "http://127.0.0.1:" + port;
        until(() -> call("GET", "/status", Map.of()).path("ready").asBoolean());
        Map<String, ?> chrome =
                Map.of("args", List.of("--headless=new", "--no-sandbox", "--disable-gpu", "--window-size=1100,1900"));
        session = "/session/"
                + call(
                                "POST",
                                "/session",
                                Map.of("capabilities", Map.of("alwaysMatch", Map.of("goog:chromeOptions", chrome))))
                        .get("sessionId")
                        .asString();
    }

    /** The program that drives Chromium, if it is installed. */
    static Optional<Path> driver() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .map(directory -> Path.of(directory, "chromedriver"))
                .filter(Files::isExecutable)
                .findFirst();
    }

    static Browser start(Path program) throws Exception {
        return new Browser(program, freePort());
    }

    private static int freePort() throws IOException {
        try (ServerSocket free = new ServerSocket(0)) {
            return free.getLocalPort();
        }
    }

    interface Condition {
        boolean holds() throws Exception;
    }

    private void until(Condition condition) throws Exception {
        Instant end = Instant.now().plus(PATIENCE);
        while (!met(condition)) {
            if (Instant.now().isAfter(end)) {
                throw new AssertionError("The page is not as expected after " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** A driver that has only just started refuses connections. */
    private static boolean met(Condition condition) throws Exception {
        try {
            return condition.holds();
        } catch (IOException notYet) {
            return false;
        }
    }

    void open(String url) throws Exception {
        call("POST", session + "/url", Map.of("url", url));
    }

    /** Shows the page on a screen of this size, in CSS pixels. */
    void resize(int width, int height) throws Exception {
        call(
                "POST",
                session + "/goog/cdp/execute",
                Map.of(
                        "cmd",
                        "Emulation.setDeviceMetricsOverride",
                        "params",
                        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", true)));
    }

    /** What a JavaScript expression is. */
    JsonNode value(String expression) throws Exception {
        return call("POST", session + "/execute/sync", Map.of("script", "return " + expression, "args", List.of()));
    }

    /** Waits until a JavaScript expression is true. */
    void await(String expression) throws Exception {
        until(() -> value("Boolean(" + expression + ")").asBoolean());
    }

    void click(String selector) throws Exception {
        call("POST", session + "/element/" + element(selector) + "/click", Map.of());
    }

    void type(String selector, String text) throws Exception {
        String element = session + "/element/" + element(selector);
        call("POST", element + "/clear", Map.of());
        call("POST", element + "/value", Map.of("text", text));
    }

    private String element(String selector) throws Exception {
        return call("POST", session + "/element", Map.of("using", "css selector", "value", selector))
                .iterator()
                .next()
                .asString();
    }

    void screenshot(Path file) throws Exception {
        Files.write(
                file,
                Base64.getDecoder()
                        .decode(call("GET", session + "/screenshot", Map.of()).asString()));
    }

    private JsonNode call(String method, String path, Map<String, ?> body) throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(address + path));
        request.method(
                method,
                method.equals("POST")
                        ? BodyPublishers.ofString(JSON.writeValueAsString(body))
                        : BodyPublishers.noBody());
        JsonNode value = JSON.readTree(
                        client.send(request.build(), BodyHandlers.ofString()).body())
                .get("value");
        if (value.has("error")) {
            throw new AssertionError(value.get("message").asString());
        }
        return value;
    }

    @Override
    public void close() throws IOException {
        try {
            call("DELETE", session, Map.of());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } finally {
            driver.destroy();
        }
    }
}
