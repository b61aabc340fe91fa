package dev.reflux.spring;

import dev.reflux.MigrationException;
import dev.reflux.event.MigrationEvent;
import org.springframework.beans.factory.InitializingBean;
import reactor.core.publisher.Flux;
import reactor.core.scheduler.Schedulers;

/**
 * The run at the start of an application. Spring Boot initialises this bean before everything that uses the database.
 *
 * <p>This is the one place of Reflux that blocks: the thread that starts the application waits here until the database is as
 * the {@linkplain RefluxProperties#policy() policy} wants it. Interrupting that thread cancels the run. On a thread that must
 * not block it fails at once.
 */
public final class StartUpMigration implements InitializingBean {

    private final Flux<MigrationEvent> run;

    StartUpMigration(Flux<MigrationEvent> run) {
        this.run = run;
    }

    @Override
    public void afterPropertiesSet() {
        if (Schedulers.isInNonBlockingThread()) {
            throw new MigrationException("The application context is started on the thread \""
                    + Thread.currentThread().getName() + "\", which must not block, and the migrations of it would.\n"
                    + "Start it on an ordinary thread, or set reflux.policy=none and subscribe to Migrator.upgrade.");
        }
        run.blockLast();
    }
}
