package dev.reflux.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoServerTest {

    private static final Progress SILENT = new Progress(new PrintStream(OutputStream.nullOutputStream()));

    private final Path directory;
    private DemoServer server;

    DemoServerTest(@TempDir Path temporary) throws IOException {
        directory = temporary.resolve("demo");
        server = again();
    }

    /** What the next call of the demo sees. */
    private DemoServer again() throws IOException {
        return new DemoServer(directory, Archive.of(Platform.current()), SILENT);
    }

    @Test
    void start_whenTheServerRuns_findsIt() throws IOException {
        ServerSettings first = server.start();
        new DemoDatabase(first).recreate();
        assertThat(again().start()).isEqualTo(first);
        new DemoDatabase(first).recreate();
    }

    @Test
    void start_afterTheServerWasKilled_startsItAgain() throws IOException, InterruptedException {
        ServerSettings first = server.start();
        kill(first);
        assertThat(again().start()).isEqualTo(first);
        new DemoDatabase(first).recreate();
    }

    @Test
    void start_whenAnotherProgramTookThePort_takesAnotherOne() throws IOException, InterruptedException {
        ServerSettings first = server.start();
        kill(first);
        try (ServerSocket other = new ServerSocket(first.port(), 1, InetAddress.getLoopbackAddress())) {
            ServerSettings second = again().start();
            assertThat(second.port()).isNotEqualTo(other.getLocalPort());
            assertThat(second.password()).isEqualTo(first.password());
            new DemoDatabase(second).recreate();
        }
    }

    @Test
    void start_afterAnInterruptedCall_beginsAnew() throws IOException {
        Files.createDirectories(directory.resolve("postgresql.unfinished/bin"));
        Files.createDirectories(directory.resolve("cluster/data/base"));
        new DemoDatabase(server.start()).recreate();
    }

    /** Kills the server and waits until nobody listens on its port. */
    private void kill(ServerSettings settings) throws IOException, InterruptedException {
        Path pidFile = directory.resolve("cluster/data/postmaster.pid");
        long pid = Long.parseLong(Files.readAllLines(pidFile).get(0));
        ProcessHandle.of(pid).orElseThrow().destroyForcibly();
        while (settings.isPortTaken()) {
            TimeUnit.MILLISECONDS.sleep(10);
        }
    }

    @AfterEach
    void remove() throws IOException {
        server.remove();
        assertThat(directory).doesNotExist();
    }
}
