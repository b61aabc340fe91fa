package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The sessions in {@code src/test/sessions}: what is typed, and all that appears. To write down what appears now, after a look
 * at why it changed: {@code -Dreflux.test.record=true}.
 */
@PostgresTest
class SessionTest {

    private static final Path SESSIONS = Path.of("src", "test", "sessions");

    @TempDir
    private Path directory = Path.of("");

    private final TestDatabase database;

    SessionTest(TestDatabase database) {
        this.database = database.fresh();
    }

    static List<String> sessions() throws IOException {
        try (Stream<Path> files = Files.list(SESSIONS)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("sessions")
    void session_appearsAsWritten(String name) throws IOException {
        Path file = SESSIONS.resolve(name);
        String written = Files.readString(file);

        String seen = new Session(directory.resolve("shop"), database).replay(written);

        if (Boolean.getBoolean("reflux.test.record")) {
            Files.writeString(file, seen);
        }
        assertThat(seen).isEqualTo(written);
    }
}
