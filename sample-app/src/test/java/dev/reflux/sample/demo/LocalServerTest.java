package dev.reflux.sample.demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.r2dbc.url.ConnectionUrl;
import io.r2dbc.spi.Connection;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.publisher.Mono;

class LocalServerTest {

    @Test
    void server_isSharedAndStopsWithTheLastWhoUsesIt(@TempDir Path temporary) {
        Path directory = temporary.resolve("service");
        LocalServer first = LocalServer.start(directory);
        LocalServer second = LocalServer.start(directory);
        assertThat(second.url()).isEqualTo(first.url());
        Connection connection = connect(first);

        second.stopIfUnused();
        assertThat(directory.resolve("cluster/data/postmaster.pid"))
                .as("still used")
                .exists();
        Mono.from(connect(first).close()).block();

        Mono.from(connection.close()).block();
        first.stopIfUnused();
        assertThat(directory.resolve("cluster/data/postmaster.pid")).doesNotExist();
    }

    private static Connection connect(LocalServer server) {
        return Objects.requireNonNull(
                Mono.from(ConnectionUrl.parse(server.url()).connectionFactory().create())
                        .block());
    }
}
