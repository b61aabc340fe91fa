package dev.reflux.r2dbc;

import dev.reflux.MigrationException;
import dev.reflux.plan.Direction;
import dev.reflux.source.LoadedRevision;
import dev.reflux.source.MigrationCode.JavaCode;
import dev.reflux.sql.Script;
import dev.reflux.sql.Statement;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** What a revision would run, as far as that is known without a database. */
public final class StepSql {

    private StepSql() {}

    /**
     * The statements of a revision in one direction. A Java migration is asked for its queries; what it emits depends on what it
     * reads, if it reads, and there is nothing to read from. Cold.
     *
     * @return the statements; empty if they are known only when they run
     */
    public static Mono<Optional<List<String>>> of(LoadedRevision revision, Direction direction) {
        return Mono.defer(() -> revision.code()
                .match(
                        code -> Mono.just(Optional.of(texts(code.script(direction)))),
                        code -> rendered(revision, code, direction)));
    }

    private static Mono<Optional<List<String>>> rendered(LoadedRevision revision, JavaCode code, Direction direction) {
        if (direction == Direction.DOWNGRADE && !code.reversible()) {
            return Mono.just(Optional.of(List.of()));
        }
        return Flux.defer(() -> {
                    DSLContext db = DSL.using(SQLDialect.POSTGRES);
                    return Flux.from(Jooq.queries(code.instance().get(), direction, db))
                            .concatMapIterable(query -> texts(Jooq.script(revision, db, query)));
                })
                .collectList()
                .map(Optional::of)
                .subscribeOn(Schedulers.boundedElastic())
                .onErrorResume(error -> !(error instanceof MigrationException), error -> Mono.just(Optional.empty()));
    }

    private static List<String> texts(Script script) {
        return script.statements().stream().map(Statement::text).toList();
    }
}
