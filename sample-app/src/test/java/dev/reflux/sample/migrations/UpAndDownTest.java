package dev.reflux.sample.migrations;

import static org.assertj.core.api.Assertions.assertThat;

import dev.reflux.event.MigrationEvent;
import dev.reflux.r2dbc.MigrationStatus;
import dev.reflux.r2dbc.Migrator;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.RevisionNode;
import dev.reflux.test.PostgresTest;
import dev.reflux.test.TestDatabase;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import reactor.core.publisher.Flux;

@PostgresTest
class UpAndDownTest {

    /** A schema, and the revision whose upgrade led away from it. */
    private record Before(Schema schema, RevisionNode revision) {}

    @ParameterizedTest
    @EnumSource
    void upgrade_afterDowngradeToBase_givesTheSameSchema(Sample sample, TestDatabase shared) {
        TestDatabase database = shared.fresh();
        Migrator migrator = sample.migrator(database);
        Schema empty = Schema.of(database);
        migrator.upgrade("heads").blockLast();
        Schema whole = Schema.of(database);

        migrator.downgrade("base").blockLast();
        assertThat(Schema.of(database)).isEqualTo(empty);

        migrator.upgrade("heads").blockLast();
        assertThat(Schema.of(database)).isEqualTo(whole);
        assertThat(status(migrator).isUpToDate()).isTrue();
    }

    @Test
    void sources_ofPackageAndDirectory_giveTheSameGraph(TestDatabase shared) {
        TestDatabase database = shared.fresh();
        assertThat(revisions(Sample.DIRECTORY, database))
                .isEqualTo(revisions(Sample.PACKAGE, database))
                .hasSize(16);
    }

    @ParameterizedTest
    @EnumSource
    void downgrade_ofEachRevision_restoresTheSchemaBeforeIt(Sample sample, TestDatabase shared) {
        TestDatabase database = shared.fresh();
        Migrator migrator = sample.migrator(database);
        Deque<Before> history = new ArrayDeque<>();
        for (RevisionNode revision : status(migrator).pending()) {
            history.push(new Before(Schema.of(database), revision));
            assertThat(applied(migrator.upgrade(revision.id().value()))).containsExactly(revision.id());
        }
        assertThat(status(migrator).isUpToDate()).isTrue();
        while (!history.isEmpty()) {
            Before before = history.pop();
            assertThat(applied(migrator.downgrade(below(before.revision()))))
                    .containsExactly(before.revision().id());
            assertThat(Schema.of(database))
                    .as("downgrade of %s", before.revision())
                    .isEqualTo(before.schema());
        }
    }

    /** Just below a revision, on its branch alone. */
    private static String below(RevisionNode revision) {
        return revision.revises().isEmpty()
                ? "base"
                : revision.id() + "@" + revision.revises().get(0);
    }

    private static MigrationStatus status(Migrator migrator) {
        return Objects.requireNonNull(migrator.status().block());
    }

    private static List<RevisionId> applied(Flux<MigrationEvent> run) {
        return run.ofType(MigrationEvent.StepDone.class)
                .map(done -> done.step().id())
                .toStream()
                .toList();
    }

    /** All revisions in order, without where they were found. */
    private static List<RevisionNode> revisions(Sample sample, TestDatabase database) {
        return status(sample.migrator(database)).pending().stream()
                .map(node -> new RevisionNode(
                        node.id(), node.revises(), node.dependsOn(), node.labels(), node.message(), node.created(), ""))
                .toList();
    }
}
