package dev.reflux.r2dbc.catalog;

import dev.reflux.r2dbc.wire.OwnConnection;
import io.r2dbc.spi.Connection;
import io.r2dbc.spi.ConnectionFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import reactor.core.publisher.Mono;

/**
 * An empty place in the live database, inside a transaction that is rolled back: each schema is renamed, and an empty one made
 * in its place. Nobody else sees any of it, and no table of the user's is locked, for renaming a schema changes one row of
 * {@code pg_namespace} and nothing else. Meanwhile others cannot rename, drop or grant on these schemas, and another such place
 * waits for its turn.
 *
 * <p>Extensions go with the renamed schema. Those that may be are moved to the new one. The others stay where they are, the
 * renamed schema comes last in the search path, and in the catalog it has its true name.
 *
 * <p><b>Not faithful</b>, and refused: event triggers that fire and that the role may not disable; schemas that it may not
 * rename; more locks than the server can spare. Not faithful, and said by PostgreSQL: roles exist once in a server, so DDL that
 * makes a role which is there fails, and so do languages, foreign-data wrappers and access methods. Not faithful, and not seen:
 * what functions called by the DDL do outside the database; a publication of all tables has the new ones for a while.
 *
 * <p>A transaction that makes thousands of objects costs the catalogs of the database as many dead rows, which autovacuum
 * takes away.
 */
final class RolledBackScratch implements Scratch {

    /** No name of a user's begins so, and no text of theirs holds it. */
    static final String PREFIX = "reflux_aside_7c41e9d2_";

    private final ConnectionFactory live;
    private final CatalogScope scope;

    RolledBackScratch(ConnectionFactory live, CatalogScope scope) {
        this.live = live;
        this.scope = scope;
    }

    @Override
    public <T> Mono<T> use(Function<Workspace, Mono<T>> work) {
        return OwnConnection.<T>use(
                        live,
                        connection -> SurroundingsReader.read(connection)
                                .flatMap(surroundings -> within(connection, surroundings, work)))
                .singleOrEmpty();
    }

    /** The same on a connection that is there, in no transaction, and is cancelled and closed by its owner. */
    <T> Mono<T> within(Connection connection, Surroundings surroundings, Function<Workspace, Mono<T>> work) {
        return Mono.usingWhen(
                Mono.just(connection),
                open -> open(open, surroundings).flatMap(work),
                RolledBackScratch::rollBack,
                (open, error) -> rollBack(open),
                open -> Mono.empty());
    }

    private Mono<Workspace> open(Connection connection, Surroundings surroundings) {
        return Mono.defer(() -> {
            Stage stage = Stage.of(surroundings.schemas(), PREFIX);
            Refusals.check(surroundings, stage);
            return Exchange.send(connection, opening(surroundings, stage))
                    .onErrorMap(RefusedLine.class, refused -> Refusals.explain(refused, surroundings.server()))
                    .then(behind(connection, surroundings, stage))
                    .map(stage::with)
                    .flatMap(put -> members(connection, put)
                            .map(members -> new RolledBackWorkspace.Ground(surroundings, put, members)))
                    .map(ground -> new RolledBackWorkspace(connection, ground, scope));
        });
    }

    private static Mono<Members> members(Connection connection, Stage stage) {
        return stage.behind().isEmpty()
                ? Mono.just(Members.NONE)
                : Members.read(connection, stage.trueNamesOf(stage.behind()));
    }

    private static List<Line> opening(Surroundings surroundings, Stage stage) {
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(StageSql.BEGIN));
        lines.add(Line.of(StageSql.begin(PREFIX)));
        lines.addAll(stage.lines(surroundings.server().majorVersion()));
        if (stage.movesExtensions(surroundings)) {
            lines.add(Line.of(StageSql.moveExtensions(stage)));
        }
        return lines;
    }

    /** The renamed schemas, by their new names, in which extensions had to stay. */
    private static Mono<List<String>> behind(Connection connection, Surroundings surroundings, Stage stage) {
        if (!stage.movesExtensions(surroundings)) {
            return Mono.just(List.of());
        }
        String query = "SELECT DISTINCT nspname::text FROM pg_extension JOIN pg_namespace n ON n.oid = extnamespace"
                + " WHERE nspname = ANY (" + StageSql.texts(stage.aside().values()) + ") ORDER BY 1";
        return Texts.of(connection, query);
    }

    private static Mono<Void> rollBack(Connection connection) {
        return Exchange.send(connection, List.of(Line.of("ROLLBACK"))).onErrorComplete();
    }
}
