package dev.reflux.r2dbc;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.event.MigrationEvent;
import dev.reflux.event.MigrationEvent.Warning;
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

    static List<String> warnings(List<MigrationEvent> events) {
        return events.stream()
                .filter(Warning.class::isInstance)
                .map(event -> ((Warning) event).message())
                .toList();
    }

    /**
     * The database as a run leaves it that was killed in revision b, which builds on a.
     *
     * @param done how many statements of b are done
     * @param leftBehind brings about their effects, and something of the next
     */
    static void interrupted(TestDatabase database, History history, int done, String... leftBehind) {
        run(migrator(database, history).upgrade("a"));
        database.execute("INSERT INTO schema_revision (revision, message, applied_at, applied_by, state, step_position,"
                + " tool_version) VALUES ('b', 'message of b', now(), 'me', 'running', " + done + ", 'dev')");
        for (String sql : leftBehind) {
            database.execute(sql);
        }
    }

    /** Revisions a and b are applied, and neither ran a second time. */
    static void assertAppliedOnce(TestDatabase database) {
        assertThat(applied(database)).containsExactly("a", "b");
        assertThat(column(database, "SELECT action || ' ' || revision FROM schema_revision_log ORDER BY id"))
                .containsExactly("upgrade a", "upgrade b");
    }
}
