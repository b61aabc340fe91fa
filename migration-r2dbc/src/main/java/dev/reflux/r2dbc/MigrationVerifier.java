package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.ObjectId;
import dev.reflux.diff.Change;
import dev.reflux.diff.DiffScope;
import dev.reflux.diff.ObjectFilter;
import dev.reflux.diff.SchemaDiff;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Step;
import dev.reflux.r2dbc.catalog.Workspace;
import dev.reflux.revision.RevisionId;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.Migrations;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Proves revisions on an empty database: each is upgraded, downgraded and upgraded again, and the catalog must be after the
 * downgrade what it was before, and after the second upgrade what it was after the first. At the end it must be what the models
 * ask for, where there are models.
 *
 * <pre>{@code
 * MigrationVerifier verifier = new MigrationVerifier(Schemas.of(connectionFactory, StateTable.DEFAULT));
 * StepVerifier.create(verifier.verify(Migrations.inPackage("com.example.migrations")))
 *         .assertNext(verification -> verification.orThrow())
 *         .verifyComplete();
 * }</pre>
 *
 * <p>Everything happens in an empty place that is thrown away; the rows and tables of the database are not touched. Revisions
 * that run outside a transaction are run inside of one, without {@code CONCURRENTLY}. A revision without a downgrade is
 * upgraded once. Thread-safe.
 */
public final class MigrationVerifier {

    private final Schemas schemas;
    private final Predicate<ObjectId> included;

    /**
     * A verifier.
     *
     * @param schemas of the server on which the revisions are tried
     */
    public MigrationVerifier(Schemas schemas) {
        this(schemas, id -> true);
    }

    private MigrationVerifier(Schemas schemas, Predicate<ObjectId> included) {
        this.schemas = schemas;
        this.included = included;
    }

    /** The same, which compares with the models only what passes. */
    public MigrationVerifier filter(ObjectFilter objects) {
        return new MigrationVerifier(schemas, objects);
    }

    /** Proves the revisions. */
    public Mono<Verification> verify(Migrations migrations) {
        return verify(migrations, Optional.empty());
    }

    /** Proves the revisions, and compares where they lead with the models. */
    public Mono<Verification> verify(Migrations migrations, DesiredSchema models) {
        return verify(migrations, Optional.of(models));
    }

    private Mono<Verification> verify(Migrations migrations, Optional<DesiredSchema> models) {
        return Mono.fromCallable(migrations::load)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(loaded -> rehearse(loaded)
                        .flatMap(rehearsed -> models.map(desired -> compare(rehearsed, desired))
                                .orElse(Mono.just(rehearsed.verification()))))
                .onErrorMap(Failures::explain);
    }

    private Mono<Rehearsed> rehearse(LoadedMigrations migrations) {
        List<Step> steps = Schemas.fromNothing(migrations);
        return schemas.scratch()
                .use(place -> place.catalog().flatMap(empty -> {
                    Course course = new Course(schemas, place, empty);
                    return Flux.fromIterable(steps)
                            .concatMap(step -> course.prove(migrations.revision(step.id())))
                            .then(Mono.fromSupplier(
                                    () -> new Rehearsed(course.now, course.verification(steps.size()))));
                }));
    }

    private Mono<Verification> compare(Rehearsed rehearsed, DesiredSchema models) {
        return schemas.of(models).map(desired -> {
            DiffScope scope = new DiffScope(models.kinds(), included);
            List<Change> changes = SchemaDiff.between(rehearsed.end(), scope.complete(rehearsed.end(), desired))
                    .changes();
            return rehearsed.verification().withModels(changes);
        });
    }

    private record Rehearsed(Catalog end, Verification verification) {}

    /** The way up, one revision after the other. */
    private static final class Course {

        private final Schemas schemas;
        private final Workspace place;
        private final List<Verification.Problem> problems = new ArrayList<>();
        private final List<RevisionId> irreversible = new ArrayList<>();
        private Catalog now;

        Course(Schemas schemas, Workspace place, Catalog empty) {
            this.schemas = schemas;
            this.place = place;
            this.now = empty;
        }

        Verification verification(int revisions) {
            return new Verification(revisions, problems, irreversible, List.of());
        }

        Mono<Void> prove(LoadedRevision revision) {
            Catalog before = now;
            Mono<Catalog> up = run(revision, Direction.UPGRADE);
            if (!revision.code().reversible()) {
                irreversible.add(revision.id());
                return up.doOnNext(after -> now = after).then();
            }
            return up.doOnNext(after -> now = after)
                    .then(Mono.defer(() -> run(revision, Direction.DOWNGRADE)))
                    .flatMap(undone -> note(revision, Verification.Fact.DOWNGRADE_DOES_NOT_RESTORE, before, undone)
                            ? restore(undone)
                            : upgradeAgain(revision));
        }

        /** What a wrong downgrade leaves would be in the way of a second upgrade; the others are to be proven nevertheless. */
        private Mono<Void> restore(Catalog undone) {
            return place.run(List.of(
                    Schemas.script("restore", SchemaDiff.between(undone, now).statements())));
        }

        private Mono<Void> upgradeAgain(LoadedRevision revision) {
            return run(revision, Direction.UPGRADE)
                    .onErrorMap(
                            MigrationFailedException.class,
                            error -> new MigrationException(
                                    "Upgraded again after its downgrade, it fails. " + error.getMessage(), error))
                    .doOnNext(again -> {
                        note(revision, Verification.Fact.SECOND_UPGRADE_DIFFERS, now, again);
                        now = again;
                    })
                    .then();
        }

        private Mono<Catalog> run(LoadedRevision revision, Direction direction) {
            return schemas.rehearse(place, revision, direction).then(place.catalog());
        }

        /** Whether there is something to note. */
        private boolean note(LoadedRevision revision, Verification.Fact fact, Catalog expected, Catalog actual) {
            List<Change> left = SchemaDiff.between(actual, expected).changes();
            if (!left.isEmpty()) {
                problems.add(new Verification.Problem(revision.node(), fact, left));
            }
            return !left.isEmpty();
        }
    }
}
