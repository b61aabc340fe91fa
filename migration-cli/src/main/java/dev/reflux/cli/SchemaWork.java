package dev.reflux.cli;

import dev.reflux.cli.Line.Kind;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.r2dbc.SchemaComparison;
import dev.reflux.r2dbc.Schemas;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.LoadedMigrations;
import java.time.Duration;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** The databases with which schemas are compared, while a command works with them; to be closed. */
final class SchemaWork implements AutoCloseable {

    private static final Duration LONGEST_ROLLBACK = Duration.ofSeconds(10);

    /** A development database is emptied before its connection is closed. */
    private static final Duration LONGEST_CLEARING = Duration.ofMinutes(2);

    private final Invocation invocation;
    private final Database database;
    private final Optional<Database> dev;

    private SchemaWork(Invocation invocation, Database database, Optional<Database> dev) {
        this.invocation = invocation;
        this.database = database;
        this.dev = dev;
    }

    /** Finds the databases that are meant; connects to nothing. */
    static SchemaWork of(Invocation invocation, ModelSettings settings) {
        Optional<Database> dev = settings.devUrl().map(located -> {
            invocation.terminal().print(UrlLines.of(located));
            return Database.at(located, invocation.options().stateTable());
        });
        return new SchemaWork(invocation, Database.of(invocation), dev);
    }

    Database database() {
        return database;
    }

    /** The schemas of the database. What models mean is kept between runs. */
    Schemas schemas() {
        Schemas schemas = Schemas.of(
                        database.connections(), invocation.options().stateTable())
                .withArguments(invocation.arguments())
                .withCache(invocation.surroundings().cacheDirectory().resolve("catalogs"));
        return dev.map(other -> schemas.withDevDatabase(other.explainedConnections()))
                .orElse(schemas);
    }

    /** A comparison of the database with models, as the options say. */
    SchemaComparison.Builder comparison(DesiredSchema desired, ModelSettings settings, ComparisonOptions options) {
        SchemaComparison.Builder builder = SchemaComparison.builder(schemas())
                .desired(desired)
                .filter(settings.filter())
                .renames(options.renames());
        return options.allowDropAll() ? builder.allowDropAll() : builder;
    }

    /** Answers whether the database is at the heads. */
    Migrator migrator(LoadedMigrations migrations) {
        return database.migrator(migrations).build();
    }

    /**
     * Blocks until this is done, and says meanwhile what goes on.
     *
     * @throws InterruptedWorkException if somebody interrupted it
     */
    <T> Optional<T> await(String activity, Mono<T> work) {
        invocation.terminal().print(Line.of(Kind.STATUS, activity + " ..."));
        InterruptibleWork interruptible = new InterruptibleWork(invocation.terminal(), closed());
        return database.explained(
                () -> interruptible.await(work, invocation.surroundings().interrupts()));
    }

    private Mono<Void> closed() {
        return dev.map(other -> other.connections().closed(LONGEST_CLEARING).then())
                .orElse(Mono.empty())
                .then(database.connections().closed(LONGEST_ROLLBACK))
                .then();
    }

    @Override
    public void close() {
        try {
            dev.ifPresent(Database::close);
        } finally {
            database.close();
        }
    }
}
