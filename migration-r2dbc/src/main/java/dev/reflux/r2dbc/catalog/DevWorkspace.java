package dev.reflux.r2dbc.catalog;

import dev.reflux.catalog.Catalog;
import dev.reflux.r2dbc.catalog.Course.Part;
import dev.reflux.schema.SchemaScript;
import dev.reflux.sql.Statement;
import io.r2dbc.spi.Connection;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The place in a database of its own. Each message is a transaction, so that no transaction takes too many locks. */
final class DevWorkspace implements Workspace {

    /** What is made here need not survive, and an index over no rows needs no second process. */
    private static final String HASTE = "SELECT pg_catalog.set_config('synchronous_commit', 'off', true),"
            + " pg_catalog.set_config('max_parallel_maintenance_workers', '0', true)";

    private final Connection connection;
    private final Ground ground;
    private final CatalogScope scope;
    private final Set<String> replaceable;
    private final Set<String> permanent;

    DevWorkspace(Connection connection, Ground ground, CatalogScope scope) {
        this.connection = connection;
        this.ground = ground;
        this.scope = scope;
        this.replaceable = new HashSet<>(ground.stage().replaceable(ground.live()));
        this.permanent = ground.stage().permanent(ground.live());
    }

    /**
     * What the place stands on.
     *
     * @param live what the live database is like
     * @param own what the development database was like before
     */
    record Ground(Surroundings live, Surroundings own) {

        /** Which schemas are made. */
        Stage stage() {
            return Stage.of(live.schemas(), RolledBackScratch.PREFIX);
        }
    }

    @Override
    public Mono<Void> run(List<SchemaScript> scripts) {
        return Mono.defer(() -> {
            Adaptation adaptation = new Adaptation(replaceable, permanent, ground.live());
            SearchPath path = new SearchPath(ground.live().searchPath(), "");
            List<Command> commands = adaptation.adapt(SchemaStatements.of(scripts)).stream()
                    .map(path::adapt)
                    .toList();
            Line ours = Line.of(StageSql.settings(ground.live().searchPath()));
            List<Part> course =
                    Course.of(commands, ours, Refusals.mostLocks(ground.own().server()));
            return Exchange.send(connection, adaptation.drops())
                    .thenMany(Flux.fromIterable(course))
                    .concatMap(part -> Exchange.send(connection, transaction(ours, part)))
                    .then()
                    .onErrorMap(
                            RefusedLine.class,
                            refused -> Refusals.explain(refused, ground.own().server()));
        });
    }

    private static List<Line> transaction(Line ours, Part part) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(StageSql.BEGIN));
        lines.add(Line.of(HASTE));
        lines.add(ours);
        lines.addAll(part.carried());
        lines.addAll(part.lines());
        lines.add(Line.of("COMMIT"));
        return lines;
    }

    @Override
    public <T> Mono<T> with(Function<Connection, Mono<T>> work) {
        Line ours = Line.of(StageSql.settings(ground.live().searchPath()));
        return Exchange.send(connection, List.of(Line.of(StageSql.BEGIN), ours))
                .then(Mono.defer(() -> work.apply(connection)).singleOptional())
                .flatMap(value ->
                        Exchange.send(connection, List.of(Line.of("COMMIT"))).thenReturn(value))
                .flatMap(Mono::justOrEmpty);
    }

    @Override
    public Optional<Statement> adapt(Statement statement) {
        return new Adaptation(replaceable, permanent, ground.live()).adapt(statement);
    }

    @Override
    public Optional<String> advice(String sqlState) {
        return Optional.empty();
    }

    @Override
    public Mono<Catalog> catalog() {
        return Exchange.send(connection, List.of(Line.of(StageSql.BEGIN)))
                .then(CatalogReader.read(connection, scope))
                .flatMap(catalog ->
                        Exchange.send(connection, List.of(Line.of("COMMIT"))).thenReturn(catalog))
                .map(catalog -> new DevNames(ground, replaceable).of(catalog));
    }
}
