package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.CatalogObject;
import dev.reflux.catalog.Kind;
import dev.reflux.diff.DiffScope;
import dev.reflux.diff.ObjectFilter;
import dev.reflux.diff.Rename;
import dev.reflux.diff.Stage;
import dev.reflux.revision.RevisionId;
import dev.reflux.revision.Sentences;
import dev.reflux.schema.DesiredSchema;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * Compares the database with the models, for a revision that leads from one to the other.
 *
 * <pre>{@code
 * SchemaComparison comparison = SchemaComparison.builder(Schemas.of(connectionFactory))
 *         .desired(DesiredSchema.sql(Path.of("schema.sql")))
 *         .build();
 * Mono<SchemaDifference> difference = comparison.difference();
 * }</pre>
 *
 * Thread-safe; the work begins with each subscription.
 */
public final class SchemaComparison {

    private final Builder settings;
    private final DesiredSchema desired;

    private SchemaComparison(Builder settings, DesiredSchema desired) {
        this.settings = settings;
        this.desired = desired;
    }

    /** Begins the description of a comparison. */
    public static Builder builder(Schemas schemas) {
        return new Builder(schemas);
    }

    /**
     * The difference now. Fails with {@link MigrationException} if the database is not at the heads of the revisions, if the
     * models are empty and the database is not, or if the models lack what something else needs.
     */
    public Mono<SchemaDifference> difference() {
        return checkState().then(Mono.defer(this::compare));
    }

    /**
     * Both sides are found out at the same time, unless both need the empty place. They are compared while that is being cleared,
     * by a thread that does not serve connections.
     */
    private Mono<SchemaDifference> compare() {
        Flux<UnaryOperator<Catalog>> completion = settings.schemas.completion(desired);
        Flux<Sides> sides = settings.renames.isEmpty()
                ? Flux.combineLatest(before(), completion, Sides::new)
                : before().flatMapMany(before -> completion.map(models -> new Sides(before, models)));
        return sides.publishOn(Schedulers.parallel()).map(this::difference).single();
    }

    private record Sides(Before before, UnaryOperator<Catalog> completion) {}

    private Mono<Before> before() {
        return settings.schemas.live().flatMap(live -> {
            List<Rename> renames = settings.renames.stream()
                    .map(text -> Rename.parse(text, live))
                    .toList();
            return settings.schemas.renamed(live, renames).map(renamed -> new Before(renamed, renames));
        });
    }

    /** What there is, under the new names. */
    private record Before(Catalog catalog, List<Rename> renames) {}

    private Mono<Void> checkState() {
        return settings.position
                .map(migrator -> migrator.status()
                        .doOnNext(SchemaComparison::refuseBehind)
                        .then())
                .orElse(Mono.empty());
    }

    private static void refuseBehind(MigrationStatus status) {
        if (!status.isUpToDate() || !status.unknown().isEmpty()) {
            List<String> missing =
                    status.pending().stream().map(node -> node.id().value()).toList();
            List<String> unknown =
                    status.unknown().stream().map(RevisionId::value).toList();
            throw new MigrationException("The database is not at the heads of the revisions: "
                    + (missing.isEmpty()
                            ? Sentences.and(unknown) + " is applied there and no file is there for it."
                            : Sentences.and(missing) + (missing.size() == 1 ? " is" : " are") + " not applied.")
                    + "\nRun the upgrade first, or compare nevertheless: --allow-behind");
        }
    }

    private SchemaDifference difference(Sides sides) {
        Before before = sides.before();
        Catalog models = sides.completion().apply(before.catalog());
        if (settings.dropAll == DropAll.REFUSE) {
            refuseEmpty(before.catalog(), models);
        }
        DiffScope scope = new DiffScope(desired.kinds(), settings.filter);
        return new SchemaDifference(
                before.catalog(), scope.complete(before.catalog(), models), before.renames(), settings.review);
    }

    private static void refuseEmpty(Catalog before, Catalog models) {
        if (tables(models).findAny().isPresent()) {
            return;
        }
        long tables = tables(before).count();
        if (tables > 0) {
            throw new MigrationException("The desired schema has no table, and the database has " + tables
                    + ". All of them would be dropped.\nLook at what the schema names, or say that it is meant:"
                    + " --allow-drop-all");
        }
    }

    private static Stream<CatalogObject> tables(Catalog catalog) {
        return catalog.objects().stream().filter(object -> object.kind() == Kind.TABLE);
    }

    /** What to do with models that have no table at all. */
    private enum DropAll {
        REFUSE,
        ALLOW
    }

    /** Describes a {@link SchemaComparison}. Not safe for several threads. */
    public static final class Builder {

        private final Schemas schemas;
        private Optional<DesiredSchema> desired = Optional.empty();
        private Optional<Migrator> position = Optional.empty();
        private ObjectFilter filter = ObjectFilter.of(List.of(), List.of());
        private List<String> renames = List.of();
        private UnaryOperator<List<Stage>> review = stages -> stages;
        private DropAll dropAll = DropAll.REFUSE;

        private Builder(Schemas schemas) {
            this.schemas = schemas;
        }

        /** What the database should look like. Required. */
        public Builder desired(DesiredSchema models) {
            this.desired = Optional.of(models);
            return this;
        }

        /** Refuses to compare a database that is not at the heads of this migrator's revisions. */
        public Builder atHeadsOf(Migrator migrator) {
            this.position = Optional.of(migrator);
            return this;
        }

        /** Compares only what passes; what does not stays as the database has it. */
        public Builder filter(ObjectFilter objects) {
            this.filter = objects;
            return this;
        }

        /** Gives tables and columns another name before comparing, as {@link Rename#parse} reads it. */
        public Builder renames(List<String> texts) {
            this.renames = List.copyOf(texts);
            return this;
        }

        /**
         * Looks over what is generated before it is written: edits can be left out, changed, added, or put into stages of
         * their own. Alembic calls it {@code process_revision_directives}.
         */
        public Builder review(UnaryOperator<List<Stage>> hook) {
            this.review = hook;
            return this;
        }

        /** Compares even with models that have no table at all. */
        public Builder allowDropAll() {
            this.dropAll = DropAll.ALLOW;
            return this;
        }

        /**
         * The comparison.
         *
         * @throws IllegalStateException if the desired schema is missing
         */
        public SchemaComparison build() {
            return new SchemaComparison(
                    this,
                    desired.orElseThrow(() -> new IllegalStateException(
                            "Say what is desired: SchemaComparison.builder(schemas).desired(DesiredSchema.sql(...))")));
        }
    }
}
