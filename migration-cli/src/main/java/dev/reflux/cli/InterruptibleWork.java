package dev.reflux.cli;

import dev.reflux.cli.Interrupts.Registration;
import dev.reflux.cli.Line.Kind;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import reactor.core.publisher.Mono;
import reactor.core.publisher.Sinks;

/**
 * Waits for work that leaves nothing behind. An interrupt cancels it, and the process stays until its connections are closed,
 * for a development database is emptied by then.
 *
 * @param terminal hears of the interrupt
 * @param closed ends when the connections of the work are closed, or when nobody wants to wait any more
 */
record InterruptibleWork(Terminal terminal, Mono<?> closed) {

    /**
     * Blocks until the work is done.
     *
     * @throws InterruptedWorkException if it was interrupted
     */
    <T> Optional<T> await(Mono<T> work, Interrupts interrupts) {
        Sinks.Empty<Void> stop = Sinks.empty();
        CountDownLatch stopping = new CountDownLatch(1);
        CountDownLatch stopped = new CountDownLatch(1);
        Registration registration = interrupts.onInterrupt(() -> {
            stopping.countDown();
            terminal.print(
                    Line.of(Kind.WARNING).add(Style.CAUTION, "interrupted:").add(" cleaning up ..."));
            stop.tryEmitEmpty();
            closed.block();
            terminal.flush();
            stopped.countDown();
        });
        try {
            Optional<T> result = work.takeUntilOther(stop.asMono()).blockOptional();
            if (stopping.getCount() == 0) {
                awaitQuietly(stopped);
                throw new InterruptedWorkException();
            }
            return result;
        } finally {
            registration.close();
        }
    }

    private static void awaitQuietly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
