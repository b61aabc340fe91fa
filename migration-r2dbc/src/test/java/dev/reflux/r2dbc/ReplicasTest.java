package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Finished;
import dev.reflux.event.MigrationEvent.Planned;
import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.revision.RevisionId;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;

/**
 * Many replicas start at once, on a database that is empty, behind, or up to date; their migrations sleep, and some run
 * outside a transaction. Injected: 32 runs in this process; 3 processes, and 8 with {@code -Pfaults}.
 */
@PostgresTest
class ReplicasTest {

    private static final int RUNNERS = 32;
    private static final int PROCESSES = Integer.getInteger("reflux.test.faultRounds", 1) > 1 ? 8 : 3;

    private final TestDatabase database;

    ReplicasTest(TestDatabase database) {
        this.database = database;
    }

    private static Migrator migrator(TestDatabase target) {
        return Migrator.builder(target.connectionFactory())
                .migrations(FaultHistory.history().migrations())
                .build();
    }

    /** All at once; each subscription to the one flux is a run of its own. */
    private static List<List<MigrationEvent>> together(Flux<MigrationEvent> upgrade) {
        return Objects.requireNonNull(Flux.range(0, RUNNERS)
                .flatMap(i -> upgrade.collectList(), RUNNERS)
                .collectList()
                .block());
    }

    private static void assertEndedWell(List<List<MigrationEvent>> runs, TestDatabase target) {
        assertThat(runs).hasSize(RUNNERS).allSatisfy(events -> {
            assertThat(events).last().isEqualTo(new Finished(List.of(RevisionId.of("r12"))));
            assertThat(events)
                    .filteredOn(Waiting.class::isInstance)
                    .allSatisfy(event -> assertThat(((Waiting) event).reason())
                            .matches("another run migrates this database: process \\d+ of " + target.user()
                                    + " \\(.*\\).*"));
        });
        FaultHistory.assertComplete(target::query);
    }

    @Test
    void runs_onAnEmptyDatabase_applyEachRevisionOnce() {
        TestDatabase target = database.fresh();

        assertEndedWell(together(migrator(target).upgrade("heads")), target);
    }

    @Test
    void runs_onADatabaseThatIsBehind_applyWhatIsMissingOnce() {
        TestDatabase target = database.fresh();
        run(migrator(target).upgrade("r05"));

        assertEndedWell(together(migrator(target).upgrade("heads")), target);
    }

    @Test
    void runs_onADatabaseThatIsUpToDate_writeNothing() {
        TestDatabase target = database.fresh();
        run(migrator(target).upgrade("heads"));
        String before = value(target, "SELECT max(id)::text || max(xmin::text) FROM schema_revision_log");

        List<List<MigrationEvent>> runs = together(migrator(target).upgrade("heads"));

        assertThat(runs)
                .allSatisfy(events -> assertThat(events)
                        .hasSize(2)
                        .first()
                        .isInstanceOfSatisfying(
                                Planned.class,
                                planned -> assertThat(planned.plan().isEmpty()).isTrue()));
        assertThat(value(target, "SELECT max(id)::text || max(xmin::text) FROM schema_revision_log"))
                .isEqualTo(before);
        assertEndedWell(runs, target);
    }

    @Test
    void processes_onAnEmptyDatabase_applyEachRevisionOnce() throws IOException {
        TestDatabase target = database.fresh();
        List<RunnerProcess> processes = new ArrayList<>();
        try {
            for (int i = 0; i < PROCESSES; i++) {
                processes.add(RunnerProcess.start(target));
            }
            for (RunnerProcess process : processes) {
                process.go();
            }
            for (RunnerProcess process : processes) {
                List<String> lines = process.rest();
                assertThat(RunnerProcess.isFinished(lines))
                        .as(String.join("\n", lines))
                        .isTrue();
            }
        } finally {
            for (RunnerProcess process : processes) {
                process.close();
            }
        }
        FaultHistory.assertComplete(target::query);
    }
}
