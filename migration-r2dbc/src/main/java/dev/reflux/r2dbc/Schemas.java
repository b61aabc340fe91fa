package dev.reflux.r2dbc;

import dev.reflux.catalog.Catalog;
import dev.reflux.diff.Rename;
import dev.reflux.diff.SchemaDiff;
import dev.reflux.plan.Direction;
import dev.reflux.plan.Planner;
import dev.reflux.plan.Step;
import dev.reflux.r2dbc.catalog.CatalogReader;
import dev.reflux.r2dbc.catalog.CatalogScope;
import dev.reflux.r2dbc.catalog.ElaborationCache;
import dev.reflux.r2dbc.catalog.SchemaElaboration;
import dev.reflux.r2dbc.catalog.Scratch;
import dev.reflux.r2dbc.catalog.Workspace;
import dev.reflux.r2dbc.wire.OwnConnection;
import dev.reflux.revision.Target;
import dev.reflux.schema.DesiredSchema;
import dev.reflux.schema.SchemaScript;
import dev.reflux.source.LoadedMigrations;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.Migrations;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import io.r2dbc.spi.IsolationLevel;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/**
 * The schemas that one server knows, as catalogs that can be compared: what its database has, what models ask for, and what the
 * revisions build. The latter two are found out by running their DDL in an empty place that is thrown away.
 *
 * <p>Thread-safe. Everything is cold: nothing happens before subscribing, and each subscription asks anew.
 */
public final class Schemas {

    private final ConnectionFactory server;
    private final Optional<ConnectionFactory> dev;
    private final ElaborationCache cache;
    private final CatalogScope scope;
    private final Arguments arguments;

    private Schemas(
            ConnectionFactory server,
            Optional<ConnectionFactory> dev,
            ElaborationCache cache,
            CatalogScope scope,
            Arguments arguments) {
        this.server = server;
        this.dev = dev;
        this.cache = cache;
        this.scope = scope;
        this.arguments = arguments;
    }

    /**
     * The schemas of a server. The empty place is made in the database itself, in a transaction that is rolled back.
     *
     * @param server makes connections to the database; a pool is not borrowed from, but its own factory is used
     * @param stateTable the state table, which belongs to no schema
     */
    public static Schemas of(ConnectionFactory server, StateTable stateTable) {
        return new Schemas(server, Optional.empty(), ElaborationCache.none(), scope(stateTable), Arguments.NONE);
    }

    /**
     * The same with a database of its own as the empty place: for models that cannot be tried in the database itself, or are too
     * large for one transaction.
     *
     * @param empty makes connections to an empty database; what is made there is dropped again
     */
    public Schemas withDevDatabase(ConnectionFactory empty) {
        return new Schemas(server, Optional.of(empty), cache, scope, arguments);
    }

    /**
     * The same with a memory: what models mean is kept in files, so that models which did not change are not tried again.
     *
     * @param directory holds nothing else; made when it is needed
     */
    public Schemas withCache(Path directory) {
        return new Schemas(server, dev, ElaborationCache.in(directory), scope, arguments);
    }

    /** The same with these {@linkplain Migrator.Builder#arguments arguments} for revisions that are tried. */
    public Schemas withArguments(Map<String, String> values) {
        return new Schemas(server, dev, cache, scope, new Arguments(values));
    }

    private static CatalogScope scope(StateTable table) {
        return new CatalogScope(Set.of(), Set.of(table.name(), table.name() + "_log"), Optional.of(table.schema()));
    }

    /** What the database has now, in one snapshot; the level is that of the transaction, for a pooler shares the session. */
    public Mono<Catalog> live() {
        return OwnConnection.<Catalog>use(server, this::read).single().onErrorMap(Failures::explain);
    }

    private Mono<Catalog> read(Connection connection) {
        return Mono.from(connection.beginTransaction(IsolationLevel.REPEATABLE_READ))
                .then(CatalogReader.read(connection, scope))
                .delayUntil(catalog -> connection.commitTransaction());
    }

    /** What models ask for, as PostgreSQL understands it. Fails with a caret where PostgreSQL refuses their DDL. */
    public Mono<Catalog> of(DesiredSchema models) {
        return scripts(models).flatMap(elaboration()::elaborate).onErrorMap(Failures::explain);
    }

    /**
     * What models ask for in this database: what they do not decide, such as what belongs to other roles, is as it is there. The
     * end comes when the empty place is thrown away.
     */
    Flux<UnaryOperator<Catalog>> completion(DesiredSchema models) {
        return scripts(models).flatMapMany(elaboration()::completion).onErrorMap(Failures::explain);
    }

    private static Mono<List<SchemaScript>> scripts(DesiredSchema models) {
        return Mono.fromCallable(models::scripts).subscribeOn(Schedulers.boundedElastic());
    }

    private SchemaElaboration elaboration() {
        SchemaElaboration inDatabase = SchemaElaboration.of(server, scope, cache);
        return dev.map(inDatabase::on).orElse(inDatabase);
    }

    /** What all revisions build from nothing. */
    public Mono<Catalog> ofHeads(Migrations migrations) {
        return Mono.fromCallable(migrations::load)
                .subscribeOn(Schedulers.boundedElastic())
                .flatMap(loaded -> scratch()
                        .use(place -> Flux.fromIterable(fromNothing(loaded))
                                .concatMap(step -> rehearse(place, loaded.revision(step.id()), step.direction()))
                                .then(place.catalog())))
                .onErrorMap(Failures::explain);
    }

    static List<Step> fromNothing(LoadedMigrations migrations) {
        return migrations.revisions().isEmpty()
                ? List.of()
                : new Planner(migrations.graph(), List.of())
                        .upgrade(List.of(Target.parse("heads")), Planner.Gaps.REFUSE)
                        .steps();
    }

    /** Runs the code of a revision in an empty place. */
    Mono<Void> rehearse(Workspace place, LoadedRevision revision, Direction direction) {
        return place.with(connection -> new Rehearsal(connection, place, arguments).run(revision, direction));
    }

    /**
     * What the database would have if these tables and columns had their new names. PostgreSQL renames them, in a copy of the
     * structure, for views and indexes mention names in their text.
     */
    public Mono<Catalog> renamed(Catalog live, List<Rename> renames) {
        return renames.isEmpty()
                ? Mono.just(live)
                : scratch()
                        .use(place -> copy(place, live)
                                .then(place.run(List.of(script("rename", statements(renames)))))
                                .then(place.catalog()));
    }

    /** The statements of renames: columns first, for their tables still have the names by which they are known. */
    static List<String> statements(List<Rename> renames) {
        return inOrder(renames).stream().map(Rename::statement).toList();
    }

    /** The statements that undo them: in the opposite order. */
    static List<String> reverseStatements(List<Rename> renames) {
        List<String> statements =
                new ArrayList<>(inOrder(renames).stream().map(Rename::reverse).toList());
        Collections.reverse(statements);
        return statements;
    }

    private static List<Rename> inOrder(List<Rename> renames) {
        return renames.stream()
                .sorted(Comparator.comparing(rename -> rename.id().kind(), Comparator.reverseOrder()))
                .toList();
    }

    /** Builds a copy of a schema in a place, without rows. */
    static Mono<Void> copy(Workspace place, Catalog catalog) {
        return place.catalog()
                .flatMap(empty -> place.run(List.of(
                        script("copy", SchemaDiff.between(empty, catalog).statements()))));
    }

    static SchemaScript script(String source, List<String> statements) {
        return new SchemaScript(
                source, statements.stream().map(sql -> sql + ";\n").collect(Collectors.joining()));
    }

    /** The empty place, for who has more to do in it. */
    Scratch scratch() {
        return dev.map(empty -> Scratch.onDevDatabase(empty, server, scope))
                .orElseGet(() -> Scratch.inRolledBackTransaction(server, scope));
    }
}
