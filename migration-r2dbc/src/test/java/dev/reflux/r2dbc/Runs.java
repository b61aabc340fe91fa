package dev.reflux.r2dbc;

import dev.reflux.event.MigrationEvent;
import dev.reflux.test.TestDatabase;
import java.util.List;
import java.util.Objects;
import reactor.core.publisher.Flux;

/** Runs migrations in tests, and blocks for them. */
final class Runs {

    private Runs() {}

    static Migrator migrator(TestDatabase database, History history) {
        return Migrator.builder(database.connectionFactory())
                .migrations(history.migrations())
                .build();
    }

    static List<MigrationEvent> run(Flux<MigrationEvent> events) {
        return Objects.requireNonNull(events.collectList().block());
    }

    static List<MigrationEvent> upgrade(TestDatabase database, History history) {
        return run(migrator(database, history).upgrade("heads"));
    }

    /** The error that a run ends with. */
    static MigrationFailedException failure(Flux<MigrationEvent> events) {
        try {
            run(events);
        } catch (MigrationFailedException failure) {
            return failure;
        }
        throw new AssertionError("the run did not fail");
    }

    /** The ids in the state table, sorted. */
    static List<String> applied(TestDatabase database) {
        return column(database, "SELECT revision FROM schema_revision WHERE state = 'applied' ORDER BY revision");
    }

    static List<String> column(TestDatabase database, String query) {
        return database.query(query).stream().map(row -> row.get(0)).toList();
    }

    static String value(TestDatabase database, String query) {
        return column(database, query).get(0);
    }
}
