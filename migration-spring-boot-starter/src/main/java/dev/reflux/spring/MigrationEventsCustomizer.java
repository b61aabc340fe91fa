package dev.reflux.spring;

import dev.reflux.event.MigrationEvent;
import reactor.core.publisher.Flux;

/**
 * Looks at what the run at start-up tells. Beans of this type see the events in their order, after they have been logged.
 */
@FunctionalInterface
public interface MigrationEventsCustomizer {

    /**
     * The events as the next one sees them.
     *
     * @param events of the run; cold, and subscribed once
     */
    Flux<MigrationEvent> customize(Flux<MigrationEvent> events);
}
