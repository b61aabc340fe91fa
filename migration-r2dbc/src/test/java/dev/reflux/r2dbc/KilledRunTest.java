package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.MigrationException;
import dev.reflux.test.CountingProxy;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.RestartableServer;
import dev.reflux.test.TestDatabase;
import io.r2dbc.spi.ConnectionFactory;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import reactor.core.scheduler.Schedulers;

/**
 * A run is killed at random moments, over many rounds, until it has got through. Injected: {@code kill -9} of its process, the
 * end of its sessions at the server, its sockets cut in the middle of a message, a restart of the server. Afterwards each
 * revision has run once, no index is invalid and no lock is held. The seed is printed; {@code -Dreflux.test.seed} repeats it.
 * {@code -Pfaults} has more rounds.
 */
@PostgresTest
class KilledRunTest {

    private static final int ROUNDS = Integer.getInteger("reflux.test.faultRounds", 1);
    private static final int LINES = 20;

    private final TestDatabase database;
    private final long seed = Long.getLong("reflux.test.seed", System.nanoTime());
    private final Random random = new Random(seed);

    KilledRunTest(TestDatabase database) {
        this.database = database;
        System.err.println("KilledRunTest: -Dreflux.test.seed=" + seed);
    }

    private static Migrator migrator(ConnectionFactory factory) {
        return Migrator.builder(factory)
                .migrations(FaultHistory.history().migrations())
                .build();
    }

    /** Whether the run got through. */
    private static boolean runs(Migrator migrator, Runnable atEachEvent) {
        try {
            migrator.upgrade("heads")
                    .publishOn(Schedulers.boundedElastic())
                    .doOnNext(event -> atEachEvent.run())
                    .blockLast();
            return true;
        } catch (MigrationException e) {
            assertThat(e.getMessage()).isNotBlank();
            return false;
        }
    }

    /** A moment that is not an event. */
    private void moment() {
        LockSupport.parkNanos(random.nextLong(TimeUnit.MILLISECONDS.toNanos(20)));
    }

    private void complete(TestDatabase target) {
        Runs.run(migrator(target.connectionFactory()).upgrade("heads"));
        FaultHistory.assertComplete(target::query);
    }

    @Test
    void process_killed_isTakenUpByTheNext() throws IOException {
        for (int round = 0; round < ROUNDS; round++) {
            TestDatabase target = database.fresh();
            List<Integer> killedAt = new ArrayList<>();
            boolean finished = false;
            for (int attempt = 0; attempt < 3 && !finished; attempt++) {
                int lines = 1 + random.nextInt(LINES);
                finished = killed(target, lines);
                killedAt.add(lines);
            }
            System.err.println("killed after lines " + killedAt + (finished ? ", finished" : ""));
            complete(target);
        }
    }

    private boolean killed(TestDatabase target, int lines) throws IOException {
        try (RunnerProcess runner = RunnerProcess.start(target)) {
            runner.go();
            for (int i = 0; i < lines; i++) {
                Optional<String> line = runner.line();
                if (line.isEmpty()) {
                    return true;
                }
            }
            moment();
            runner.kill();
            return RunnerProcess.isFinished(runner.rest());
        }
    }

    @Test
    void sessions_terminatedAtTheServer_areTakenUpByTheNextRun() {
        for (int round = 0; round < ROUNDS; round++) {
            TestDatabase target = database.fresh();
            String terminate = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = '"
                    + target.database() + "' AND pid <> pg_backend_pid()";
            ConnectionFactory factory = target.connectionFactory();
            int faults = 0;
            while (!runs(migrator(factory), after(2 + random.nextInt(LINES / 2), () -> database.query(terminate)))) {
                faults++;
            }
            System.err.println("terminated " + faults + " times");
            complete(target);
        }
    }

    @Test
    void sockets_cutInTheMiddleOfAMessage_areTakenUpByTheNextRun() {
        for (int round = 0; round < ROUNDS; round++) {
            TestDatabase target = database.fresh();
            try (CountingProxy proxy = CountingProxy.to(target)) {
                ConnectionFactory factory = proxy.connectionFactory();
                int faults = 0;
                do {
                    proxy.cutAfter(2000 + random.nextInt(30_000));
                    faults++;
                } while (!runs(migrator(factory), () -> {}));
                System.err.println("cut " + faults + " times");
            }
            complete(target);
        }
    }

    @Test
    void server_restarted_isTakenUpByTheNextRun(@TempDir Path directory) throws IOException {
        try (RestartableServer server = RestartableServer.in(directory.resolve("data"))) {
            int faults = 0;
            while (!runs(migrator(server.connectionFactory()), after(2 + random.nextInt(LINES / 2), server::restart))) {
                faults++;
            }
            System.err.println("restarted " + faults + " times");
            Runs.run(migrator(server.connectionFactory()).upgrade("heads"));
            FaultHistory.assertComplete(server::query);
        }
    }

    /** Does something a moment after so many events, once. */
    private Runnable after(int events, Runnable fault) {
        AtomicInteger seen = new AtomicInteger();
        return () -> {
            if (seen.incrementAndGet() == events) {
                moment();
                fault.run();
            }
        };
    }
}
