package dev.reflux.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.event.MigrationEvent;
import dev.reflux.spring.example.PlainApplication;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailability;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/** Whether an application calls itself ready while its migrations run. */
@PostgresTest
class ReadinessTest {

    private final TestDatabase database;

    ReadinessTest(TestDatabase database) {
        this.database = database;
    }

    /** Notes at each event whether the application is ready. */
    @Import(PlainApplication.class)
    public static class Watched {

        private final List<ReadinessState> states = new ArrayList<>();
        private final List<MigrationEvent> events = new ArrayList<>();

        @Bean
        MigrationEventsCustomizer watch(ApplicationContext context) {
            return events -> events.doOnNext(event -> {
                this.events.add(event);
                states.add(context.getBean(ApplicationAvailability.class).getReadinessState());
            });
        }
    }

    @Test
    void readiness_whileMigrationsRun_isRefused() {
        try (ConfigurableApplicationContext context = Example.start(Watched.class, database)) {
            Watched watched = context.getBean(Watched.class);
            assertThat(watched.events).hasAtLeastOneElementOfType(MigrationEvent.StepDone.class);
            assertThat(watched.states).containsOnly(ReadinessState.REFUSING_TRAFFIC);
            assertThat(Objects.requireNonNull(context.getBean(ApplicationAvailability.class))
                            .getReadinessState())
                    .isEqualTo(ReadinessState.ACCEPTING_TRAFFIC);
        }
    }
}
