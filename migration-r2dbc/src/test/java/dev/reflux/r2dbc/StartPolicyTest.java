package dev.reflux.r2dbc;

import static dev.reflux.r2dbc.Runs.migrator;
import static dev.reflux.r2dbc.Runs.run;
import static dev.reflux.r2dbc.Runs.upgrade;
import static dev.reflux.r2dbc.Runs.value;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Finished;
import dev.reflux.event.MigrationEvent.Waiting;
import dev.reflux.event.MigrationEvent.Warning;
import dev.reflux.plan.UnknownAppliedException;
import dev.reflux.revision.RevisionId;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import dev.reflux.test.Traffic;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;
import reactor.test.StepVerifier;

/** Processes that must not migrate: they wait for the schema, fail at once, or go on when the database is ahead. */
@PostgresTest
class StartPolicyTest {

    private static final String NO_TABLES =
            "SELECT count(*) FROM pg_class WHERE relnamespace = 'public'::regnamespace AND relkind = 'r'";

    private final TestDatabase database;

    StartPolicyTest(TestDatabase database) {
        this.database = database;
    }

    @BeforeEach
    void clean() {
        database.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public");
    }

    private static History old() {
        return History.of().sql("a", "CREATE TABLE a (id int)").sql("b", "CREATE TABLE b (id int)");
    }

    private static History newer() {
        return old().sql("c", "CREATE TABLE c (id int)");
    }

    @Test
    void check_onADatabaseThatIsBehind_failsAtOnceAndWritesNothing() {
        assertThatThrownBy(() -> run(migrator(database, newer()).start(StartPolicy.CHECK)))
                .isInstanceOfSatisfying(
                        SchemaNotReadyException.class,
                        error -> assertThat(error.missing())
                                .containsExactly(RevisionId.of("a"), RevisionId.of("b"), RevisionId.of("c")))
                .hasMessageContaining("lacks 3 revisions: \"a\", \"b\" and \"c\"")
                .hasMessageContaining("reflux upgrade");
        assertThat(value(database, NO_TABLES)).isEqualTo("0");
    }

    @Test
    void check_onADatabaseThatIsUpToDate_costsOneRoundTrip() {
        upgrade(database, newer());

        try (CountingProxy proxy = CountingProxy.to(database)) {
            Migrator migrator = Migrator.builder(proxy.connectionFactory())
                    .migrations(newer().migrations())
                    .build();
            run(migrator.start(StartPolicy.CHECK));
            Traffic before = proxy.traffic();
            assertThat(run(migrator.start(StartPolicy.CHECK)))
                    .containsExactly(new Finished(List.of(RevisionId.of("c"))));
            assertThat(proxy.traffic().since(before).connections()).isEqualTo(1);
        }
    }

    @Test
    void check_ofATarget_asksForThatAlone() {
        run(migrator(database, newer()).upgrade("b"));

        assertThat(run(migrator(database, newer()).start(StartPolicy.CHECK, "b")))
                .last()
                .isEqualTo(new Finished(List.of(RevisionId.of("b"))));
    }

    @Test
    void checkAndWait_onADatabaseThatIsAhead_goOn() {
        upgrade(database, newer());

        for (StartPolicy policy : List.of(StartPolicy.CHECK, StartPolicy.WAIT)) {
            List<MigrationEvent> events = run(migrator(database, old()).start(policy));
            assertThat(events).first().isInstanceOf(Warning.class);
            assertThat(((Warning) events.get(0)).message()).contains("ahead of this code by 1 revision: \"c\"");
            assertThat(events).last().isInstanceOf(Finished.class);
        }
    }

    @Test
    void migrate_onADatabaseThatIsAhead_isRefused() {
        upgrade(database, newer());

        assertThatThrownBy(() -> run(migrator(database, old()).start(StartPolicy.MIGRATE)))
                .isInstanceOf(UnknownAppliedException.class);
    }

    @Test
    void wait_endsWhenSomebodyElseHasMigrated() {
        Flux<MigrationEvent> waiting = migrator(database, newer()).start(StartPolicy.WAIT);

        StepVerifier.create(waiting.publishOn(Schedulers.boundedElastic())
                        .concatMap(event -> event instanceof Waiting
                                ? migrator(database, newer())
                                        .start(StartPolicy.MIGRATE)
                                        .then(Mono.just(event))
                                : Mono.just(event)))
                .assertNext(event -> assertThat(((Waiting) event).reason())
                        .isEqualTo("the schema lacks 3 revisions, \"a\", \"b\" and \"c\"; no run is at work"))
                .expectNext(new Finished(List.of(RevisionId.of("c"))))
                .expectComplete()
                .verify(Duration.ofMinutes(1));
    }

    @Test
    void wait_forAnotherRun_saysWhoIsAtWork() {
        History slow = newer().sql("d", "SELECT pg_sleep(600)");

        StepVerifier.create(migrator(database, slow)
                        .upgrade("heads")
                        .filter(event -> event instanceof MigrationEvent.StepStarted started && started.number() == 4)
                        .publishOn(Schedulers.boundedElastic())
                        .flatMap(event -> migrator(database, slow).start(StartPolicy.WAIT))
                        .take(1))
                .assertNext(event -> assertThat(((Waiting) event).reason())
                        .startsWith("the schema lacks 1 revision, \"d\"; at work is process ")
                        .contains(database.user()))
                .expectComplete()
                .verify(Duration.ofMinutes(1));
    }

    @Test
    void wait_overItsLimit_namesWhatIsMissing() {
        Migrator impatient = Migrator.builder(database.connectionFactory())
                .migrations(newer().migrations())
                .waitLimit(Duration.ofMillis(1))
                .build();

        assertThatThrownBy(() -> run(impatient.start(StartPolicy.WAIT)))
                .isInstanceOf(SchemaNotReadyException.class)
                .hasMessageContaining("Gave up after waiting")
                .hasMessageContaining("\"a\", \"b\" and \"c\"");
        assertThat(value(database, NO_TABLES)).isEqualTo("0");
    }

    @Test
    void none_doesNotConnect() {
        try (CountingProxy proxy = CountingProxy.to(database)) {
            Migrator migrator = Migrator.builder(proxy.connectionFactory())
                    .migrations(newer().migrations())
                    .build();

            assertThat(run(migrator.start(StartPolicy.NONE))).isEmpty();
            assertThat(proxy.traffic().connections()).isZero();
        }
    }
}
