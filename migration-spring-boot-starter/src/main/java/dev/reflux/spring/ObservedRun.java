package dev.reflux.spring;

import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Failed;
import dev.reflux.event.MigrationEvent.StepDone;
import dev.reflux.event.MigrationEvent.StepStarted;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import reactor.core.publisher.SignalType;

/**
 * One run as observations: {@code reflux.run}, and {@code reflux.step} for each step, with its direction and, where that may
 * have many values, its revision. A step that does not end with the run has failed with it. Sees one event at a time.
 */
final class ObservedRun {

    private static final String DIRECTION = "direction";
    private static final String REVISION = "revision";

    private final ObservationRegistry registry;
    private final Observation run;
    private Optional<Observation> step = Optional.empty();

    private ObservedRun(ObservationRegistry registry, Observation run) {
        this.registry = registry;
        this.run = run;
    }

    static ObservedRun start(ObservationRegistry registry) {
        return new ObservedRun(registry, Observation.start("reflux.run", registry));
    }

    void see(MigrationEvent event) {
        if (event instanceof StepStarted started) {
            begin(started);
        } else if (event instanceof StepDone) {
            step.ifPresent(Observation::stop);
            step = Optional.empty();
        } else if (event instanceof Failed failed) {
            step.ifPresent(observation -> observation.error(failed.error()));
            run.error(failed.error());
        }
    }

    private void begin(StepStarted event) {
        step.ifPresent(Observation::stop);
        step = Optional.of(Observation.createNotStarted("reflux.step", registry)
                .parentObservation(run)
                .contextualName("reflux " + event.step().direction().word() + " "
                        + event.step().id())
                .lowCardinalityKeyValue(DIRECTION, event.step().direction().word())
                .highCardinalityKeyValue(REVISION, event.step().id().value())
                .start());
    }

    void end(SignalType signal) {
        step.ifPresent(Observation::stop);
        run.lowCardinalityKeyValue("outcome", signal == SignalType.ON_COMPLETE ? "done" : "failed");
        run.stop();
    }
}
