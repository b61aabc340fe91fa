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

    /** The extension that every new database has. */
    private static final String ALWAYS_THERE = "plpgsql";

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
            Existing existing = work.await("Reading the database", read(work.schemas(), settings))
                    .orElseThrow();
            SchemaDifference difference = existing.fromNothing();
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
                SchemaDifference provable = existing.besideExtensions();
                new RevisionProof(work, invocation.terminal())
                        .check(provable, provable.stages(IndexBuild.IN_TRANSACTION));
            }
            return RevisionPart.of(difference, stages);
        }
    }

    private static Mono<Existing> read(Schemas schemas, ModelSettings settings) {
        DiffScope scope = new DiffScope(EnumSet.allOf(Kind.class), settings.filter());
        return schemas.live()
                .zipWhen(live -> schemas.of(DesiredSchema.of("nothing", "")))
                .map(both -> new Existing(both.getT1(), scope.complete(both.getT1(), both.getT2())));
    }

    /**
     * What there is, and what there would be in an empty database.
     *
     * @param live the whole database
     * @param empty nothing but the extensions, and what is not included
     */
    private record Existing(Catalog live, Catalog empty) {

        SchemaDifference fromNothing() {
            return difference(empty.filter(object -> object.id().whole().kind() != Kind.EXTENSION
                    || object.id().whole().name().equals(ALWAYS_THERE)));
        }

        /** Extensions cannot be made and dropped beside the database that uses them. */
        SchemaDifference besideExtensions() {
            return difference(empty);
        }

        private SchemaDifference difference(Catalog before) {
            return new SchemaDifference(before, live, List.of(), UnaryOperator.identity());
        }
    }
}
