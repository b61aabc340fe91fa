package dev.reflux.sample;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

/** In a class of its own: whoever closes a service takes the event loops of the others in its JVM along. */
@PostgresTest
class TwoInstancesTest {

    @Test
    void instances_startedTogetherOnOneDatabase_migrateOnceAndServe(TestDatabase database) throws Exception {
        Callable<RunningService> instance = () -> RunningService.on(database.url());
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            List<Future<RunningService>> started = threads.invokeAll(List.of(instance, instance));
            try (RunningService one = started.get(0).get();
                    RunningService other = started.get(1).get()) {
                assertThat(one.get("/api/businesses").json()).hasSize(1);
                assertThat(other.get("/api/businesses").json()).hasSize(1);
            }
        } finally {
            threads.shutdown();
        }
        assertThat(database.query("SELECT count(*), count(DISTINCT revision) FROM schema_revision_log"))
                .isEqualTo(List.of(List.of("16", "16")));
    }
}
