package dev.reflux.spring;

import io.micrometer.observation.ObservationRegistry;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Flux;

/** Observes the run at start-up and its steps, which gives timers and spans. */
@AutoConfiguration(
        before = RefluxAutoConfiguration.class,
        afterName = "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration")
@ConditionalOnClass(ObservationRegistry.class)
@ConditionalOnBean(ObservationRegistry.class)
public final class RefluxObservationAutoConfiguration {

    /** Made by Spring. */
    RefluxObservationAutoConfiguration() {}

    @Bean
    MigrationEventsCustomizer refluxObservation(ObservationRegistry registry) {
        return events -> Flux.defer(() -> {
            ObservedRun run = ObservedRun.start(registry);
            return events.doOnNext(run::see).doFinally(run::end);
        });
    }
}
