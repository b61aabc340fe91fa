package dev.reflux.cli;

import dev.reflux.MigrationException;
import dev.reflux.catalog.Catalog;
import dev.reflux.catalog.Kind;
import dev.reflux.diff.DiffScope;
import dev.reflux.diff.Rename;
import dev.reflux.r2dbc.SchemaComparison;
import dev.reflux.r2dbc.SchemaDifference;
import dev.reflux.r2dbc.Schemas;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.source.LoadedMigrations;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import reactor.core.publisher.Mono;

/** The two schemas between which somebody asks for a way; to be closed. */
final class SchemaEnds implements AutoCloseable {

    static final String DATABASE = "database";
    static final String HEADS = "heads";
    private static final Pattern URL = Pattern.compile(".*://.*|.*\\b(host|dbname)\\s*=.*");

    private final Invocation invocation;
    private final ComparisonOptions options;
    private final ModelSettings settings;
    private final SchemaWork work;
    private final List<Database> others = new ArrayList<>();

    private SchemaEnds(Invocation invocation, ComparisonOptions options, ModelSettings settings) {
        this.invocation = invocation;
        this.options = options;
        this.settings = settings;
        this.work = SchemaWork.of(invocation, settings);
    }

    static SchemaEnds of(Invocation invocation, ComparisonOptions options) {
        return new SchemaEnds(invocation, options, new ModelSettings(invocation.project(), options));
    }

    /**
     * A schema to be read.
     *
     * @param catalog reads it
     * @param models if models describe it
     */
    private record End(Mono<Catalog> catalog, Optional<DesiredSchema> models) {

        Set<Kind> kinds() {
            return models.map(DesiredSchema::kinds).orElse(EnumSet.allOf(Kind.class));
        }
    }

    /**
     * Reads both and compares them.
     *
     * @param to empty for the configured models
     */
    SchemaDifference difference(String from, Optional<String> to) {
        End before = end(from);
        End after = to.map(this::end).orElseGet(() -> models(settings.desired()));
        boolean usual = from.equals(DATABASE) && after.models().isPresent();
        return work.await("Comparing the schemas", usual ? usual(after.models().get()) : between(before, after))
                .orElseThrow();
    }

    private End end(String text) {
        if (text.equals(DATABASE)) {
            return new End(work.schemas().live(), Optional.empty());
        }
        if (text.equals(HEADS)) {
            LoadedMigrations migrations = invocation.project().load();
            return new End(work.schemas().ofHeads(() -> migrations), Optional.empty());
        }
        return URL.matcher(text).matches() ? other(text) : models(settings.typed(text));
    }

    private End models(DesiredSchema models) {
        return new End(work.schemas().of(models), Optional.of(models));
    }

    private End other(String url) {
        Database other = Database.at(
                ModelSettings.located(url, "the command"), invocation.options().stateTable());
        others.add(other);
        Schemas schemas =
                Schemas.of(other.explainedConnections(), invocation.options().stateTable());
        return new End(schemas.live(), Optional.empty());
    }

    /** From the database to the models: with what guards a revision. */
    private Mono<SchemaDifference> usual(DesiredSchema models) {
        SchemaComparison.Builder comparison = work.comparison(models, settings, options);
        if (!options.allowBehind() && invocation.project().hasRevisions()) {
            comparison.atHeadsOf(work.migrator(invocation.project().load()));
        }
        return comparison.build().difference();
    }

    private Mono<SchemaDifference> between(End from, End to) {
        Set<Kind> kinds = EnumSet.copyOf(from.kinds());
        kinds.retainAll(to.kinds());
        DiffScope scope = new DiffScope(kinds, settings.filter());
        return from.catalog().flatMap(catalog -> {
            List<Rename> renames = options.renames().stream()
                    .map(text -> Rename.parse(text, catalog))
                    .toList();
            return work.schemas()
                    .renamed(catalog, renames)
                    .zipWhen(before -> to.catalog())
                    .map(both -> difference(both.getT1(), both.getT2(), scope, renames));
        });
    }

    private static SchemaDifference difference(Catalog before, Catalog after, DiffScope scope, List<Rename> renames) {
        int old = before.origin().majorVersion();
        int now = after.origin().majorVersion();
        if (old != now) {
            throw new MigrationException("One schema comes from PostgreSQL " + old + ", the other from PostgreSQL "
                    + now + ", and they do not print all definitions alike. Compare servers of one major version.");
        }
        return new SchemaDifference(before, scope.complete(before, after), renames, UnaryOperator.identity());
    }

    @Override
    public void close() {
        try {
            others.forEach(Database::close);
        } finally {
            work.close();
        }
    }
}
