package dev.reflux.sample;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.io.ClassPathResource;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;

/** A business to play with, for a database that has none. One statement, so that two instances do not do it twice. */
@Component
final class SampleData implements ApplicationRunner {

    private final DatabaseClient client;

    SampleData(DatabaseClient client) {
        this.client = client;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        try (InputStream file = new ClassPathResource("sample-data.sql").getInputStream()) {
            // The thread that starts the application may block.
            client.sql(new String(file.readAllBytes(), StandardCharsets.UTF_8))
                    .then()
                    .block();
        }
    }
}
