package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.r2dbc.catalog.Surroundings.Extension;
import dev.reflux.r2dbc.catalog.Surroundings.Schema;
import dev.reflux.schema.SchemaScript;
import dev.reflux.sql.Identifier;
import dev.reflux.sql.Statement;
import io.r2dbc.spi.Connection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The place inside a transaction. */
final class RolledBackWorkspace implements Workspace {

    private static final String SCHEMAS =
            "SELECT nspname::text FROM pg_catalog.pg_namespace WHERE nspname !~ '^pg_' ORDER BY 1";

    private final Connection connection;
    private final Ground ground;
    private final CatalogScope scope;
    private final LiveGuard guard;
    private final Set<String> replaceable;
    private final Set<String> permanent;
    private long locks;

    RolledBackWorkspace(Connection connection, Ground ground, CatalogScope scope) {
        this.connection = connection;
        this.ground = ground;
        this.scope = scope;
        this.guard = ground.guard();
        this.replaceable = new HashSet<>(ground.stage().replaceable(ground.surroundings()));
        this.permanent = ground.stage().permanent(ground.surroundings());
    }

    /**
     * What the place stands on.
     *
     * @param surroundings what the live database is like
     * @param stage how its schemas were put aside
     * @param members what can still be found in them
     */
    record Ground(Surroundings surroundings, Stage stage, Members members) {

        private LiveGuard guard() {
            Set<String> extensions =
                    surroundings.extensions().stream().map(Extension::name).collect(Collectors.toSet());
            Set<String> foreign = stage.notCompared().stream().map(Schema::name).collect(Collectors.toSet());
            Set<String> homes =
                    surroundings.extensions().stream().map(Extension::schema).collect(Collectors.toSet());
            return new LiveGuard(members.relations(), foreign, homes, extensions);
        }
    }

    @Override
    public Mono<Void> run(List<SchemaScript> scripts) {
        return Mono.defer(() -> {
            Surroundings surroundings = ground.surroundings();
            Adaptation adaptation = new Adaptation(replaceable, permanent, surroundings);
            List<Command> commands = adaptation.adapt(SchemaStatements.of(scripts));
            check(commands);
            SearchPath path = path();
            List<Command> adapted = commands.stream()
                    .map(ground.members()::adapt)
                    .map(path::adapt)
                    .toList();
            List<Course.Part> course = Course.of(adapted, Line.of(settings()), Long.MAX_VALUE);
            return Exchange.send(connection, adaptation.drops())
                    .thenMany(Flux.fromIterable(course))
                    .concatMap(part -> Exchange.send(connection, part.lines()))
                    .then(checkAfterwards())
                    .onErrorMap(RefusedLine.class, refused -> Refusals.explain(refused, surroundings.server()));
        });
    }

    private void check(List<Command> commands) {
        Surroundings surroundings = ground.surroundings();
        Refusals.fail(guard.problems(commands));
        Refusals.check(surroundings, commands);
        locks += commands.stream().mapToLong(LockEstimate::of).sum();
        Refusals.checkLocks(surroundings.server(), locks);
    }

    private Mono<Void> checkAfterwards() {
        return Trespass.check(connection, ground.stage(), ground.surroundings().server());
    }

    @Override
    public <T> Mono<T> with(Function<Connection, Mono<T>> work) {
        return Mono.defer(() -> Exchange.send(connection, List.of(Line.of(settings()))))
                .then(Mono.defer(() -> work.apply(connection)).singleOptional())
                .delayUntil(value -> checkAfterwards())
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Optional<Statement> adapt(Statement statement) {
        return new Adaptation(replaceable, permanent, ground.surroundings()).adapt(statement);
    }

    @Override
    public Optional<String> advice(String sqlState) {
        return Refusals.advice(sqlState);
    }

    @Override
    public Mono<Catalog> catalog() {
        return Texts.of(connection, SCHEMAS)
                .flatMap(schemas -> CatalogReader.read(connection, scope.withSchemas(covered(schemas))))
                .map(catalog -> new TrueNames(ground.stage(), replaceable).of(catalog));
    }

    /** The schemas to read: of those that are there, the ones that are not put aside. Never empty, which would mean all. */
    private Set<String> covered(List<String> schemas) {
        Predicate<String> aside = Set.copyOf(ground.stage().aside().values())::contains;
        Set<String> covered =
                schemas.stream().filter(scope::covers).filter(aside.negate()).collect(Collectors.toSet());
        return covered.isEmpty() ? Set.of(Stage.PUBLIC) : covered;
    }

    /**
     * The role's own search path, in which the empty schemas have the names of the live ones; after it the renamed schemas in
     * which extensions had to stay. Where the role has no schema to make things in, it gets none here.
     */
    private SearchPath path() {
        Surroundings surroundings = ground.surroundings();
        boolean hasTarget = surroundings.path().schemas().stream()
                .anyMatch(schema ->
                        replaceable.contains(schema) || permanent.contains(schema) || schema.equals(Stage.PUBLIC));
        String behind = ground.stage().behind().stream()
                .map(name -> ", " + Identifier.quote(name))
                .collect(Collectors.joining());
        return new SearchPath(surroundings.searchPath() + (hasTarget ? behind : ""), behind);
    }

    private String settings() {
        String path = path().text();
        return ground.stage().behind().isEmpty() ? StageSql.settings(path) : StageSql.settingsWithoutBodies(path);
    }
}
