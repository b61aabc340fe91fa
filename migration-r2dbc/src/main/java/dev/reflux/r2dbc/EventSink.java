package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent;
import dev.reflux.r2dbc.wire.ServerError;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;
import reactor.core.publisher.Sinks.EmitFailureHandler;

/** The events of one run on their way to its subscriber, who may be slow: they are buffered without bound. */
final class EventSink {

    private static final Duration CONTENTION = Duration.ofSeconds(5);

    private final Sinks.Many<MigrationEvent> sink = Sinks.many().unicast().onBackpressureBuffer();

    /** The events of this work, then its end. */
    Flux<MigrationEvent> during(Mono<Void> work) {
        Mono<MigrationEvent> quiet = work.then(Mono.empty());
        return Flux.mergeDelayError(1, sink.asFlux(), quiet.doFinally(signal -> sink.tryEmitComplete()));
    }

    void emit(MigrationEvent event) {
        sink.emitNext(event, EmitFailureHandler.busyLooping(CONTENTION));
    }

    void stepStarted(StagedStep step) {
        emit(new MigrationEvent.StepStarted(step.step(), step.number(), step.total()));
    }

    void stepDone(StagedStep step, Optional<Duration> duration) {
        emit(new MigrationEvent.StepDone(step.step(), step.number(), step.total(), duration.orElse(Duration.ZERO)));
    }

    void notice(StagedStep step, ServerError notice) {
        emit(new MigrationEvent.Notice(Optional.of(step.step()), notice.severity(), notice.message()));
    }

    void warning(String message) {
        emit(new MigrationEvent.Warning(message));
    }
}
