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
                    + " Otherwise 5s.")
    private Optional<Duration> lockTimeout = Optional.empty();

    @Option(
            names = "--wait-limit",
            paramLabel = "TIME",
            converter = DurationText.class,
            description = "How long to wait for another run on the same database. Otherwise 10m.")
    private Optional<Duration> waitLimit = Optional.empty();

    Migrator.Builder apply(Migrator.Builder builder) {
        lockTimeout.ifPresent(builder::lockTimeout);
        waitLimit.ifPresent(builder::waitLimit);
        return builder.transactionScope(singleTransaction ? TransactionScope.RUN : TransactionScope.REVISION);
    }
}
