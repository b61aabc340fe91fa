package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Kind;
import dev.reflux.diff.DiffScope;
import dev.reflux.diff.Stage;
import dev.reflux.diff.Stages.IndexBuild;
import dev.reflux.r2dbc.SchemaDifference;
import dev.reflux.r2dbc.Schemas;
import dev.reflux.schema.DesiredSchema;
import java.util.EnumSet;
import java.util.List;
import java.util.function.UnaryOperator;
import reactor.core.publisher.Mono;

/** Finds the statements that rebuild a database from nothing, for the first revision of one that exists already. */
final class ExistingDatabase {

    private final Invocation invocation;
    private final GenerateOptions options;

    ExistingDatabase(Invocation invocation, GenerateOptions options) {
        this.invocation = invocation;
        this.options = options;
    }

    /**
     * Reads, reports and proves. Writes nothing.
     *
     * @return what the revision does, one part
     * @throws MigrationException if the database is empty
     */
    List<RevisionPart> parts() {
        ModelSettings settings = new ModelSettings(invocation.project(), options);
        try (SchemaWork work = SchemaWork.of(invocation, settings)) {
            SchemaDifference difference = work.await("Reading the database", fromNothing(work.schemas(), settings))
                    .orElseThrow();
            if (difference.isEmpty()) {
                throw new MigrationException(
                        "The database " + work.database().url().database()
                                + " is empty: there is nothing to write down. Begin with a revision of your own:"
                                + " reflux revision -m \"create customers\"");
            }
            invocation.terminal().print(new ChangeLines(Line.Kind.PROGRESS).of(difference));
            invocation.terminal().print(ChangeLines.ofUnmodelled(difference.unmodelled()));
            List<Stage> stages = difference.stages(IndexBuild.IN_TRANSACTION);
            if (options.proves()) {
                new RevisionProof(work, invocation.terminal()).check(difference, stages);
            }
            return RevisionPart.of(difference, stages);
        }
    }

    private static Mono<SchemaDifference> fromNothing(Schemas schemas, ModelSettings settings) {
        DiffScope scope = new DiffScope(EnumSet.allOf(Kind.class), settings.filter());
        return schemas.live()
                .zipWhen(live -> schemas.of(DesiredSchema.of("nothing", "")))
                .map(both -> difference(both.getT1(), both.getT2(), scope));
    }

    /** What is not included is taken to be in the empty database as it is in this one. */
    private static SchemaDifference difference(Catalog live, Catalog empty, DiffScope scope) {
        Catalog without = empty.filter(
                object -> object.kind() != Kind.EXTENSION || object.id().name().equals("plpgsql"));
        return new SchemaDifference(scope.complete(live, without), live, List.of(), UnaryOperator.identity());
    }
}
