package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.plan.Direction;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.MigrationCode.JavaCode;
import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import reactor.core.publisher.Mono;

/** What a revision would run, as far as that is known without a database. */
public final class StepSql {

    private StepSql() {}

    /**
     * The statements of a revision in one direction. A Java migration is asked for its queries; what it emits depends on what it
     * reads, if it reads, and there is nothing to read from. Cold.
     *
     * @param arguments what is handed to the migrations, see {@link Migrator.Builder#arguments}
     * @return the statements; empty if they are known only when they run
     */
    public static Mono<Optional<List<String>>> of(
            LoadedRevision revision, Direction direction, Map<String, String> arguments) {
        return Mono.defer(() -> revision.code()
                .match(
                        code -> Mono.just(Optional.of(texts(code.script(direction)))),
                        code -> writtenDown(revision, code, direction, new Arguments(arguments))));
    }

    private static Mono<Optional<List<String>>> writtenDown(
            LoadedRevision revision, JavaCode code, Direction direction, Arguments arguments) {
        if (direction == Direction.DOWNGRADE && !code.reversible()) {
            return Mono.just(Optional.of(List.of()));
        }
        return Jooq.writtenDown(revision, code, direction, arguments)
                .concatMapIterable(StepSql::texts)
                .collectList()
                .map(Optional::of)
                .onErrorResume(error -> !(error instanceof MigrationException), error -> Mono.just(Optional.empty()));
    }

    private static List<String> texts(Script script) {
        return script.statements().stream().map(Statement::text).toList();
    }
}
