package dev.reflux.cli;

import dev.reflux.r2dbc.Migrator;
import dev.reflux.r2dbc.TransactionScope;
import java.time.Duration;
import java.util.Optional;
import picocli.CommandLine.Option;

/** How steps run, upwards or downwards. */
final class RunOptions {

    @Option(
            names = "--single-transaction",
            description = "Run everything in one transaction, all or nothing. Otherwise each revision has its own.")
    private boolean singleTransaction;

    @Option(
            names = "--lock-timeout",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "How long a statement may wait for a lock on a table: 500ms, 5s, 2m; 0 for no limit."
                    + " Then the step lets go of everything and is tried again. Otherwise 5s.")
    private Optional<Duration> lockTimeout = Optional.empty();

    @Option(
            names = "--blocked-limit",
            paramLabel = "TIME",
            converter = DurationText.class,
            description =
                    "For how long a step that does not get its locks is tried again. Otherwise 5m; 0 for one attempt.")
    private Optional<Duration> blockedLimit = Optional.empty();

    @Option(
            names = "--connect-limit",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "For how long to try to connect to a database that does not answer. Otherwise 1m; 0 for one"
                    + " attempt.")
    private Duration connectLimit = Duration.ofMinutes(1);

    @Option(
            names = "--wait-limit",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "How long to wait for another run on the same database. Otherwise 10m.")
    private Optional<Duration> waitLimit = Optional.empty();

    Migrator.Builder apply(Migrator.Builder builder) {
        lockTimeout.ifPresent(builder::lockTimeout);
        blockedLimit.ifPresent(builder::blockedLimit);
        builder.connectLimit(connectLimit);
        waitLimit.ifPresent(builder::waitLimit);
        return builder.transactionScope(singleTransaction ? TransactionScope.RUN : TransactionScope.REVISION);
    }
}
