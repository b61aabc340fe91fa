package dev.reflux.r2dbc;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jooq.Query;
import org.reactivestreams.Publisher;
import org.reactivestreams.Subscription;
import reactor.core.Disposable;
import reactor.core.Disposables;
import reactor.core.publisher.BaseSubscriber;
import reactor.core.publisher.Mono;
import reactor.core.publisher.MonoSink;
import reactor.util.context.Context;

/**
 * Takes in the queries that a migration emits.
 *
 * <p>Each query is handed on in the call in which it is emitted, so that a read which the migration subscribes to next finds
 * it. A migration that only emits is held back while a full script is being sent: then at most {@value #WINDOW} queries are
 * on their way. From its first read on it is asked for everything, because an operator such as {@code flatMap} would
 * otherwise keep queries to itself that it emitted before a read.
 */
final class Intake {

    private static final int WINDOW = 256;

    private final Consumer<Query> append;
    private final WriteBehind writeBehind;
    private volatile Runnable lifting = () -> {};

    /**
     * @param append takes one query
     * @param writeBehind is flushed when it is full
     */
    Intake(Consumer<Query> append, WriteBehind writeBehind) {
        this.append = append;
        this.writeBehind = writeBehind;
    }

    /** Stops holding the migration back. */
    void lift() {
        lifting.run();
    }

    /** Takes in everything; ends with the publisher, or with the first error of either side. */
    Mono<Void> take(Publisher<? extends Query> queries) {
        return Mono.create(done -> {
            Subscriber subscriber = new Subscriber(done);
            lifting = subscriber::lift;
            done.onDispose(subscriber);
            CodeFailure.guard(() -> {
                queries.subscribe(subscriber);
                return subscriber;
            });
        });
    }

    private final class Subscriber extends BaseSubscriber<Query> {

        private final MonoSink<Void> done;
        private final Disposable.Swap flush = Disposables.swap();
        private final AtomicBoolean flushing = new AtomicBoolean();
        private final AtomicLong owed = new AtomicLong();
        private volatile boolean lifted;

        Subscriber(MonoSink<Void> done) {
            this.done = done;
        }

        void lift() {
            lifted = true;
            requestUnbounded();
        }

        @Override
        protected void hookOnSubscribe(Subscription subscription) {
            request(WINDOW);
        }

        @Override
        protected void hookOnNext(Query query) {
            append.accept(query);
            if (lifted) {
                return;
            }
            owed.incrementAndGet();
            if (!writeBehind.isFull()) {
                requestOwed();
            } else if (flushing.compareAndSet(false, true)) {
                flush.update(writeBehind.flush().subscribe(nothing -> {}, this::fail, this::flushed));
            }
        }

        private void flushed() {
            flushing.set(false);
            requestOwed();
        }

        private void requestOwed() {
            long more = owed.getAndSet(0);
            if (more > 0) {
                request(more);
            }
        }

        private void fail(Throwable error) {
            cancel();
            done.error(error);
        }

        @Override
        protected void hookOnComplete() {
            done.success();
        }

        @Override
        protected void hookOnError(Throwable error) {
            done.error(error);
        }

        @Override
        protected void hookOnCancel() {
            flush.dispose();
        }

        @Override
        public Context currentContext() {
            return Context.of(done.contextView());
        }
    }
}
