package dev.reflux.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.cli.Workplace.Result;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@PostgresTest
class InterruptTest {

    private static final Duration LONGEST = Duration.ofSeconds(60);

    @Test
    void interrupt_ofARunningStep_rollsItBack(TestDatabase database, @TempDir Path directory) throws Exception {
        Workplace place = Workplace.in(directory).with(database.url());
        place.write("migrations/a1.sql", "-- revision: a1\n\n-- upgrade\nCREATE TABLE a1 (id int);\n");
        place.write(
                "migrations/b2.sql",
                "-- revision: b2\n-- revises: a1\n\n-- upgrade\nCREATE TABLE b2 (id int);\nSELECT pg_sleep(600);\n");
        CompletableFuture<Result> run = CompletableFuture.supplyAsync(() -> place.run("upgrade"));
        awaitSleeper(database);

        place.interrupt();

        Result result = run.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertThat(result.code()).isEqualTo(130);
        assertThat(result.err())
                .contains(
                        "interrupted: rolling back ...\nThe step that was running is rolled back; what was done before it stays.");
        assertThat(sleepers(database)).isEqualTo("0");
        assertThat(database.query("SELECT to_regclass('a1') IS NULL, to_regclass('b2') IS NULL"))
                .containsExactly(List.of("f", "t"));
        assertThat(place.run("current").out()).isEqualTo("a1\n");
    }

    @Test
    void interrupt_ofAComparison_leavesNothingBehind(TestDatabase database, @TempDir Path directory) throws Exception {
        Workplace place = Workplace.in(directory).with(database.url());
        place.write("migrations/.gitkeep", "");
        place.write("schema.sql", "CREATE TABLE a1 (id int);\nSELECT pg_sleep(600);\n");
        CompletableFuture<Result> run = CompletableFuture.supplyAsync(
                () -> place.run("check", "--allow-behind", "--schema", directory + "/schema.sql"));
        awaitSleeper(database);

        place.interrupt();

        Result result = run.get(LONGEST.toSeconds(), TimeUnit.SECONDS);
        assertThat(result.err()).isEqualTo("interrupted: cleaning up ...\n");
        assertThat(result.code()).isEqualTo(130);
        assertThat(sleepers(database)).isEqualTo("0");
    }

    private static void awaitSleeper(TestDatabase database) throws InterruptedException {
        long deadlineNanos = System.nanoTime() + LONGEST.toNanos();
        while (!sleepers(database).equals("1")) {
            assertThat(System.nanoTime()).isLessThan(deadlineNanos);
            Thread.sleep(50);
        }
    }

    private static String sleepers(TestDatabase database) {
        return database.query(
                        "SELECT count(*) FROM pg_stat_activity WHERE wait_event = 'PgSleep' AND datname = current_database()")
                .get(0)
                .get(0);
    }
}
